using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Documents.Feedback;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace OrdosPipeline.Documents.Templates;

/// <summary>A column of a template's table.</summary>
/// <param name="Title">As the header lexicon of intake knows it.</param>
/// <param name="Width">In digits.</param>
/// <param name="Style">Of its header, which tells whether it is to fill in.</param>
internal sealed record TemplateColumn(string Title, int Width, TemplateStyle Style);

/// <summary>Collects the rows, drop-down lists and rules of one sheet and makes its worksheet, protected without a password.</summary>
/// <param name="columns">Of its table; a sheet without a table has one column without a title.</param>
internal sealed class TemplateSheet(IReadOnlyList<TemplateColumn> columns)
{
    private const int PointsPerLine = 17;

    private readonly SheetData data = new();
    private readonly List<DataValidation> validations = [];
    private readonly List<string> merges = [];
    private int headerRow;

    /// <summary>The number of the last row.</summary>
    public int LastRow { get; private set; }

    /// <summary>The header's rows and columns, for printing on each page; null without a table.</summary>
    public int? HeaderRow => headerRow == 0 ? null : headerRow;

    /// <summary>Adds a row with one text across all columns.</summary>
    public void AddLine(string text, TemplateStyle style, double? points = null)
    {
        var row = NewRow(points ?? PointsPerLine * SpreadsheetText.LinesOf(text, columns.Sum(column => column.Width)));
        row.Append(TextCell(1, text, style));
        for (var column = 2; column <= columns.Count; column++)
            row.Append(Cell(column, style));
        if (columns.Count > 1)
            merges.Add($"A{LastRow}:{Address(LastRow, columns.Count)}");
    }

    public void AddHeader()
    {
        var row = NewRow(PointsPerLine * columns.Max(column => SpreadsheetText.LinesOf(column.Title, column.Width)) + 8);
        for (var index = 0; index < columns.Count; index++)
            row.Append(TextCell(index + 1, columns[index].Title, columns[index].Style));
        headerRow = LastRow;
    }

    /// <summary>Adds a row of the table; a value is a text, a number or null.</summary>
    public void AddRow(params IReadOnlyList<(object? Value, TemplateStyle Style)> cells)
    {
        var lines = cells.Zip(columns).Max(pair => SpreadsheetText.LinesOf(pair.First.Value as string ?? "", pair.Second.Width));
        var row = NewRow(PointsPerLine * lines + 5);
        for (var index = 0; index < cells.Count; index++)
        {
            var (value, style) = cells[index];
            row.Append(value switch
            {
                null => Cell(index + 1, style),
                decimal number => new Cell(new CellValue(number)) { CellReference = Address(LastRow, index + 1), StyleIndex = (uint)style },
                _ => TextCell(index + 1, (string)value, style),
            });
        }
    }

    /// <summary>A drop-down list for a cell of the last row.</summary>
    public void AddList(int column, IEnumerable<string> choices, string title, string text) =>
        validations.Add(Rule(column, title, text, DataValidationValues.List, '"' + string.Join(',', choices) + '"'));

    /// <summary>A number between bounds, or a word of those that stand for none, for a cell of the last row.</summary>
    public void AddNumber(int column, decimal? least, decimal? most, IEnumerable<string> words, string title, string text)
    {
        var cell = Address(LastRow, column);
        var bounds = new[] { least is { } low ? $",{cell}>={Number(low)}" : "", most is { } high ? $",{cell}<={Number(high)}" : "" };
        var formula = $"OR(AND(ISNUMBER({cell}){string.Concat(bounds)}){string.Concat(words.Select(word => $",{cell}=\"{word}\""))})";
        validations.Add(Rule(column, title, text, DataValidationValues.Custom, formula));
    }

    /// <param name="footer">Printed below each page.</param>
    /// <param name="isActive">Shown when the workbook is opened.</param>
    public Worksheet Create(string footer, bool isActive)
    {
        var sheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetDimension { Reference = $"A1:{Address(LastRow, columns.Count)}" },
            new SheetViews(View(isActive)),
            new SheetFormatProperties { DefaultRowHeight = PointsPerLine },
            new Columns(columns.Select((column, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = column.Width, CustomWidth = true })),
            data,
            new SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false, Sort = false, AutoFilter = false });
        if (merges.Count > 0)
            sheet.Append(new MergeCells(merges.Select(range => new MergeCell { Reference = range })));
        if (validations.Count > 0)
            sheet.Append(new DataValidations(validations) { Count = (uint)validations.Count });
        sheet.Append(
            new PageMargins { Left = 0.4, Right = 0.4, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = 9, Orientation = columns.Count > 1 ? OrientationValues.Landscape : OrientationValues.Portrait, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(new OddFooter($"&L{footer}&R第 &P 页，共 &N 页")));
        return sheet;
    }

    private SheetView View(bool isActive)
    {
        var view = new SheetView { ShowGridLines = false, TabSelected = isActive ? true : null, WorkbookViewId = 0 };
        if (headerRow == 0)
            return view;
        var topLeft = Address(headerRow + 1, 3);
        view.Append(
            new Pane { HorizontalSplit = 2, VerticalSplit = headerRow, TopLeftCell = topLeft, ActivePane = PaneValues.BottomRight, State = PaneStateValues.Frozen },
            new Selection { Pane = PaneValues.TopRight },
            new Selection { Pane = PaneValues.BottomLeft },
            new Selection { Pane = PaneValues.BottomRight, ActiveCell = topLeft, SequenceOfReferences = new ListValue<StringValue> { InnerText = topLeft } });
        return view;
    }

    private DataValidation Rule(int column, string title, string text, DataValidationValues type, string formula) => new(new Formula1(formula))
    {
        Type = type,
        AllowBlank = true,
        ShowInputMessage = true,
        ShowErrorMessage = true,
        ErrorStyle = DataValidationErrorStyleValues.Stop,
        ErrorTitle = title,
        Error = text,
        PromptTitle = title,
        Prompt = text,
        SequenceOfReferences = new ListValue<StringValue> { InnerText = Address(LastRow, column) },
    };

    private Row NewRow(double points)
    {
        var row = new Row { RowIndex = (uint)++LastRow, Height = points, CustomHeight = true };
        data.Append(row);
        return row;
    }

    private Cell TextCell(int column, string text, TemplateStyle style)
    {
        var cell = Cell(column, style);
        cell.DataType = CellValues.InlineString;
        cell.Append(new InlineString(new Text(SpreadsheetText.Escape(text)) { Space = SpaceProcessingModeValues.Preserve }));
        return cell;
    }

    private Cell Cell(int column, TemplateStyle style) => new() { CellReference = Address(LastRow, column), StyleIndex = (uint)style };

    private static string Address(int row, int column) => new CellAddress(row, column).ToString();

    private static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
