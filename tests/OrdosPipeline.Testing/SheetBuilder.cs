using System.Globalization;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Core.Validation.History;

namespace OrdosPipeline.Testing;

/// <summary>Builds a workbook cell by cell and checks it as a department would have it checked.</summary>
public sealed class SheetBuilder
{
    private readonly List<Sheet> sheets = [];
    private readonly SortedDictionary<int, SortedDictionary<int, Cell>> cells = [];
    private readonly List<MergedRange> merges = [];
    private string? name = "Sheet1";
    private bool isHidden;

    /// <summary>Starts a sheet with the rows given; the fields of a row are separated by |, an empty row is an empty string.</summary>
    public static SheetBuilder Of(params ReadOnlySpan<string> rows) => new SheetBuilder().Rows(rows);

    public SheetBuilder Named(string? sheetName)
    {
        name = sheetName;
        return this;
    }

    public SheetBuilder Hidden()
    {
        isHidden = true;
        return this;
    }

    /// <summary>Adds rows of text below what is there; a field that is a plain number becomes a number cell.</summary>
    public SheetBuilder Rows(params ReadOnlySpan<string> rows)
    {
        var number = cells.Count == 0 ? 0 : cells.Keys.Last();
        foreach (var row in rows)
        {
            number++;
            var fields = row.Split('|');
            cells[number] = [];
            for (var column = 1; column <= fields.Length; column++)
                Set(new CellAddress(number, column), CellOf(fields[column - 1].Trim()));
        }

        return this;
    }

    public SheetBuilder Set(string address, Cell cell) =>
        CellAddress.TryParse(address, out var at) ? Set(at, cell) : throw new ArgumentException(address, nameof(address));

    /// <summary>Merges a range such as A2:A4.</summary>
    public SheetBuilder Merge(string range)
    {
        var corners = range.Split(':');
        if (!CellAddress.TryParse(corners[0], out var first) || !CellAddress.TryParse(corners[1], out var last))
            throw new ArgumentException(range, nameof(range));
        merges.Add(new MergedRange(first, last));
        return this;
    }

    /// <summary>Ends this sheet and starts the next.</summary>
    public SheetBuilder Next(string sheetName)
    {
        sheets.Add(Current());
        cells.Clear();
        merges.Clear();
        (name, isHidden) = (sheetName, false);
        return this;
    }

    public Workbook Workbook(FileFormat format = FileFormat.Xlsx) => new(format, [.. sheets, Current()]);

    /// <summary>Checks the workbook as of the end of 2025, unless told otherwise.</summary>
    public CheckedSubmission Check(string department = "statistics", string asOf = "2025-12-31", PlanCatalogue? plan = null) =>
        Check(OpenedFile.Of(Workbook()), department, asOf, plan);

    /// <summary>Checks the workbook against what was reported before.</summary>
    public CheckedSubmission CheckAgainst(
        ReportedBefore before, string department = "statistics", string asOf = "2025-12-31", PlanCatalogue? plan = null, HistorySettings? settings = null)
    {
        plan ??= TestPlan.Ordos14();
        return SubmissionChecker.Start(
            OpenedFile.Of(Workbook()), plan, Header(department, plan), DateOnly.Parse(asOf, CultureInfo.InvariantCulture), IntakeLimits.Default,
            settings ?? HistorySettings.Default, CancellationToken.None).Finish(before, CancellationToken.None);
    }

    /// <summary>What is understood of the workbook, and why.</summary>
    public FileExplanation Explain(string department = "statistics", string asOf = "2025-12-31", PlanCatalogue? plan = null)
    {
        plan ??= TestPlan.Ordos14();
        return SubmissionChecker.Start(
            OpenedFile.Of(Workbook()), plan, Header(department, plan), DateOnly.Parse(asOf, CultureInfo.InvariantCulture), IntakeLimits.Default,
            HistorySettings.Default, CancellationToken.None).Explanation;
    }

    public static CheckedSubmission Check(OpenedFile file, string department = "statistics", string asOf = "2025-12-31", PlanCatalogue? plan = null)
    {
        plan ??= TestPlan.Ordos14();
        return SubmissionChecker.Check(file, plan, Header(department, plan), DateOnly.Parse(asOf, CultureInfo.InvariantCulture), IntakeLimits.Default, CancellationToken.None);
    }

    public static SubmissionHeader Header(string department, PlanCatalogue plan) => new()
    {
        Id = "s1",
        Plan = plan.Id,
        Department = department,
        Path = $"{department}/return.xlsx",
        ETag = "0x1",
        UploadedAt = new DateTimeOffset(2025, 12, 31, 0, 0, 0, TimeSpan.Zero),
        Bytes = 1,
        Sha256 = "",
    };

    private static Cell CellOf(string field) =>
        decimal.TryParse(field, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? Cell.OfNumber(number, field)
            : Cell.OfText(field);

    private SheetBuilder Set(CellAddress at, Cell cell)
    {
        if (!cells.TryGetValue(at.RowNumber, out var row))
            cells[at.RowNumber] = row = [];
        row[at.ColumnNumber] = cell;
        return this;
    }

    private Sheet Current() => new(
        name,
        isHidden,
        [.. cells.Select(row => new SheetRow(row.Key, Trimmed(row.Value))).Where(row => row.Cells.Count > 0)],
        [.. merges]);

    private static List<Cell> Trimmed(SortedDictionary<int, Cell> row)
    {
        var list = new List<Cell>();
        foreach (var (column, cell) in row)
        {
            if (cell.IsBlank)
                continue;
            while (list.Count < column - 1)
                list.Add(default);
            list.Add(cell);
        }

        return list;
    }
}
