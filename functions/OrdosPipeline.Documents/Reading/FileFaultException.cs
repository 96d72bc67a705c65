using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Reading;

/// <summary>Ends the reading of a file for what it contains; <see cref="WorkbookOpener"/> turns it into the fault.</summary>
internal sealed class FileFaultException(FileFaultKind kind, string? found = null) : Exception($"{kind} {found}")
{
    public FileFaultKind Kind { get; } = kind;

    public string? Found { get; } = found;
}
