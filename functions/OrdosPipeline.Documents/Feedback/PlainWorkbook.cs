using System.IO.Compression;
using System.Xml;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Documents.Reading;

namespace OrdosPipeline.Documents.Feedback;

/// <summary>Writes a workbook of plain values: what an .xls or .csv file holds, cell for cell in its place.</summary>
internal static class PlainWorkbook
{
    private const int PercentFormat = 10;
    private const int DateFormat = 14;

    /// <param name="sheets">With the names of their tabs; none for a file that could not be read.</param>
    /// <param name="output">Left open.</param>
    /// <param name="cancellationToken">Ends the writing between rows.</param>
    public static void Write(IReadOnlyList<(string Tab, Sheet Sheet)> sheets, Stream output, CancellationToken cancellationToken)
    {
        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var styles = StyleSheet.Empty();
        var formats = new CellFormats(styles.AddFormat(PercentFormat), styles.AddFormat(DateFormat), styles.AddFormat(0, quotePrefix: true));
        WorkbookFrame.Write(archive, [.. sheets.Select(sheet => sheet.Tab)], styles);
        for (var index = 0; index < sheets.Count; index++)
            PackageXml.WriteEntry(archive, WorkbookFrame.SheetPart(index + 1), writer => WriteSheet(writer, sheets[index].Sheet, formats, cancellationToken));
    }

    private static void WriteSheet(XmlWriter writer, Sheet sheet, CellFormats formats, CancellationToken cancellationToken)
    {
        writer.WriteStartElement("worksheet", PackageXml.Main.NamespaceName);
        writer.WriteStartElement("sheetFormatPr");
        writer.WriteAttributeString("defaultColWidth", "14");
        writer.WriteAttributeString("defaultRowHeight", "15");
        writer.WriteEndElement();
        WriteColumns(writer, sheet);
        writer.WriteStartElement("sheetData");
        // A text file may go on below the last row that a sheet has.
        foreach (var row in sheet.Rows.TakeWhile(row => row.Number <= RowBuilder.MaxRowNumber))
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.WriteStartElement("row");
            writer.WriteAttributeString("r", FormattableString.Invariant($"{row.Number}"));
            for (var index = 0; index < row.Cells.Count; index++)
                WriteCell(writer, new CellAddress(row.Number, index + 1), row.Cells[index], formats);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        if (sheet.Merges.Count > 0)
        {
            writer.WriteStartElement("mergeCells");
            foreach (var merge in sheet.Merges)
            {
                writer.WriteStartElement("mergeCell");
                writer.WriteAttributeString("ref", $"{merge.TopLeft}:{merge.BottomRight}");
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    /// <summary>Columns as wide as their text in the first rows; the file handed in has no widths, or they were not read.</summary>
    private static void WriteColumns(XmlWriter writer, Sheet sheet)
    {
        var widths = new SortedDictionary<int, int>();
        foreach (var row in sheet.Rows.Take(200))
        {
            for (var index = 0; index < Math.Min(row.Cells.Count, 100); index++)
            {
                var width = SpreadsheetText.WidthOf(row.Cells[index].Text) + 2;
                if (!sheet.Merges.Any(merge => merge.TopLeft == new CellAddress(row.Number, index + 1)))
                    widths[index + 1] = Math.Clamp(Math.Max(width, widths.GetValueOrDefault(index + 1)), 8, 40);
            }
        }

        SheetXml.WriteColumns(writer, widths.Select(width => (width.Key, width.Value)));
    }

    private static void WriteCell(XmlWriter writer, CellAddress address, Cell cell, CellFormats formats)
    {
        switch (cell.Kind)
        {
            case CellKind.Blank:
                break;
            case CellKind.Number:
                CellXml.WriteNumber(writer, address, cell.Number, cell.IsPercent ? formats.Percent : 0);
                break;
            case CellKind.Date when cell.Number >= 61:
                // The day may have been counted from 1904 there; here it is from 1900.
                CellXml.WriteNumber(writer, address, cell.Date.DayNumber - new DateOnly(1899, 12, 30).DayNumber, formats.Date);
                break;
            case CellKind.Boolean:
                CellXml.WriteValue(writer, address, cell.Number == 1 ? "1" : "0", 0, "b");
                break;
            case CellKind.Error when cell.Text.StartsWith('#'):
                CellXml.WriteValue(writer, address, cell.Text, 0, "e");
                break;
            default:
                CellXml.WriteText(writer, address, cell.Text, SpreadsheetText.StartsLikeFormula(cell.Text) ? formats.QuotedText : 0);
                break;
        }
    }

    private sealed record CellFormats(int Percent, int Date, int QuotedText);
}
