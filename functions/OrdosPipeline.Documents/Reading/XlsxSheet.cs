using System.Globalization;
using System.Xml;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Reading;

/// <summary>Reads the cells of one worksheet part.</summary>
internal sealed class XlsxSheet(
    ZipPackage package, string part, IReadOnlyList<string> strings, XlsxStyles styles, bool isDate1904, CellBudget budget)
{
    private readonly RowBuilder builder = new(budget);
    private readonly List<MergedRange> merges = [];

    public Sheet Read(string name)
    {
        if (!PartXml.TryRead(package, part, ReadPart))
            throw new FileFaultException(FileFaultKind.Unreadable);
        return new Sheet(name, false, builder.Rows, merges);
    }

    private void ReadPart(XmlReader reader)
    {
        var (inData, rowNumber, columnNumber) = (false, 0, 0);
        while (reader.Read())
        {
            switch (reader.NodeType, reader.LocalName)
            {
                case (XmlNodeType.Element, "sheetData"):
                    inData = !reader.IsEmptyElement;
                    break;
                case (XmlNodeType.EndElement, "sheetData"):
                    inData = false;
                    break;
                case (XmlNodeType.Element, "row") when inData:
                    // Some programs leave out the places of rows and cells; they then follow each other.
                    rowNumber = reader.Attribute("r") is { } number ? int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture) : rowNumber + 1;
                    columnNumber = 0;
                    break;
                case (XmlNodeType.EndElement, "row") when inData:
                    builder.EndRow(rowNumber);
                    break;
                case (XmlNodeType.Element, "c") when inData:
                    columnNumber = reader.Attribute("r") is { } address ? Place(address).ColumnNumber : columnNumber + 1;
                    builder.Add(columnNumber, ReadCell(reader));
                    break;
                case (XmlNodeType.Element, "mergeCell"):
                    AddMerge(reader.Attribute("ref"));
                    break;
            }
        }
    }

    private Cell ReadCell(XmlReader reader)
    {
        var type = reader.Attribute("t");
        var style = int.TryParse(reader.Attribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : 0;
        if (reader.IsEmptyElement)
            return default;

        string? value = null, inline = null, formula = null;
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Depth != depth + 1)
                continue;
            switch (reader.LocalName)
            {
                case "v":
                    value = reader.ReadText(budget);
                    break;
                case "f":
                    formula = reader.ReadText(budget);
                    break;
                case "is":
                    inline = XlsxStrings.ReadRichText(reader, budget);
                    break;
            }
        }

        if (type == "inlineStr")
            return Cell.OfText(inline ?? "");

        // Only a formula of type text has an empty text for a value.
        if (string.IsNullOrEmpty(value))
            return formula is null || (type == "str" && value is not null) ? default : Cell.OfError("=" + formula);
        return type switch
        {
            "s" => Cell.OfText(SharedString(value)),
            "str" => Cell.OfText(XlsxStrings.Unescape(value)),
            "b" => Cell.OfBoolean(value is "1" or "true"),
            "e" => Cell.OfError(value),
            "d" => CellValue.Of(DateTime.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), isDate1904),
            _ => CellValue.Of(double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture), styles[style], isDate1904),
        };
    }

    private string SharedString(string value) =>
        int.TryParse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var index) && index < strings.Count
            ? strings[index]
            : throw new FileFaultException(FileFaultKind.Unreadable);

    private void AddMerge(string? range)
    {
        budget.Count();
        var colon = range?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (range is not null && colon > 0)
            merges.Add(MergedCells.Between(Place(range[..colon]), Place(range[(colon + 1)..])));
    }

    private static CellAddress Place(string address) =>
        CellAddress.TryParse(address, out var place) ? place : throw new FileFaultException(FileFaultKind.Unreadable);
}
