using System.Globalization;
using System.Xml.Linq;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Documents.Reading;

namespace OrdosPipeline.Documents.Feedback;

/// <summary>
/// The comments of one sheet with those of feedback among them: the texts in one part, the boxes that show them in
/// another. Comments that the clerk or colleagues wrote stay.
/// </summary>
internal sealed class SheetNotes
{
    /// <summary>Of the comments that feedback writes, so that the next feedback finds and replaces them.</summary>
    private const string Author = "校验结果";

    /// <summary>The text of a comment is 9 points high; a line of 20 Chinese characters is read without moving the eyes.</summary>
    private const int BoxCharacters = 40;
    private const int BoxPixels = BoxCharacters * ColumnWidths.PixelsPerCharacter + 20;
    private const int PixelsAfterCell = 15;
    private const int PixelsPerLine = 17;
    private const int PixelsPerRow = 20;
    private const int MostLines = 30;

    private const string CommentsId = "rIdOrdosComments";
    private const string DrawingId = "rIdOrdosNotes";

    private static readonly XNamespace Vml = "urn:schemas-microsoft-com:vml";
    private static readonly XNamespace Office = "urn:schemas-microsoft-com:office:office";
    private static readonly XNamespace Excel = "urn:schemas-microsoft-com:office:excel";

    private readonly XElement comments;
    private readonly XElement drawing;
    private readonly ColumnWidths widths;

    private SheetNotes(XElement comments, XElement drawing, ColumnWidths widths) => (this.comments, this.drawing, this.widths) = (comments, drawing, widths);

    /// <summary>The parts to write instead of those in the package, by name.</summary>
    public Dictionary<string, XElement> Parts { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Of the drawing, when the sheet has none yet that the sheet's part names.</summary>
    public string? NewDrawingId { get; private set; }

    /// <summary>The comments part when it is new and must be declared.</summary>
    public string? NewCommentsPart { get; private set; }

    /// <summary>Of a new comments part.</summary>
    public static string CommentsPartName(int number) => string.Create(CultureInfo.InvariantCulture, $"xl/ordos-comments{number}.xml");

    /// <summary>Null when there is nothing to change, or the sheet has drawings of the old kind that cannot be added to.</summary>
    /// <param name="package">The workbook as handed in.</param>
    /// <param name="sheetPart">Of the sheet.</param>
    /// <param name="ns">Of the workbook.</param>
    /// <param name="relationshipNamespace">Of the workbook.</param>
    /// <param name="texts">The comments to add.</param>
    /// <param name="number">For the names of new parts.</param>
    /// <param name="wasMarked">An earlier feedback marked the workbook.</param>
    public static SheetNotes? Of(
        ZipPackage package, string sheetPart, XNamespace ns, XNamespace relationshipNamespace, IReadOnlyDictionary<CellAddress, string> texts, int number, bool wasMarked)
    {
        var relationships = PackageRelationships.Of(package, sheetPart);
        var drawings = relationships.AllOf("vmlDrawing");
        var existing = relationships.TargetOf("comments");
        if (existing is null && drawings.Count > 0)
            return null;
        if (existing is null)
            return texts.Count == 0 ? null : New(package, sheetPart, ns, relationshipNamespace, texts, number);

        if (drawings.Count != 1 || TryLoad(package, existing) is not { } comments || TryLoad(package, drawings[0].Target) is not { } drawing)
            return null;
        var notes = new SheetNotes(comments, drawing, ColumnWidths.Of(package, sheetPart)) { Parts = { [existing] = comments, [drawings[0].Target] = drawing } };
        notes.RemoveOwn(wasMarked);
        notes.Add(texts);
        return notes;
    }

    private static SheetNotes New(
        ZipPackage package, string sheetPart, XNamespace ns, XNamespace relationshipNamespace, IReadOnlyDictionary<CellAddress, string> texts, int number)
    {
        var slash = sheetPart.LastIndexOf('/') + 1;
        var relationshipsPart = $"{sheetPart[..slash]}_rels/{sheetPart[slash..]}.rels";
        var relationships = TryLoad(package, relationshipsPart) ?? new XElement(PackageXml.PackageRelationships + "Relationships");
        var (commentsPart, drawingPart) = (CommentsPartName(number), $"xl/drawings/ordos-notes{number}.vml");
        relationships.Add(
            Relationship(relationships.Name.Namespace, CommentsId, $"{relationshipNamespace}/comments", commentsPart),
            Relationship(relationships.Name.Namespace, DrawingId, $"{relationshipNamespace}/vmlDrawing", drawingPart));
        var notes = new SheetNotes(
            new XElement(ns + "comments", new XElement(ns + "authors"), new XElement(ns + "commentList")),
            new XElement(
                "xml",
                new XAttribute(XNamespace.Xmlns + "v", Vml), new XAttribute(XNamespace.Xmlns + "o", Office), new XAttribute(XNamespace.Xmlns + "x", Excel),
                new XElement(Office + "shapelayout", new XAttribute(Vml + "ext", "edit"), new XElement(Office + "idmap", new XAttribute(Vml + "ext", "edit"), new XAttribute("data", number))),
                new XElement(
                    Vml + "shapetype",
                    new XAttribute("id", "_x0000_t202"), new XAttribute("coordsize", "21600,21600"), new XAttribute(Office + "spt", 202), new XAttribute("path", "m,l,21600r21600,l21600,xe"),
                    new XElement(Vml + "stroke", new XAttribute("joinstyle", "miter")),
                    new XElement(Vml + "path", new XAttribute("gradientshapeok", "t"), new XAttribute(Office + "connecttype", "rect")))),
            ColumnWidths.Of(package, sheetPart))
        {
            NewDrawingId = DrawingId,
            NewCommentsPart = commentsPart,
        };
        notes.Parts[relationshipsPart] = relationships;
        notes.Parts[commentsPart] = notes.comments;
        notes.Parts[drawingPart] = notes.drawing;
        notes.Add(texts);
        return notes;
    }

    private static XElement Relationship(XNamespace ns, string id, string type, string target) =>
        new(ns + "Relationship", new XAttribute("Id", id), new XAttribute("Type", type), new XAttribute("Target", "/" + target));

    private static XElement? TryLoad(ZipPackage package, string part)
    {
        try
        {
            XElement? root = null;
            PartXml.TryRead(package, part, reader => root = XElement.Load(reader, LoadOptions.PreserveWhitespace));
            return root;
        }
        catch (FileFaultException)
        {
            // Drawings of the old kind need not be well-formed XML.
            return null;
        }
    }

    private void RemoveOwn(bool wasMarked)
    {
        var ns = comments.Name.Namespace;
        var authors = comments.Elements(ns + "authors").Elements(ns + "author").Select(author => author.Value).ToList();
        foreach (var comment in comments.Elements(ns + "commentList").Elements(ns + "comment").ToList())
        {
            var isOwn = int.TryParse(comment.Attribute("authorId")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var author)
                && author < authors.Count && authors[author] == Author;

            // LibreOffice keeps the text of a comment and drops its author.
            isOwn |= wasMarked && FeedbackTexts.IsNote(string.Concat(comment.Descendants(ns + "t").Select(text => text.Value)));
            if (isOwn && CellAddress.TryParse(comment.Attribute("ref")?.Value, out var cell))
            {
                comment.Remove();
                BoxesAt(cell).Remove();
            }
        }
    }

    private IEnumerable<XElement> BoxesAt(CellAddress cell) => drawing.Elements(Vml + "shape").Where(shape =>
        shape.Elements(Excel + "ClientData").Any(data =>
            data.Element(Excel + "Row")?.Value.Trim() == Number(cell.RowNumber - 1) && data.Element(Excel + "Column")?.Value.Trim() == Number(cell.ColumnNumber - 1)));

    private void Add(IReadOnlyDictionary<CellAddress, string> texts)
    {
        var ns = comments.Name.Namespace;
        var authors = comments.Element(ns + "authors");
        var list = comments.Element(ns + "commentList");
        if (texts.Count == 0 || authors is null || list is null)
            return;
        var authorId = authors.Elements().TakeWhile(author => author.Value != Author).Count();
        if (authorId == authors.Elements().Count())
            authors.Add(new XElement(ns + "author", Author));
        var byCell = list.Elements(ns + "comment").GroupBy(comment => comment.Attribute("ref")?.Value ?? "", StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var shapeNumber = 0;
        foreach (var (cell, text) in texts.OrderBy(pair => pair.Key))
        {
            // A cell has one comment: what someone wrote there stays, and the result sheet tells the rest.
            if (byCell.ContainsKey(cell.ToString()))
                continue;
            list.Add(new XElement(
                ns + "comment",
                new XAttribute("ref", cell.ToString()),
                new XAttribute("authorId", authorId),
                new XElement(ns + "text", new XElement(ns + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), SpreadsheetText.Escape(text)))));
            drawing.Add(Box(cell, text, ++shapeNumber));
        }
    }

    private XElement Box(CellAddress cell, string text, int number)
    {
        var (row, column) = (cell.RowNumber - 1, cell.ColumnNumber - 1);
        var (lastColumn, lastPixel) = widths.At(column + 1, PixelsAfterCell + BoxPixels);
        var rows = (Math.Min(SpreadsheetText.LinesOf(text, BoxCharacters), MostLines) * PixelsPerLine + PixelsPerRow) / PixelsPerRow + 1;
        return new XElement(
            Vml + "shape",
            new XAttribute("id", $"ordos-note-{number}"),
            new XAttribute("type", "#_x0000_t202"),
            new XAttribute("style", "position:absolute;visibility:hidden"),
            new XAttribute("fillcolor", "#ffffe1"),
            new XAttribute(Office + "insetmode", "auto"),
            new XElement(Vml + "fill", new XAttribute("color2", "#ffffe1")),
            new XElement(Vml + "shadow", new XAttribute("on", "t"), new XAttribute("color", "black"), new XAttribute("obscured", "t")),
            new XElement(Vml + "path", new XAttribute(Office + "connecttype", "none")),
            new XElement(Vml + "textbox", new XAttribute("style", "mso-direction-alt:auto"), new XElement("div", new XAttribute("style", "text-align:left"), "")),
            new XElement(
                Excel + "ClientData",
                new XAttribute("ObjectType", "Note"),
                new XElement(Excel + "MoveWithCells"),
                new XElement(Excel + "SizeWithCells"),
                new XElement(Excel + "Anchor", string.Create(CultureInfo.InvariantCulture, $"{column + 1}, {PixelsAfterCell}, {row}, 2, {lastColumn}, {lastPixel}, {row + rows}, 4")),
                new XElement(Excel + "AutoFill", "False"),
                new XElement(Excel + "Row", Number(row)),
                new XElement(Excel + "Column", Number(column))));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
