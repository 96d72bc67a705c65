using System.Globalization;
using System.Xml;
using OrdosPipeline.Documents.Reading;

namespace OrdosPipeline.Documents.Feedback;

/// <summary>How wide the columns of a sheet are, to tell where a box of a given width ends.</summary>
internal sealed class ColumnWidths
{
    /// <summary>Of a digit in the usual font.</summary>
    public const int PixelsPerCharacter = 7;

    private const int Padding = 5;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true };

    private readonly List<(int First, int Last, int Pixels)> columns = [];
    private int otherwise = 64;

    /// <summary>Reads what stands in front of the cells; a part that is damaged there has columns of the usual width.</summary>
    public static ColumnWidths Of(ZipPackage package, string sheetPart)
    {
        var widths = new ColumnWidths();
        if (package.OpenEntry(sheetPart) is not { } stream)
            return widths;
        using var reader = XmlReader.Create(stream, Settings);
        while (reader.Read() && reader.LocalName != "sheetData")
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "sheetFormatPr" } && Number(reader, "defaultColWidth") is { } usual)
                widths.otherwise = Pixels(usual);
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "col" } && Number(reader, "min") is { } first && Number(reader, "max") is { } last && Number(reader, "width") is { } width)
                widths.columns.Add(((int)first, (int)last, reader.GetAttribute("hidden") is "1" or "true" ? 0 : Pixels(width)));
        }

        return widths;
    }

    /// <summary>The column, from 0, and the pixel in it, that lie a distance to the right of where a column starts.</summary>
    /// <param name="index">Of the column, from 0.</param>
    /// <param name="pixels">The distance.</param>
    public (int Index, int Pixel) At(int index, int pixels)
    {
        for (; index < 16_383; index++)
        {
            var width = columns.Find(column => index + 1 >= column.First && index + 1 <= column.Last) is { First: > 0 } known ? known.Pixels : otherwise;
            if (pixels <= width)
                break;
            pixels -= width;
        }

        return (index, pixels);
    }

    private static int Pixels(double characters) => (int)(Math.Clamp(characters, 0, 255) * PixelsPerCharacter) + Padding;

    private static double? Number(XmlReader reader, string attribute) =>
        double.TryParse(reader.GetAttribute(attribute), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 1e6 ? number : null;
}
