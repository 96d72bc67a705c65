using System.Globalization;
using System.IO.Compression;
using System.Xml;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Documents.Feedback;

namespace OrdosPipeline.Documents.Exports;

/// <summary>
/// Writes tables as the sheets of one workbook, row by row as they come: a header that stays in sight and can be filtered
/// by, numbers as numbers, times as times of China, text as text that no program takes for a formula. The same rows make
/// the same bytes.
/// </summary>
/// <remarks>Excel shows 15 digits of a number; what has more is exact in CSV and JSON.</remarks>
public sealed class XlsxTables : IDisposable
{
    /// <summary>A sheet has at most so many rows, its header among them.</summary>
    public const int MostRows = 1_048_576;

    private const int DateTimeFormat = 22;
    private const int RowsThatTellWidths = 100;
    private const int NarrowestColumn = 8;
    private const int WidestColumn = 48;

    private static readonly TimeSpan China = TimeSpan.FromHours(8);
    private static readonly DateTime DayZero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly ZipArchive archive;
    private readonly int header;
    private readonly int instant;
    private readonly int quoted;
    private int sheets;

    /// <param name="output">Written forward only; left open.</param>
    /// <param name="tabs">Of the sheets in their order, made into names that sheets may have.</param>
    public XlsxTables(Stream output, params IReadOnlyList<string> tabs)
    {
        archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var styles = StyleSheet.Empty();
        header = styles.Add(fill: "E5E7EB", bold: true);
        instant = styles.AddFormat(DateTimeFormat);
        quoted = styles.AddFormat(0, quotePrefix: true);
        var names = new List<string>();
        foreach (var tab in tabs)
            names.Add(SpreadsheetText.SheetName(tab, names));
        WorkbookFrame.Write(archive, names, styles);
    }

    /// <summary>Writes the next sheet; each of those named must be written.</summary>
    /// <param name="columns">The header.</param>
    /// <param name="rows">Text, numbers, <see cref="bool"/>, <see cref="DateTimeOffset"/> or null by column.</param>
    /// <param name="cancellationToken">Ends the writing between rows.</param>
    public async Task AddSheetAsync(IReadOnlyList<string> columns, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken cancellationToken)
    {
        sheets++;
        await using var source = rows.GetAsyncEnumerator(cancellationToken);
        var first = new List<IReadOnlyList<object?>>();
        while (first.Count < RowsThatTellWidths && await source.MoveNextAsync())
            first.Add(source.Current);

        await using var part = PackageXml.CreateEntry(archive, WorkbookFrame.SheetPart(sheets));
        using var writer = PackageXml.CreateWriter(part);
        writer.WriteStartElement("worksheet", PackageXml.Main.NamespaceName);
        WriteFrozenHeader(writer, isFirst: sheets == 1);
        CellXml.WriteColumns(writer, Widths(columns, first));
        writer.WriteStartElement("sheetData");
        var number = 1;
        WriteRow(writer, number, [.. columns], header);
        foreach (var row in first)
            WriteRow(writer, ++number, row);
        while (first.Count == RowsThatTellWidths && await source.MoveNextAsync())
        {
            if (number == MostRows)
                throw new InvalidOperationException($"A sheet holds {MostRows} rows at the most.");
            WriteRow(writer, ++number, source.Current);
        }

        writer.WriteEndElement();
        if (columns.Count > 0)
        {
            writer.WriteStartElement("autoFilter");
            writer.WriteAttributeString("ref", $"A1:{new CellAddress(number, columns.Count)}");
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    /// <summary>Completes the workbook.</summary>
    public void Dispose() => archive.Dispose();

    private void WriteRow(XmlWriter writer, int number, IReadOnlyList<object?> values, int style = 0)
    {
        writer.WriteStartElement("row");
        writer.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
        for (var index = 0; index < values.Count; index++)
            WriteCell(writer, new CellAddress(number, index + 1), values[index], style);
        writer.WriteEndElement();
    }

    private void WriteCell(XmlWriter writer, CellAddress address, object? value, int style)
    {
        switch (value)
        {
            case null or "":
                break;
            case bool flag:
                CellXml.WriteValue(writer, address, flag ? "1" : "0", style, "b");
                break;
            case DateTimeOffset time:
                CellXml.WriteValue(writer, address, (time.ToOffset(China).DateTime - DayZero).TotalDays.ToString("R", CultureInfo.InvariantCulture), instant, type: null);
                break;
            case decimal or double or int or long when TableExport.IsNumber(value):
                CellXml.WriteValue(writer, address, TableExport.ToText(value), style, type: null);
                break;
            default:
                var text = TableExport.ToText(value);
                CellXml.WriteText(writer, address, text, style == 0 && SpreadsheetText.StartsLikeFormula(text) ? quoted : style);
                break;
        }
    }

    private static void WriteFrozenHeader(XmlWriter writer, bool isFirst)
    {
        writer.WriteStartElement("sheetViews");
        writer.WriteStartElement("sheetView");
        if (isFirst)
            writer.WriteAttributeString("tabSelected", "1");
        writer.WriteAttributeString("workbookViewId", "0");
        writer.WriteStartElement("pane");
        writer.WriteAttributeString("ySplit", "1");
        writer.WriteAttributeString("topLeftCell", "A2");
        writer.WriteAttributeString("activePane", "bottomLeft");
        writer.WriteAttributeString("state", "frozen");
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static SortedDictionary<int, int> Widths(IReadOnlyList<string> columns, List<IReadOnlyList<object?>> rows)
    {
        var widths = new SortedDictionary<int, int>();
        for (var index = 0; index < columns.Count; index++)
        {
            var widest = rows.Select(row => SpreadsheetText.WidthOf(TableExport.ToText(row[index])) + 2).Append(SpreadsheetText.WidthOf(columns[index]) + 4).Max();
            widths[index + 1] = Math.Clamp(widest, NarrowestColumn, WidestColumn);
        }

        return widths;
    }
}
