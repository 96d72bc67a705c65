using System.Globalization;
using System.Xml;

namespace OrdosPipeline.Documents.Feedback;

/// <summary>Writes what stands around the cells of a sheet.</summary>
internal static class SheetXml
{
    /// <summary>Printed as wide as a page; the first element of a sheet, see <see cref="WritePrinting"/>.</summary>
    public static void WriteFitToPage(XmlWriter writer)
    {
        writer.WriteStartElement("sheetPr");
        writer.WriteStartElement("pageSetUpPr");
        writer.WriteAttributeString("fitToPage", "1");
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    /// <summary>The widths of columns by their numbers; before the rows.</summary>
    public static void WriteColumns(XmlWriter writer, IEnumerable<(int Number, int Width)> columns)
    {
        var any = false;
        foreach (var (number, width) in columns)
        {
            if (!any)
                writer.WriteStartElement("cols");
            any = true;
            WriteColumn(writer, number, width);
        }

        if (any)
            writer.WriteEndElement();
    }

    /// <summary>One of the columns.</summary>
    /// <param name="writer">Within the columns.</param>
    /// <param name="number">From 1.</param>
    /// <param name="width">In digits.</param>
    /// <param name="isHidden">Not shown.</param>
    public static void WriteColumn(XmlWriter writer, int number, int width, bool isHidden = false)
    {
        writer.WriteStartElement("col");
        writer.WriteAttributeString("min", Text(number));
        writer.WriteAttributeString("max", Text(number));
        writer.WriteAttributeString("width", Text(width));
        if (isHidden)
            writer.WriteAttributeString("hidden", "1");
        writer.WriteAttributeString("customWidth", "1");
        writer.WriteEndElement();
    }

    /// <summary>A4 across; after the rows and what belongs to them.</summary>
    public static void WritePrinting(XmlWriter writer)
    {
        writer.WriteStartElement("pageMargins");
        foreach (var (side, inches) in (ReadOnlySpan<(string, string)>)[("left", "0.4"), ("right", "0.4"), ("top", "0.5"), ("bottom", "0.6"), ("header", "0.3"), ("footer", "0.3")])
            writer.WriteAttributeString(side, inches);
        writer.WriteEndElement();
        writer.WriteStartElement("pageSetup");
        writer.WriteAttributeString("paperSize", "9");
        writer.WriteAttributeString("orientation", "landscape");
        writer.WriteAttributeString("fitToWidth", "1");
        writer.WriteAttributeString("fitToHeight", "0");
        writer.WriteEndElement();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
