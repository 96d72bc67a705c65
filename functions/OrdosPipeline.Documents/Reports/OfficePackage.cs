using OrdosPipeline.Documents.Templates;

namespace OrdosPipeline.Documents.Reports;

/// <summary>Makes Office documents that are the same bytes for the same content.</summary>
internal static class OfficePackage
{
    /// <param name="output">Left open.</param>
    /// <param name="write">Writes the package with fixed ids.</param>
    public static void Write(Stream output, Action<Stream> write)
    {
        using var made = new MemoryStream();
        write(made);
        made.Position = 0;
        StablePackage.Copy(made, output);
    }
}
