using System.Globalization;
using System.Xml;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Documents.Feedback;

namespace OrdosPipeline.Documents.Exports;

/// <summary>Writes the part of one sheet. It keeps the first rows where these are to tell how wide a column is, and no others.</summary>
internal sealed class SheetWriter : IDisposable
{
    private const int RowsThatTellWidths = 100;
    private const int NarrowestColumn = 8;
    private const int WidestColumn = 48;

    /// <summary>In points, for text of 11 points.</summary>
    private const int LineHeight = 15;

    /// <summary>Excel takes rows of up to 409 points.</summary>
    private const int MostLines = 27;

    private static readonly DateTime DayZero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly Stream part;
    private readonly XmlWriter writer;
    private readonly IReadOnlyList<SheetColumn> columns;
    private readonly SheetStyles styles;
    private readonly bool isFirst;
    private readonly List<IReadOnlyList<object?>> waiting = [];
    private bool hasHeader;

    /// <param name="part">Closed with the writer.</param>
    /// <param name="columns">Of the header; at least one.</param>
    /// <param name="styles">Of the workbook.</param>
    /// <param name="isFirst">The sheet that is in front when the workbook opens.</param>
    public SheetWriter(Stream part, IReadOnlyList<SheetColumn> columns, SheetStyles styles, bool isFirst)
    {
        (this.part, this.columns, this.styles, this.isFirst) = (part, columns, styles, isFirst);
        writer = PackageXml.CreateWriter(part);
    }

    /// <summary>The number of the last row written, the header being 1.</summary>
    public int LastRow { get; private set; }

    public void Add(IReadOnlyList<object?> row)
    {
        if (hasHeader)
        {
            WriteRow(row);
            return;
        }

        waiting.Add(row);
        if (waiting.Count == RowsThatTellWidths)
            WriteWaiting();
    }

    /// <summary>Writes what stands below the rows.</summary>
    public void Complete()
    {
        WriteWaiting();
        writer.WriteEndElement();
        writer.WriteStartElement("autoFilter");
        writer.WriteAttributeString("ref", $"A1:{new CellAddress(LastRow, columns.Count)}");
        writer.WriteEndElement();
        SheetXml.WritePrinting(writer);
        writer.WriteEndElement();
    }

    public void Dispose()
    {
        writer.Dispose();
        part.Dispose();
    }

    private void WriteWaiting()
    {
        if (hasHeader)
            return;
        hasHeader = true;
        writer.WriteStartElement("worksheet", PackageXml.Main.NamespaceName);
        SheetXml.WriteFitToPage(writer);
        WriteFrozenHeader();
        SheetXml.WriteColumns(writer, columns.Select((column, index) => (index + 1, column.Width ?? WidthOf(index))));
        writer.WriteStartElement("sheetData");
        StartRow(columns.Max(column => column.Width is { } width ? SpreadsheetText.LinesOf(column.Title, width) : 1));
        for (var index = 0; index < columns.Count; index++)
            CellXml.WriteText(writer, new CellAddress(LastRow, index + 1), columns[index].Title, styles.Header);
        writer.WriteEndElement();
        foreach (var row in waiting)
            WriteRow(row);
        waiting.Clear();
    }

    private void WriteFrozenHeader()
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

    private int WidthOf(int index)
    {
        var widest = waiting.Select(row => SpreadsheetText.WidthOf(TableExport.ToText(row[index])) + 2).Append(SpreadsheetText.WidthOf(columns[index].Title) + 4).Max();
        return Math.Clamp(widest, NarrowestColumn, WidestColumn);
    }

    private void WriteRow(IReadOnlyList<object?> values)
    {
        var lines = 1;
        for (var index = 0; index < values.Count; index++)
        {
            if (columns[index].Width is { } width && values[index] is string text)
                lines = Math.Max(lines, SpreadsheetText.LinesOf(text, width));
        }

        StartRow(lines);
        for (var index = 0; index < values.Count; index++)
            WriteCell(new CellAddress(LastRow, index + 1), values[index], columns[index]);
        writer.WriteEndElement();
    }

    /// <summary>Not every program finds the height of wrapped text by itself.</summary>
    private void StartRow(int lines)
    {
        if (LastRow == XlsxTables.MostRows)
            throw new InvalidOperationException($"A sheet holds {XlsxTables.MostRows} rows at the most.");
        LastRow++;
        writer.WriteStartElement("row");
        writer.WriteAttributeString("r", LastRow.ToString(CultureInfo.InvariantCulture));
        if (lines == 1)
            return;
        writer.WriteAttributeString("ht", (Math.Min(lines, MostLines) * LineHeight).ToString(CultureInfo.InvariantCulture));
        writer.WriteAttributeString("customHeight", "1");
    }

    /// <summary>A format with a point shows it after a whole number too.</summary>
    private static bool IsWhole(object value) => value is int or long || (value is decimal number && decimal.IsInteger(number)) || (value is double real && double.IsInteger(real));

    /// <summary>Rounded up by less than 10 microseconds: LibreOffice cuts off seconds, and a third of a day just short of 08:00 would be 07:59.</summary>
    private static decimal DaysOf(DateTimeOffset time)
    {
        const decimal Parts = 1e10m;
        return decimal.Ceiling((ChinaTime.ClockOf(time) - DayZero).Ticks * Parts / TimeSpan.TicksPerDay) / Parts;
    }

    private void WriteCell(CellAddress address, object? value, SheetColumn column)
    {
        switch (value)
        {
            case null or "":
                break;
            case bool flag:
                CellXml.WriteValue(writer, address, flag ? "1" : "0", 0, "b");
                break;
            case DateTimeOffset time:
                CellXml.WriteNumber(writer, address, DaysOf(time), styles.Instant);
                break;
            case decimal or double or int or long when TableExport.IsNumber(value):
                CellXml.WriteValue(writer, address, TableExport.ToText(value), styles.Number(IsWhole(value) && column.Format == SheetFormat.Number ? SheetFormat.WholeNumber : column.Format), type: null);
                break;
            default:
                var text = TableExport.ToText(value);
                CellXml.WriteText(writer, address, text, styles.Text(SpreadsheetText.StartsLikeFormula(text), wraps: column.Width is not null));
                break;
        }
    }
}
