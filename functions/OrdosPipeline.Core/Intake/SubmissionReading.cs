using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

/// <summary>What was understood of a workbook: its tables, their rows, and why anything was left out. Nothing is judged yet.</summary>
public sealed record SubmissionReading(IReadOnlyList<SheetReading> Sheets);

public enum SheetOutcome
{
    Read,
    Hidden,
    Empty,
    NoTable,
}

/// <param name="Name">Null in a CSV file.</param>
/// <param name="Outcome">Whether tables were found.</param>
/// <param name="Tables">From top to bottom.</param>
/// <param name="KeyLines">All that were found, also below the tables.</param>
public sealed record SheetReading(string? Name, SheetOutcome Outcome, IReadOnlyList<TableReading> Tables, IReadOnlyList<KeyLine> KeyLines)
{
    /// <summary>Rows above, between and below the tables that belong to none of them.</summary>
    public SkippedRows SkippedRows { get; init; } = new();
}

public enum TableKind
{
    Indicators,
    Projects,
}

/// <summary>One table of a sheet.</summary>
public sealed record TableReading
{
    public required string? Sheet { get; init; }

    public required TableKind Kind { get; init; }

    /// <summary>Rows and columns of the sheet are exchanged.</summary>
    public bool IsTransposed { get; init; }

    /// <summary>The cell of the first label.</summary>
    public required CellAddress Header { get; init; }

    /// <summary>All rows of the header.</summary>
    public required CellRange HeaderCells { get; init; }

    /// <summary>The title whose year completes periods without one; null where a key line gives the year or nothing does.</summary>
    public Written? YearTitle { get; init; }

    public required IReadOnlyList<ColumnReading> Columns { get; init; }

    /// <summary>Columns without which the table cannot be used.</summary>
    public IReadOnlyList<ColumnRole> MissingColumns { get; init; } = [];

    /// <summary>Columns that say what another column says already.</summary>
    public IReadOnlyList<ColumnReading> DuplicateColumns { get; init; } = [];

    /// <summary>The line or title that names the one indicator of a table without a column of names; null for any other.</summary>
    public Written? Subject { get; init; }

    public IReadOnlyList<IndicatorRow> IndicatorRows { get; init; } = [];

    /// <summary>Rows of indicators that are not in the plan, beyond the first of them.</summary>
    public FurtherRows FurtherRows { get; init; } = FurtherRows.None;

    public IReadOnlyList<ProjectRow> ProjectRows { get; init; } = [];

    /// <summary>Rows below the header that hold no values of their own.</summary>
    public SkippedRows SkippedRows { get; init; } = new();
}

/// <summary>Rows that are only counted. A long export holds a million that the plan does not know, and nobody is told of each.</summary>
/// <param name="Subjects">The cells that say what the rows are about.</param>
/// <param name="Values">How many values they hold.</param>
public sealed record FurtherRows(IReadOnlyList<CellAddress> Subjects, int Values)
{
    /// <summary>So many rows of a table come before them.</summary>
    public const int Beyond = 1_000;

    public static FurtherRows None { get; } = new([], 0);
}

/// <summary>Something written at a place.</summary>
/// <param name="Address">The cell.</param>
/// <param name="Text">What a person sees there.</param>
public readonly record struct Written(CellAddress Address, string Text);

/// <summary>One row of an indicator return that holds at least one value.</summary>
public sealed class IndicatorRow
{
    public required int RowNumber { get; init; }

    /// <summary>The cell that says which indicator the row is about.</summary>
    public required Written Subject { get; init; }

    public required NameMatch<Indicator> Match { get; init; }

    /// <summary>The indicator under which the values are stored, where it is known.</summary>
    public Indicator? Indicator { get; init; }

    public string Remark { get; init; } = "";

    /// <summary>None of an indicator that is not in the plan: nobody asks what they are, and a long export is full of them.</summary>
    public required IReadOnlyList<ValueReading> Values { get; init; }

    /// <summary>How many values the row holds.</summary>
    public required int ValueCount { get; init; }
}

/// <summary>Where the unit of a value was found.</summary>
public enum UnitSource
{
    /// <summary>Behind the number.</summary>
    Glued,
    Row,
    Header,

    /// <summary>The line 单位： above the table.</summary>
    Line,

    /// <summary>Nowhere: the catalogue's own.</summary>
    Catalogue,
}

/// <param name="Unit">The unit, or null where its text is no known one.</param>
/// <param name="Source">Where it was found.</param>
/// <param name="At">The cell that states it.</param>
/// <param name="Text">As written.</param>
public readonly record struct UnitReading(MeasureUnit? Unit, UnitSource Source, CellAddress At, string Text);

/// <summary>One value cell with everything that tells what its number is of.</summary>
public sealed class ValueReading
{
    /// <summary>The value's cell.</summary>
    public required Written Cell { get; init; }

    public required NumberReading Number { get; init; }

    /// <summary>Null where the text is no region of the plan.</summary>
    public required Region? Region { get; init; }

    /// <summary>Where the region is written; null where it is nowhere.</summary>
    public Written? RegionAt { get; init; }

    public required PeriodReading Period { get; init; }

    /// <summary>Where the period is written, or ought to be.</summary>
    public required Written PeriodAt { get; init; }

    public required UnitReading Unit { get; init; }

    /// <summary>Region or period stand in the header, one for the whole column.</summary>
    public bool IsWide { get; init; }
}

/// <summary>One row of a project return.</summary>
public sealed class ProjectRow
{
    public required int RowNumber { get; init; }

    public required Written Subject { get; init; }

    public required NameMatch<Project> Match { get; init; }

    public required PeriodReading Period { get; init; }

    public required Written PeriodAt { get; init; }

    /// <summary>As written; null where the cell is blank.</summary>
    public Written? State { get; init; }

    /// <summary>形象进度 as a number; null where the cell is blank or in words.</summary>
    public AmountReading? Progress { get; init; }

    public AmountReading? Investment { get; init; }

    public IReadOnlyList<QuantityReading> Quantities { get; init; } = [];

    /// <summary>存在问题, 备注 and 形象进度 in words.</summary>
    public string Remark { get; init; } = "";

    /// <summary>Nothing but marks for values that the department does not have.</summary>
    public bool IsNothingReported =>
        State is null && Remark.Length == 0
        && Quantities.Select(quantity => quantity.Amount).Append(Progress).Append(Investment).All(amount => amount is null || amount.Number.Outcome == NumberOutcome.Missing);
}

/// <param name="Cell">Its cell.</param>
/// <param name="Number">The number as written.</param>
/// <param name="Unit">In what it is.</param>
public sealed record AmountReading(Written Cell, NumberReading Number, UnitReading Unit);

/// <param name="Quantity">The quantity of the project that is meant.</param>
/// <param name="Amount">What is done so far.</param>
public sealed record QuantityReading(ProjectQuantity Quantity, AmountReading Amount);
