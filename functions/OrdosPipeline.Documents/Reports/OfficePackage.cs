using System.IO.Compression;
using OrdosPipeline.Documents.Feedback;

namespace OrdosPipeline.Documents.Reports;

/// <summary>Makes Office documents that are the same bytes for the same content: the packaging of the framework stamps the time on every part.</summary>
internal static class OfficePackage
{
    /// <param name="output">Left open.</param>
    /// <param name="write">Writes the package with fixed ids.</param>
    public static void Write(Stream output, Action<Stream> write)
    {
        using var made = new MemoryStream();
        write(made);
        made.Position = 0;
        using var source = new ZipArchive(made, ZipArchiveMode.Read);
        using var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);

        // Readers look for the list of content types first.
        foreach (var entry in source.Entries.OrderBy(entry => entry.FullName != "[Content_Types].xml").ThenBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            using var from = entry.Open();
            using var to = PackageXml.CreateEntry(target, entry.FullName);
            from.CopyTo(to);
        }
    }

    public static byte[] ToBytes(Action<Stream> write)
    {
        using var output = new MemoryStream();
        Write(output, write);
        return output.ToArray();
    }
}
