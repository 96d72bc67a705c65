using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Documents.Reading;

namespace OrdosPipeline.Documents.Feedback;

/// <summary>Copies an .xlsx package part by part, adds the result sheet as the first, marks the faulty cells and comments on them.</summary>
internal sealed class MarkedWorkbook
{
    private const string SheetId = "rIdOrdosFeedback";
    private const string StylesId = "rIdOrdosStyles";

    /// <summary>More comments than anyone reads make a workbook slow; the result sheet has every finding.</summary>
    private const int MaxNotesPerSheet = 1_000;

    private static readonly XmlReaderSettings ReaderSettings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true };

    private readonly ZipPackage package;
    private readonly string workbookPart;
    private readonly XElement workbook;
    private readonly XElement relationships;
    private readonly XElement contentTypes;
    private readonly StyleSheet styles;
    private readonly string stylesPart;
    private readonly string resultPart;
    private readonly Dictionary<string, string> sheetNamesByPart = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> removedParts = new(StringComparer.OrdinalIgnoreCase);
    private readonly XNamespace ns;
    private readonly EarlierFeedback? earlier;

    /// <exception cref="FileFaultException">The package cannot be changed without harm.</exception>
    public MarkedWorkbook(ZipPackage package)
    {
        this.package = package;
        workbookPart = PackageRelationships.MainPart(package) ?? throw Unreadable();
        workbook = Load(workbookPart);
        ns = workbook.Name.Namespace;
        relationships = Load(RelationshipsPart);
        contentTypes = Load("[Content_Types].xml");

        var parts = PackageRelationships.Of(package, workbookPart);
        earlier = TakeEarlier(parts);
        foreach (var sheet in Sheets.Elements(ns + "sheet"))
        {
            if (parts.Find(sheet.Attribute(RelationshipNamespace + "id")?.Value) is { } part && part.IsOf("worksheet"))
                sheetNamesByPart[part.Target] = sheet.Attribute("name")?.Value ?? "";
        }

        // Some writers leave it to the relationships to tell what a part is, which not every program accepts.
        foreach (var part in sheetNamesByPart.Keys)
            Declare(part, PackageXml.WorksheetType);

        resultPart = FreeName("xl/worksheets/ordos-feedback", ".xml");
        if (parts.TargetOf("styles") is { } existing && package.Has(existing))
        {
            stylesPart = existing;
            Declare(existing, PackageXml.StylesType);
            styles = new StyleSheet(Load(existing));
        }
        else
        {
            stylesPart = FreeName("xl/ordos-styles", ".xml");
            styles = new StyleSheet(new XElement(ns + "styleSheet"));
            AddPart(StylesId, "styles", stylesPart, PackageXml.StylesType);
        }

        AddPart(SheetId, "worksheet", resultPart, PackageXml.WorksheetType);
        AddSheet();

        // A damaged package may call one part by two names, or use it twice.
        string[] used = [workbookPart, RelationshipsPart, "[Content_Types].xml", stylesPart, .. sheetNamesByPart.Keys];
        if (used.Distinct(StringComparer.OrdinalIgnoreCase).Count() < used.Length)
            throw Unreadable();

        // Hidden sheets were not read before; whatever is wrong with one must show now and not halfway through the output.
        foreach (var part in sheetNamesByPart.Keys)
            PartXml.TryRead(package, part, _ => { });
    }

    private XElement Sheets => workbook.Element(ns + "sheets") ?? throw Unreadable();

    private XNamespace RelationshipNamespace => ns == PackageXml.StrictMain ? PackageXml.StrictRelationships : PackageXml.Relationships;

    private string RelationshipsPart
    {
        get
        {
            var slash = workbookPart.LastIndexOf('/') + 1;
            return $"{workbookPart[..slash]}_rels/{workbookPart[slash..]}.rels";
        }
    }

    /// <summary>Reads every part once, so that damage is met before anything is written.</summary>
    /// <exception cref="FileFaultException">A part is damaged.</exception>
    public static void ReadThrough(ZipPackage package)
    {
        foreach (var name in package.Names)
        {
            using var stream = package.OpenEntry(name)!;
            stream.CopyTo(Stream.Null);
        }
    }

    /// <param name="result">What the result sheet says.</param>
    /// <param name="output">Left open.</param>
    public void Write(FeedbackResult result, Stream output)
    {
        var submission = result.File.Submission;
        var now = new EarlierFeedback();
        var drawingIds = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var changed = new Dictionary<string, XElement>(StringComparer.OrdinalIgnoreCase) { [workbookPart] = workbook, [RelationshipsPart] = relationships };
        foreach (var (part, sheet) in sheetNamesByPart)
            AddNotes(part, NotesOf(submission, sheet), drawingIds, changed);

        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        PackageXml.WriteEntry(archive, "[Content_Types].xml", contentTypes);
        foreach (var name in package.Names.Where(name => !removedParts.Contains(name) && !changed.ContainsKey(name)))
        {
            if (name.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase) || name.Equals(stylesPart, StringComparison.OrdinalIgnoreCase))
                continue;
            if (sheetNamesByPart.TryGetValue(name, out var sheet))
                CopySheet(archive, name, sheet, MarksOf(submission, sheet), now, drawingIds.GetValueOrDefault(name));
            else
                CopyEntry(archive, name);
        }

        foreach (var (name, root) in changed)
            PackageXml.WriteEntry(archive, name, root);
        var tabs = sheetNamesByPart.Values.ToHashSet(StringComparer.Ordinal);
        PackageXml.WriteEntry(archive, resultPart, writer => new ResultSheet(result, TabOf, [.. now.Notes()]).Write(writer, ns, styles));

        // Last, because marks and results add styles.
        PackageXml.WriteEntry(archive, stylesPart, styles.Root);

        // A CSV file has one sheet without a name.
        string? TabOf(string? sheet) => sheet is null && tabs.Count == 1 ? tabs.Single() : sheet is not null && tabs.Contains(sheet) ? sheet : null;
    }

    private static Dictionary<CellAddress, Severity> MarksOf(CheckedSubmission submission, string sheet)
    {
        var marks = new Dictionary<CellAddress, Severity>();
        foreach (var (address, finding) in FindingsOf(submission, sheet))
        {
            if (!marks.TryGetValue(address, out var known) || finding.Severity > known)
                marks[address] = finding.Severity;
        }

        return marks;
    }

    private static Dictionary<CellAddress, string> NotesOf(CheckedSubmission submission, string sheet) =>
        FindingsOf(submission, sheet)
            .GroupBy(pair => pair.Address, pair => pair.Finding)
            .Take(MaxNotesPerSheet)
            .ToDictionary(group => group.Key, group => string.Join('\n', group.OrderByDescending(finding => finding.Severity).Select(FeedbackTexts.Note).Distinct()));

    private static IEnumerable<(CellAddress Address, Finding Finding)> FindingsOf(CheckedSubmission submission, string sheet)
    {
        foreach (var finding in submission.Findings)
        {
            if ((finding.Sheet ?? sheet) == sheet && CellAddress.TryParse(finding.Cell, out var address) && RowBuilder.IsOnSheet(address))
                yield return (address, finding);
        }
    }

    private void AddNotes(string sheetPart, Dictionary<CellAddress, string> texts, Dictionary<string, string> drawingIds, Dictionary<string, XElement> changed)
    {
        var number = 1;
        while (package.Has(SheetNotes.CommentsPartName(number)) || changed.ContainsKey(SheetNotes.CommentsPartName(number)))
            number++;
        if (SheetNotes.Of(package, sheetPart, ns, RelationshipNamespace, texts, number, earlier is not null) is not { } notes)
            return;
        foreach (var (name, root) in notes.Parts)
            changed[name] = root;
        if (notes is not { NewDrawingId: { } drawingId, NewCommentsPart: { } commentsPart })
            return;
        drawingIds[sheetPart] = drawingId;
        var types = contentTypes.Name.Namespace;
        contentTypes.Add(new XElement(types + "Override", new XAttribute("PartName", "/" + commentsPart), new XAttribute("ContentType", PackageXml.CommentsType)));
        if (!contentTypes.Elements(types + "Default").Any(e => string.Equals(e.Attribute("Extension")?.Value, "vml", StringComparison.OrdinalIgnoreCase)))
            contentTypes.AddFirst(new XElement(types + "Default", new XAttribute("Extension", "vml"), new XAttribute("ContentType", PackageXml.VmlType)));
    }

    private void CopySheet(ZipArchive archive, string name, string tab, Dictionary<CellAddress, Severity> marks, EarlierFeedback now, string? drawingId)
    {
        using var reader = XmlReader.Create(package.OpenEntry(name)!, ReaderSettings);
        PackageXml.WriteEntry(archive, name, writer => new SheetMarks(reader, writer, styles, marks, tab, earlier, now).Copy(drawingId, RelationshipNamespace));
    }

    private void CopyEntry(ZipArchive archive, string name)
    {
        using var source = package.OpenEntry(name)!;
        using var target = PackageXml.CreateEntry(archive, name);
        source.CopyTo(target);
    }

    /// <summary>Takes the result sheet of an earlier feedback out of the workbook; null when the workbook was never marked.</summary>
    private EarlierFeedback? TakeEarlier(PackageRelationships parts)
    {
        var names = workbook.Elements(ns + "definedNames").Elements(ns + "definedName").Where(name => name.Attribute("name")?.Value == EarlierFeedback.Name).ToList();
        var found = names.Count > 0 ? new EarlierFeedback() : null;
        names.Remove();
        var sheets = Sheets.Elements(ns + "sheet").ToList();
        for (var index = sheets.Count - 1; index >= 0; index--)
        {
            if (sheets[index].Attribute("name")?.Value != FeedbackSheet.Name || sheets.Count == 1)
                continue;
            var id = sheets[index].Attribute(RelationshipNamespace + "id")?.Value;
            found ??= new EarlierFeedback();
            if (parts.Find(id) is { } part)
            {
                found.Read(ReadSheet(parts, part.Target));
                removedParts.Add(part.Target);
                contentTypes.Elements().Where(e => string.Equals(e.Attribute("PartName")?.Value, "/" + part.Target, StringComparison.OrdinalIgnoreCase)).Remove();
            }

            relationships.Elements().Where(e => e.Attribute("Id")?.Value == id).Remove();
            sheets[index].Remove();
            ShiftLocalNames(index, -1);
        }

        return found;
    }

    private Sheet ReadSheet(PackageRelationships parts, string part)
    {
        var budget = new CellBudget(IntakeLimits.Default with { Cells = int.MaxValue }, CancellationToken.None);
        var strings = XlsxStrings.Read(package, parts.TargetOf("sharedStrings"), budget);
        return new XlsxSheet(package, part, strings, XlsxStyles.Read(package, parts.TargetOf("styles")), isDate1904: false, budget).Read(FeedbackSheet.Name);
    }

    private void AddSheet()
    {
        var taken = Sheets.Elements(ns + "sheet").Select(sheet => sheet.Attribute("name")?.Value ?? "").ToList();
        var nextId = 1 + Sheets.Elements(ns + "sheet").Select(sheet => int.TryParse(sheet.Attribute("sheetId")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).DefaultIfEmpty().Max();
        Sheets.AddFirst(new XElement(
            ns + "sheet",
            new XAttribute("name", SpreadsheetText.SheetName(FeedbackSheet.Name, taken)),
            new XAttribute("sheetId", nextId),
            new XAttribute(RelationshipNamespace + "id", SheetId)));
        ShiftLocalNames(0, 1);
        AddName();
        foreach (var view in workbook.Elements(ns + "bookViews").Elements(ns + "workbookView"))
        {
            view.SetAttributeValue("activeTab", null);
            view.SetAttributeValue("firstSheet", null);
        }
    }

    private void AddName()
    {
        var names = workbook.Element(ns + "definedNames");
        if (names is null)
        {
            names = new XElement(ns + "definedNames");
            (workbook.Elements(ns + "externalReferences").LastOrDefault() ?? workbook.Elements(ns + "functionGroups").LastOrDefault() ?? Sheets).AddAfterSelf(names);
        }

        names.Add(new XElement(ns + "definedName", new XAttribute("name", EarlierFeedback.Name), new XAttribute("hidden", 1), "TRUE"));
    }

    /// <summary>Names such as print areas belong to a sheet by its place among the tabs.</summary>
    private void ShiftLocalNames(int fromIndex, int by)
    {
        foreach (var name in workbook.Elements(ns + "definedNames").Elements(ns + "definedName").ToList())
        {
            if (!int.TryParse(name.Attribute("localSheetId")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index < fromIndex)
                continue;
            if (by < 0 && index == fromIndex)
                name.Remove();
            else
                name.SetAttributeValue("localSheetId", index + by);
        }

        workbook.Elements(ns + "definedNames").Where(names => !names.HasElements).Remove();
    }

    private void AddPart(string id, string type, string part, string contentType)
    {
        relationships.Elements().Where(e => e.Attribute("Id")?.Value == id).Remove();
        relationships.Add(new XElement(
            relationships.Name.Namespace + "Relationship",
            new XAttribute("Id", id),
            new XAttribute("Type", $"{RelationshipNamespace}/{type}"),
            new XAttribute("Target", "/" + part)));
        Declare(part, contentType);
    }

    private void Declare(string part, string contentType)
    {
        contentTypes.Elements().Where(e => string.Equals(e.Attribute("PartName")?.Value, "/" + part, StringComparison.OrdinalIgnoreCase)).Remove();
        contentTypes.Add(new XElement(contentTypes.Name.Namespace + "Override", new XAttribute("PartName", "/" + part), new XAttribute("ContentType", contentType)));
    }

    private string FreeName(string stem, string extension)
    {
        var name = stem + extension;
        for (var number = 2; package.Has(name) && !removedParts.Contains(name); number++)
            name = string.Create(CultureInfo.InvariantCulture, $"{stem}{number}{extension}");
        return name;
    }

    private XElement Load(string part)
    {
        XElement? root = null;
        PartXml.TryRead(package, part, reader => root = XElement.Load(reader, LoadOptions.PreserveWhitespace));
        return root ?? throw Unreadable();
    }

    private static FileFaultException Unreadable() => new(FileFaultKind.Unreadable);
}
