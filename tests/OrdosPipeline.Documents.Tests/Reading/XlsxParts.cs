using System.IO.Compression;
using System.Text;

namespace OrdosPipeline.Documents.Tests.Reading;

/// <summary>Builds .xlsx files part by part, for what no spreadsheet program writes.</summary>
internal sealed class XlsxParts
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string Text)> parts;

    private XlsxParts(List<(string Name, string Text)> parts) => this.parts = parts;

    /// <summary>A workbook with one sheet that has this content of <c>sheetData</c>.</summary>
    public static XlsxParts WithRows(string rows) => WithSheet($"<worksheet xmlns='{Main}'><sheetData>{rows}</sheetData></worksheet>");

    public static XlsxParts WithSheet(string sheetXml) => new(
    [
        ("[Content_Types].xml", """
            <Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>
            <Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>
            """),
        ("_rels/.rels", $"<Relationships><Relationship Id='r1' Type='{Relationships}/officeDocument' Target='xl/workbook.xml'/></Relationships>"),
        ("xl/workbook.xml", $"<workbook xmlns='{Main}' xmlns:r='{Relationships}'><sheets><sheet name='表' sheetId='1' r:id='s1'/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", $"<Relationships><Relationship Id='s1' Type='{Relationships}/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"),
        ("xl/worksheets/sheet1.xml", sheetXml),
    ]);

    public XlsxParts With(string name, string text)
    {
        parts.RemoveAll(part => part.Name == name);
        parts.Add((name, text));
        return this;
    }

    public XlsxParts Replace(string name, string old, string replacement) =>
        With(name, parts.Single(part => part.Name == name).Text.Replace(old, replacement, StringComparison.Ordinal));

    /// <summary>Adds an entry even if there is one of that name already.</summary>
    public XlsxParts WithAnother(string name, string text)
    {
        parts.Add((name, text));
        return this;
    }

    public byte[] Build()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
