using System.Xml;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Reading;

/// <summary>Reads .xlsx workbooks, transitional and strict, part by part as streams.</summary>
internal static class XlsxWorkbook
{
    public static Workbook Read(ZipPackage package, CellBudget budget)
    {
        if (package.Names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || name.StartsWith("xl/macrosheets/", StringComparison.OrdinalIgnoreCase)))
            throw new FileFaultException(FileFaultKind.HasMacros);
        var main = OtherType(package) is { } other
            ? throw new FileFaultException(FileFaultKind.TypeUnsupported, other)
            : PackageRelationships.MainPart(package) ?? "xl/workbook.xml";
        ThrowIfNotWorkbook(package, main);

        var relationships = PackageRelationships.Of(package, main);
        var styles = XlsxStyles.Read(package, relationships.TargetOf("styles"));
        var strings = XlsxStrings.Read(package, relationships.TargetOf("sharedStrings"), budget);
        var isDate1904 = false;
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var tabs = new List<(string Name, bool IsHidden, PackageRelationship? Part)>();
        var found = PartXml.TryReadElements(
            package,
            main,
            reader =>
            {
                if (reader.LocalName == "workbookPr")
                    isDate1904 = reader.Flag("date1904");
                else if (reader.LocalName == "definedName")
                    ReadName(reader, names, budget);
                else
                    tabs.Add((reader.Attribute("name") ?? "", reader.Attribute("state") is "hidden" or "veryHidden", relationships.Find(reader.Attribute("id"))));
            },
            "workbookPr",
            "sheet",
            "definedName");
        if (!found)
            throw new FileFaultException(FileFaultKind.Unreadable);

        var sheets = new List<Sheet>();
        foreach (var (name, isHidden, part) in tabs)
        {
            if (part is null)
                throw new FileFaultException(FileFaultKind.Unreadable);
            if (part.IsOf("xlMacrosheet") || part.IsOf("xlIntlMacrosheet"))
                throw new FileFaultException(FileFaultKind.HasMacros);

            // Chart and dialog sheets have no cells.
            if (!part.IsOf("worksheet"))
                continue;
            sheets.Add(isHidden
                ? new Sheet(name, true, [], [])
                : new XlsxSheet(package, part.Target, strings, styles, isDate1904, budget).Read(name));
        }

        package.ReadRest();
        return new Workbook(FileFormat.Xlsx, sheets, package.Names.Any(IsLinkOrObject)) { Template = TemplateTag.Read(names.GetValueOrDefault(TemplateTag.Name)?.Trim('"'), SheetIn(names.GetValueOrDefault(TemplateTag.InstructionsName))) };
    }

    /// <summary>Only the names of templates are of any use.</summary>
    private static void ReadName(XmlReader reader, Dictionary<string, string> names, CellBudget budget)
    {
        if (reader.Attribute("name") is TemplateTag.Name or TemplateTag.InstructionsName)
            names[reader.Attribute("name")!] = reader.ReadText(budget);
    }

    /// <summary>The sheet of a reference such as <c>'填报说明'!$A$1</c>; null where there is none any more (<c>#REF!</c>).</summary>
    private static string? SheetIn(string? reference) => reference?.LastIndexOf('!') is > 0 and var end && reference[0] != '#'
        ? reference[..end].TrimStart('$').Trim('\'').Replace("''", "'", StringComparison.Ordinal)
        : null;

    private static bool IsLinkOrObject(string name) =>
        name.StartsWith("xl/externalLinks/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("xl/embeddings/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("xl/activeX/", StringComparison.OrdinalIgnoreCase);

    private static string? OtherType(ZipPackage package)
    {
        if (package.OpenEntry("mimetype") is { } stream)
        {
            using var reader = new StreamReader(stream);
            var buffer = new char[100];
            var type = new string(buffer, 0, reader.ReadBlock(buffer, 0, buffer.Length));
            return type.Contains("opendocument.spreadsheet", StringComparison.Ordinal) ? UnsupportedFileTypes.OpenDocument : "ZIP";
        }

        if (package.Has("xl/workbook.bin"))
            return UnsupportedFileTypes.BinaryWorkbook;
        if (package.Has("word/document.xml"))
            return ".docx";
        if (package.Has("ppt/presentation.xml"))
            return ".pptx";
        return package.Has("[Content_Types].xml") ? null : "ZIP";
    }

    private static void ThrowIfNotWorkbook(ZipPackage package, string main)
    {
        var type = "";
        PartXml.TryReadElements(
            package,
            "[Content_Types].xml",
            reader =>
            {
                if (string.Equals(reader.Attribute("PartName"), "/" + main, StringComparison.OrdinalIgnoreCase))
                    type = reader.Attribute("ContentType") ?? "";
            },
            "Override");
        if (type.Contains("sheet.binary", StringComparison.OrdinalIgnoreCase))
            throw new FileFaultException(FileFaultKind.TypeUnsupported, UnsupportedFileTypes.BinaryWorkbook);
        if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
            throw new FileFaultException(FileFaultKind.HasMacros);
        if (type.Contains("wordprocessingml", StringComparison.OrdinalIgnoreCase))
            throw new FileFaultException(FileFaultKind.TypeUnsupported, ".docx");
        if (type.Contains("presentationml", StringComparison.OrdinalIgnoreCase))
            throw new FileFaultException(FileFaultKind.TypeUnsupported, ".pptx");
        if (!package.Has(main))
            throw new FileFaultException(FileFaultKind.TypeUnsupported, "ZIP");
    }
}
