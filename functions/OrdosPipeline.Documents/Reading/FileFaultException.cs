using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Reading;

/// <summary>Ends the reading of a file for what it contains; <see cref="WorkbookOpener"/> turns it into the fault.</summary>
internal sealed class FileFaultException(FileFault fault) : Exception(fault.ToString())
{
    public FileFaultException(FileFaultKind kind, string? found = null)
        : this(new FileFault(kind, found))
    {
    }

    public FileFault Fault { get; } = fault;

    public FileFaultKind Kind => Fault.Kind;
}
