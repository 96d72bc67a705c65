using System.Globalization;
using System.Xml;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Documents.Feedback;

/// <summary>
/// Copies a worksheet part node by node as it is, except that faulty cells get the fill of their severity, and that the
/// sheet is no longer selected: two selected sheets would be edited together.
/// </summary>
internal static class SheetMarks
{
    /// <param name="reader">At the start of the part.</param>
    /// <param name="writer">At the start of the copy.</param>
    /// <param name="marks">The faulty cells with the worst severity of each.</param>
    /// <param name="styles">To which the styles of the faulty cells are added.</param>
    public static void Copy(XmlReader reader, XmlWriter writer, IReadOnlyDictionary<CellAddress, Severity> marks, StyleSheet styles)
    {
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    CopyElement(reader, writer, marks, styles);
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

    private static void CopyElement(XmlReader reader, XmlWriter writer, IReadOnlyDictionary<CellAddress, Severity> marks, StyleSheet styles)
    {
        var isEmpty = reader.IsEmptyElement;
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        if (reader.LocalName == "sheetView")
            CopyAttributes(reader, writer, except: "tabSelected");
        else if (reader.LocalName == "c" && MarkOf(reader, marks) is { } severity)
            CopyMarkedCell(reader, writer, severity, styles);
        else
            writer.WriteAttributes(reader, defattr: false);
        if (isEmpty)
            writer.WriteEndElement();
    }

    private static Severity? MarkOf(XmlReader reader, IReadOnlyDictionary<CellAddress, Severity> marks) =>
        marks.Count > 0 && CellAddress.TryParse(reader.GetAttribute("r"), out var address) && marks.TryGetValue(address, out var severity) ? severity : null;

    private static void CopyMarkedCell(XmlReader reader, XmlWriter writer, Severity severity, StyleSheet styles)
    {
        var style = int.TryParse(reader.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : 0;
        CopyAttributes(reader, writer, except: "s");
        writer.WriteAttributeString("s", styles.Marked(style, severity).ToString(CultureInfo.InvariantCulture));
    }

    private static void CopyAttributes(XmlReader reader, XmlWriter writer, string except)
    {
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.Name != except)
                writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
        }

        reader.MoveToElement();
    }
}
