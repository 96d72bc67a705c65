using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OrdosPipeline.Documents.Reports.Word;

/// <summary>A table whose header repeats on every page and whose rows are not split.</summary>
internal static class WordTable
{
    /// <summary>The type area of a page in twentieths of a point: 156 mm upright, 225 mm on its side.</summary>
    public const int Portrait = 8844;
    public const int Landscape = 12756;

    private const string HeaderFill = "E8ECF0";
    private const string GroupFill = "F5F7F9";

    /// <param name="width">Of the table, in twentieths of a point.</param>
    /// <param name="columns">Heads with their shares of the width.</param>
    /// <param name="rows">Texts; a row of one cell spans the table and heads those below it.</param>
    /// <param name="isDense">Whether it is long and set small, as in an annex.</param>
    public static Table Of(int width, IReadOnlyList<WordColumn> columns, IEnumerable<IReadOnlyList<WordCell>> rows, bool isDense = false)
    {
        var (head, text, number) = isDense
            ? (WordStyles.DenseHead, WordStyles.DenseText, WordStyles.DenseNumber)
            : (WordStyles.TableHead, WordStyles.TableText, WordStyles.TableNumber);
        var whole = columns.Sum(column => column.Share);
        var widths = columns.Select(column => width * column.Share / whole).ToList();
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 60, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 60, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(each => new GridColumn { Width = $"{each}" })));
        table.Append(Row(new TableRowProperties(new CantSplit(), new TableHeader()), columns.Select((column, index) => Cell(widths[index], HeaderFill, WordText.Paragraph(head, column.Title)))));
        foreach (var row in rows)
        {
            table.Append(row.Count == 1 && columns.Count > 1
                ? Row(row[0].IsBold ? new TableRowProperties(new CantSplit()) : new TableRowProperties(), [Spanning(width, columns.Count, row[0], text)])
                : Row(new TableRowProperties(new CantSplit()), row.Select((cell, index) => Cell(widths[index], null, WordText.Paragraph(columns[index].IsNumber ? number : text, WordText.Run(cell.Text, cell.Color, cell.IsBold))))));
        }

        return table;
    }

    public static TableRow Row(TableRowProperties properties, IEnumerable<TableCell> cells) => new([properties, .. cells]);

    public static TableCell Cell(int width, string? fill, params ReadOnlySpan<OpenXmlElement> content)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa });
        if (fill is not null)
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = fill });
        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new TableCell([properties, .. content]);
    }

    /// <summary>A bold one heads the rows below it.</summary>
    private static TableCell Spanning(int width, int columns, WordCell cell, string style)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }, new GridSpan { Val = columns });
        var paragraph = WordText.Paragraph(style, WordText.Run(cell.Text, cell.Color, cell.IsBold));
        if (!cell.IsBold)
            return new TableCell(properties, paragraph);
        properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = GroupFill });
        return new TableCell(properties, WordText.KeptWithNext(paragraph));
    }

    private static TableBorders Borders() => new(
        new TopBorder { Val = BorderValues.Single, Size = 8, Color = "000000" },
        new LeftBorder { Val = BorderValues.Single, Size = 4, Color = "7F8790" },
        new BottomBorder { Val = BorderValues.Single, Size = 8, Color = "000000" },
        new RightBorder { Val = BorderValues.Single, Size = 4, Color = "7F8790" },
        new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = "7F8790" },
        new InsideVerticalBorder { Val = BorderValues.Single, Size = 4, Color = "7F8790" });
}

/// <param name="Title">Of the head.</param>
/// <param name="Share">Of the table's width, in any unit.</param>
/// <param name="IsNumber">Whether it is set flush right.</param>
internal sealed record WordColumn(string Title, int Share, bool IsNumber = false);

/// <param name="Text">Of the cell.</param>
/// <param name="Color">Of the text, as six hexadecimal digits; null for black.</param>
/// <param name="IsBold">Whether it is bold.</param>
internal readonly record struct WordCell(string Text, string? Color = null, bool IsBold = false)
{
    public static implicit operator WordCell(string text) => new(text);
}
