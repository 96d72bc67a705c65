using System.IO.Compression;
using OrdosPipeline.Documents.Feedback;

namespace OrdosPipeline.Documents.Templates;

/// <summary>Packs a package again so that the same content makes the same bytes: its writer stamps every entry with the time.</summary>
internal static class StablePackage
{
    /// <param name="package">An Open XML package, at its beginning.</param>
    /// <param name="output">Left open.</param>
    public static void Copy(Stream package, Stream output)
    {
        using var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);

        // Excel looks for the content types first.
        foreach (var entry in source.Entries.OrderByDescending(entry => entry.FullName == "[Content_Types].xml").ThenBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            using var from = entry.Open();
            using var to = PackageXml.CreateEntry(target, entry.FullName);
            from.CopyTo(to);
        }
    }
}
