using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace OrdosPipeline.Documents.Feedback;

/// <summary>Names and settings for the parts of workbooks that are written.</summary>
internal static class PackageXml
{
    public static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public static readonly XNamespace StrictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    public static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public static readonly XNamespace StrictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    public static readonly XNamespace PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    public static readonly XNamespace ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";

    public const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    public const string WorksheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    public const string CommentsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    public const string VmlType = "application/vnd.openxmlformats-officedocument.vmlDrawing";
    public const string StylesType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

    /// <summary>Of every entry written, so that the same input makes the same bytes. The earliest that a zip archive can say.</summary>
    private static readonly DateTimeOffset Timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CheckCharacters = true };

    public static Stream CreateEntry(ZipArchive archive, string name)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Timestamp;
        return entry.Open();
    }

    public static XmlWriter CreateWriter(Stream part) => XmlWriter.Create(part, Settings);

    public static void WriteEntry(ZipArchive archive, string name, Action<XmlWriter> write)
    {
        using var stream = CreateEntry(archive, name);
        using var writer = CreateWriter(stream);
        write(writer);
    }

    public static void WriteEntry(ZipArchive archive, string name, XElement root) => WriteEntry(archive, name, root.WriteTo);
}
