using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Documents.Feedback;

/// <summary>
/// Copies a worksheet part node by node as it is, except that faulty cells get the fill of their severity, that fills of
/// an earlier feedback go, and that the sheet is no longer selected: two selected sheets would be edited together.
/// </summary>
/// <param name="reader">At the start of the part.</param>
/// <param name="writer">At the start of the copy.</param>
/// <param name="styles">To which the styles of the faulty cells are added.</param>
/// <param name="marks">The faulty cells with the worst severity of each.</param>
/// <param name="removesEarlier">The workbook comes from an earlier feedback.</param>
internal sealed class SheetMarks(XmlReader reader, XmlWriter writer, StyleSheet styles, IReadOnlyDictionary<CellAddress, Severity> marks, bool removesEarlier)
{
    /// <summary>What the schema puts behind the drawing of comments.</summary>
    private static readonly string[] BehindDrawing =
        ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"];

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
                    writer.WriteFullEndElement();
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
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        if (reader.LocalName == "sheetView")
            CopyAttributes(except: "tabSelected");
        else if (reader.LocalName == "c")
            CopyCellAttributes();
        else
            writer.WriteAttributes(reader, defattr: false);
        if (isEmpty)
            writer.WriteEndElement();
    }

    private void CopyCellAttributes()
    {
        var style = int.TryParse(reader.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : 0;
        var shown = removesEarlier ? styles.Unmarked(style) : style;
        if (marks.Count > 0 && CellAddress.TryParse(reader.GetAttribute("r"), out var address) && marks.TryGetValue(address, out var severity))
            shown = styles.Marked(shown, severity);
        if (shown == style)
        {
            writer.WriteAttributes(reader, defattr: false);
            return;
        }

        CopyAttributes(except: "s");
        writer.WriteAttributeString("s", shown.ToString(CultureInfo.InvariantCulture));
    }

    private void CopyAttributes(string except)
    {
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.Name != except)
                writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
        }

        reader.MoveToElement();
    }
}
