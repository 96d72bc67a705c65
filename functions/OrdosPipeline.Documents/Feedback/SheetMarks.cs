using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Documents.Feedback;

/// <summary>
/// Copies a worksheet part node by node as it is, except that faulty cells get the fill of their severity, also those
/// that the part leaves out because they are blank, that fills of an earlier feedback go, and that the sheet is no longer
/// selected: two selected sheets would be edited together.
/// </summary>
/// <param name="reader">At the start of the part.</param>
/// <param name="writer">At the start of the copy.</param>
/// <param name="styles">To which the styles of the faulty cells are added.</param>
/// <param name="marks">The faulty cells with the worst severity of each.</param>
/// <param name="tab">Of the sheet.</param>
/// <param name="earlier">What an earlier feedback has replaced; null when there was none.</param>
/// <param name="now">Keeps what the marks replace.</param>
internal sealed class SheetMarks(
    XmlReader reader, XmlWriter writer, StyleSheet styles, IReadOnlyDictionary<CellAddress, Severity> marks, string tab, EarlierFeedback? earlier, EarlierFeedback now)
{
    /// <summary>What the schema puts behind the drawing of comments.</summary>
    private static readonly string[] BehindDrawing =
        ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"];

    private readonly Queue<KeyValuePair<CellAddress, Severity>> blank = new(marks.OrderBy(pair => pair.Key));

    // The last row and cell; programs may leave the numbers of what follows without a gap out.
    private int row;
    private int column;
    private int rowStyle;

    /// <param name="drawingId">Of the drawing of comments that the sheet gets; null when it has one or needs none.</param>
    /// <param name="relationshipNamespace">Of the workbook.</param>
    public void Copy(string? drawingId, XNamespace relationshipNamespace)
    {
        while (reader.Read())
        {
            if (drawingId is not null && reader.Depth <= 1 && (reader.NodeType == XmlNodeType.Element ? BehindDrawing.Contains(reader.LocalName) : reader is { NodeType: XmlNodeType.EndElement, Depth: 0 }))
            {
                writer.WriteStartElement(reader.Prefix, "legacyDrawing", reader.NamespaceURI);
                writer.WriteAttributeString("r", "id", relationshipNamespace.NamespaceName, drawingId);
                writer.WriteEndElement();
                drawingId = null;
            }

            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    CopyElement();
                    break;
                case XmlNodeType.EndElement:
                    CloseElement(isEmpty: false);
                    break;
                case XmlNodeType.Text:
                    writer.WriteString(reader.Value);
                    break;
                case XmlNodeType.CDATA:
                    writer.WriteCData(reader.Value);
                    break;
                case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when writer.WriteState != WriteState.Start && writer.WriteState != WriteState.Prolog:
                    writer.WriteWhitespace(reader.Value);
                    break;
            }
        }
    }

    private void CopyElement()
    {
        var isEmpty = reader.IsEmptyElement;
        switch (reader.LocalName)
        {
            case "sheetView":
                Start();
                CopyAttributes(except: "tabSelected");
                break;
            case "row":
                row = Number("r") is > 0 and var number ? number : row + 1;
                (column, rowStyle) = (0, reader.GetAttribute("customFormat") is "1" or "true" ? Number("s") : 0);
                WriteBlankRows(before: row);
                Start();

                // The span is a hint that cells to be added may make untrue.
                CopyAttributes(except: blank.TryPeek(out var next) && next.Key.RowNumber == row ? "spans" : null);
                break;
            case "c":
                column = CellAddress.TryParse(reader.GetAttribute("r"), out var address) ? address.ColumnNumber : column + 1;
                WriteBlankCells(before: column);
                Start();
                CopyCellAttributes(new CellAddress(row, column));
                break;
            default:
                Start();
                writer.WriteAttributes(reader, defattr: false);
                break;
        }

        if (isEmpty)
            CloseElement(isEmpty: true);
    }

    private void Start() => writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);

    private void CloseElement(bool isEmpty)
    {
        if (reader.LocalName == "row")
            WriteBlankCells(before: int.MaxValue);
        else if (reader.LocalName == "sheetData")
            WriteBlankRows(before: int.MaxValue);
        if (isEmpty)
            writer.WriteEndElement();
        else
            writer.WriteFullEndElement();
    }

    private void WriteBlankRows(int before)
    {
        while (blank.TryPeek(out var next) && next.Key.RowNumber < before)
        {
            writer.WriteStartElement(reader.Prefix, "row", reader.NamespaceURI);
            writer.WriteAttributeString("r", next.Key.RowNumber.ToString(CultureInfo.InvariantCulture));
            while (blank.TryPeek(out var cell) && cell.Key.RowNumber == next.Key.RowNumber)
                WriteBlankCell(blank.Dequeue(), style: 0);
            writer.WriteEndElement();
        }
    }

    private void WriteBlankCells(int before)
    {
        while (blank.TryPeek(out var next) && next.Key.RowNumber == row && next.Key.ColumnNumber < before)
            WriteBlankCell(blank.Dequeue(), rowStyle);
    }

    private void WriteBlankCell(KeyValuePair<CellAddress, Severity> mark, int style)
    {
        writer.WriteStartElement(reader.Prefix, "c", reader.NamespaceURI);
        writer.WriteAttributeString("r", mark.Key.ToString());
        writer.WriteAttributeString("s", styles.Marked(style, mark.Value).ToString(CultureInfo.InvariantCulture));
        writer.WriteEndElement();
    }

    private void CopyCellAttributes(CellAddress address)
    {
        if (blank.TryPeek(out var next) && next.Key == address)
            blank.Dequeue();
        var style = Number("s");
        var shown = earlier is null ? style : styles.Unmarked(style, earlier.FillOf(tab, address));
        if (marks.TryGetValue(address, out var severity))
        {
            if (styles.FillOf(shown) is { } fill)
                now.Keep(tab, address, fill);
            shown = styles.Marked(shown, severity);
        }

        if (shown == style)
        {
            writer.WriteAttributes(reader, defattr: false);
            return;
        }

        CopyAttributes(except: "s");
        writer.WriteAttributeString("s", shown.ToString(CultureInfo.InvariantCulture));
    }

    private int Number(string attribute) => int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private void CopyAttributes(string? except)
    {
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.Name != except)
                writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
        }

        reader.MoveToElement();
    }
}
