using System.Globalization;
using System.Xml;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Feedback;

/// <summary>Writes cells. Text always goes into inline strings, so that nothing a department typed becomes a formula.</summary>
internal static class CellXml
{
    public static void WriteText(XmlWriter writer, CellAddress address, string text, int style)
    {
        Start(writer, address, style, "inlineStr");
        writer.WriteStartElement("is");
        writer.WriteStartElement("t");
        writer.WriteAttributeString("xml", "space", null, "preserve");
        writer.WriteString(SpreadsheetText.Escape(text));
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    public static void WriteNumber(XmlWriter writer, CellAddress address, decimal number, int style) =>
        WriteValue(writer, address, number.ToString(CultureInfo.InvariantCulture), style, type: null);

    public static void WriteValue(XmlWriter writer, CellAddress address, string value, int style, string? type)
    {
        Start(writer, address, style, type);
        writer.WriteElementString("v", value);
        writer.WriteEndElement();
    }

    private static void Start(XmlWriter writer, CellAddress address, int style, string? type)
    {
        writer.WriteStartElement("c");
        writer.WriteAttributeString("r", address.ToString());
        if (style != 0)
            writer.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        if (type is not null)
            writer.WriteAttributeString("t", type);
    }
}
