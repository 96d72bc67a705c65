using System.IO.Compression;
using System.Xml.Linq;

namespace OrdosPipeline.Documents.Feedback;

/// <summary>The parts of a new workbook around its sheets.</summary>
internal static class WorkbookFrame
{
    /// <summary>The part that holds a sheet.</summary>
    /// <param name="number">From 1.</param>
    public static string SheetPart(int number) => $"xl/worksheets/sheet{number}.xml";

    /// <summary>Writes everything but the sheets, which may be written before or after.</summary>
    /// <param name="archive">Of the workbook.</param>
    /// <param name="tabs">The names of the sheets, each of which a sheet may have.</param>
    /// <param name="styles">Of all sheets.</param>
    public static void Write(ZipArchive archive, IReadOnlyList<string> tabs, StyleSheet styles)
    {
        WriteContents(archive, tabs.Count);
        WriteWorkbook(archive, tabs, styles, []);
    }

    /// <summary>Writes what programs look for first: which parts there are.</summary>
    public static void WriteContents(ZipArchive archive, int sheets)
    {
        PackageXml.WriteEntry(archive, "[Content_Types].xml", ContentTypes(sheets));
        PackageXml.WriteEntry(archive, "_rels/.rels", Relationships(("rId1", "officeDocument", "xl/workbook.xml")));
    }

    /// <summary>Writes the part that names the sheets, with their styles.</summary>
    /// <param name="archive">Of the workbook.</param>
    /// <param name="tabs">The names of the sheets, each of which a sheet may have.</param>
    /// <param name="styles">Of all sheets.</param>
    /// <param name="definedNames">Elements that name ranges.</param>
    public static void WriteWorkbook(ZipArchive archive, IReadOnlyList<string> tabs, StyleSheet styles, IReadOnlyCollection<XElement> definedNames)
    {
        PackageXml.WriteEntry(archive, "xl/workbook.xml", new XElement(
            PackageXml.Main + "workbook",
            new XAttribute(XNamespace.Xmlns + "r", PackageXml.Relationships),
            new XElement(PackageXml.Main + "bookViews", new XElement(PackageXml.Main + "workbookView")),
            new XElement(PackageXml.Main + "sheets", tabs.Select((tab, index) => new XElement(
                PackageXml.Main + "sheet",
                new XAttribute("name", tab),
                new XAttribute("sheetId", index + 1),
                new XAttribute(PackageXml.Relationships + "id", $"rId{index + 1}")))),
            definedNames.Count > 0 ? new XElement(PackageXml.Main + "definedNames", definedNames) : null));
        PackageXml.WriteEntry(archive, "xl/_rels/workbook.xml.rels", Relationships(
        [
            .. tabs.Select((_, index) => ($"rId{index + 1}", "worksheet", $"worksheets/sheet{index + 1}.xml")),
            ($"rId{tabs.Count + 1}", "styles", "styles.xml"),
        ]));
        PackageXml.WriteEntry(archive, "xl/styles.xml", styles.Root);
    }

    private static XElement ContentTypes(int sheets) => new(
        PackageXml.ContentTypes + "Types",
        new XElement(PackageXml.ContentTypes + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
        new XElement(PackageXml.ContentTypes + "Default", new XAttribute("Extension", "xml"), new XAttribute("ContentType", "application/xml")),
        Override("/xl/workbook.xml", PackageXml.WorkbookType),
        Override("/xl/styles.xml", PackageXml.StylesType),
        Enumerable.Range(1, sheets).Select(number => Override($"/{SheetPart(number)}", PackageXml.WorksheetType)));

    private static XElement Override(string part, string type) =>
        new(PackageXml.ContentTypes + "Override", new XAttribute("PartName", part), new XAttribute("ContentType", type));

    private static XElement Relationships(params (string Id, string Type, string Target)[] relationships) => new(
        PackageXml.PackageRelationships + "Relationships",
        relationships.Select(relationship => new XElement(
            PackageXml.PackageRelationships + "Relationship",
            new XAttribute("Id", relationship.Id),
            new XAttribute("Type", $"{PackageXml.Relationships}/{relationship.Type}"),
            new XAttribute("Target", relationship.Target))));
}
