using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

/// <summary>How the values of a table are laid out.</summary>
public enum TableOrientation
{
    /// <summary>One row per value, or per project.</summary>
    ByRow,

    /// <summary>One column per period.</summary>
    ByPeriod,

    /// <summary>One column per region.</summary>
    ByRegion,

    /// <summary>One column per period and region.</summary>
    ByPeriodAndRegion,
}

/// <summary>What was understood of one table.</summary>
public sealed record TableExplanation
{
    public required TableKind Kind { get; init; }

    public required TableOrientation Orientation { get; init; }

    /// <summary>Rows of the table are columns of the sheet.</summary>
    public required bool IsTransposed { get; init; }

    public required CellRange HeaderCells { get; init; }

    public required IReadOnlyList<ColumnExplanation> Columns { get; init; }

    /// <summary>Columns without which the table cannot be used.</summary>
    public required IReadOnlyList<ColumnRole> MissingColumns { get; init; }

    /// <summary>Lines outside the table that completed its rows; those that served none are left out.</summary>
    public required IReadOnlyList<DefaultUse> Defaults { get; init; }

    /// <summary>Rows that hold values.</summary>
    public required int Rows { get; init; }

    /// <summary>Cells that hold values, readable or not; of projects, the rows.</summary>
    public required int Values { get; init; }

    public required SkippedRows Skipped { get; init; }

    internal static TableExplanation Of(TableReading table, IReadOnlyList<KeyLine> keyLines) => new()
    {
        Kind = table.Kind,
        Orientation = OrientationOf(table),
        IsTransposed = table.IsTransposed,
        HeaderCells = table.HeaderCells,
        Columns = [.. table.Columns.Select(column => ColumnExplanation.Of(column, table.DuplicateColumns.Contains(column)))],
        MissingColumns = table.MissingColumns,
        Defaults = DefaultUse.Of(table, keyLines),
        Rows = table.IndicatorRows.Count + table.FurtherRows.Subjects.Count + table.ProjectRows.Count,
        Values = table.IndicatorRows.Sum(row => row.ValueCount) + table.FurtherRows.Values + table.ProjectRows.Count,
        Skipped = table.SkippedRows,
    };

    private static TableOrientation OrientationOf(TableReading table)
    {
        if (table.Kind == TableKind.Projects)
            return TableOrientation.ByRow;
        var wide = table.Columns.Where(TableLayout.IsWide).ToList();
        var byRegion = wide.Exists(column => column.Region is not null || column.IsRegionUnknown);
        // Regions below one and the same period are still one column per region.
        var byPeriod = wide.Where(column => column.Period is not null).Select(column => column.Period).Distinct().Count() is var periods && (periods > 1 || (periods == 1 && !byRegion));
        return (byPeriod, byRegion) switch
        {
            (true, true) => TableOrientation.ByPeriodAndRegion,
            (true, false) => TableOrientation.ByPeriod,
            (false, true) => TableOrientation.ByRegion,
            _ => TableOrientation.ByRow,
        };
    }
}

/// <summary>By what a column was recognised.</summary>
public enum ColumnBasis
{
    /// <summary>By nothing: the column is not used.</summary>
    None,

    /// <summary>Its label is a word that departments use for it.</summary>
    Word,

    /// <summary>Its label is a period, a region or both.</summary>
    PeriodOrRegion,

    /// <summary>Its label is the name of physical works of a project.</summary>
    Works,

    /// <summary>Where it stands: in front of the values, below a blank corner or one with a word of its own.</summary>
    Place,
}

/// <param name="Header">The cell of the label.</param>
/// <param name="Label">As written.</param>
/// <param name="Role">What the column holds.</param>
/// <param name="Basis">By what that was recognised.</param>
public sealed record ColumnExplanation(CellAddress Header, string Label, ColumnRole Role, ColumnBasis Basis)
{
    /// <summary>The word of the lexicon that the label is, in its compared form; null where it is none.</summary>
    public string? Word { get; init; }

    public Period? Period { get; init; }

    public Region? Region { get; init; }

    /// <summary>The unit that the label states.</summary>
    public string? Unit { get; init; }

    /// <summary>It says what another column says already, and is not read.</summary>
    public bool IsDuplicate { get; init; }

    internal static ColumnExplanation Of(ColumnReading column, bool isDuplicate) => new(column.Header, column.Label, column.Role, BasisOf(column))
    {
        Word = column.Word,
        Period = column.Period is { IsRead: true } period ? period.Period : null,
        Region = column.Region,
        Unit = column.UnitText,
        IsDuplicate = isDuplicate,
    };

    private static ColumnBasis BasisOf(ColumnReading column) => column switch
    {
        { Role: ColumnRole.Unknown } => ColumnBasis.None,
        { Word: not null } => ColumnBasis.Word,
        _ when TableLayout.IsWide(column) => ColumnBasis.PeriodOrRegion,
        { Role: ColumnRole.Quantity } => ColumnBasis.Works,
        _ => ColumnBasis.Place,
    };
}

/// <summary>What a line outside a table can complete.</summary>
public enum DefaultKind
{
    Indicator,
    Period,
    Year,
    Region,
    Unit,
}

/// <summary>A key line or title that completed rows of a table.</summary>
/// <param name="Kind">What it gave them.</param>
/// <param name="Line">Where it stands and what it says.</param>
/// <param name="Rows">How many rows it served.</param>
public sealed record DefaultUse(DefaultKind Kind, Written Line, int Rows)
{
    internal static IReadOnlyList<DefaultUse> Of(TableReading table, IReadOnlyList<KeyLine> keyLines)
    {
        var lines = keyLines.Select(line => line.Address).ToHashSet();
        var rows = new Dictionary<(DefaultKind Kind, CellAddress At), (string Text, int Rows)>();
        var served = new HashSet<(DefaultKind, CellAddress)>();
        foreach (var row in table.IndicatorRows)
        {
            served.Clear();
            if (table.Subject is { } subject)
                Add(DefaultKind.Indicator, subject);
            foreach (var value in row.Values)
            {
                Serve(DefaultKind.Period, value.PeriodAt);
                if (value.RegionAt is { } region)
                    Serve(DefaultKind.Region, region);
                if (value.Unit.Source == UnitSource.Line)
                    Add(DefaultKind.Unit, new(value.Unit.At, value.Unit.Text));
                if (table.YearTitle is { } title && LacksYear(value.PeriodAt.Text))
                    Add(DefaultKind.Year, title);
            }
        }

        if (table.Subject is { } subjectOfAll && table.FurtherRows.Subjects.Count > 0)
            Count(DefaultKind.Indicator, subjectOfAll, table.FurtherRows.Subjects.Count);

        foreach (var row in table.ProjectRows)
        {
            served.Clear();
            Serve(DefaultKind.Period, row.PeriodAt);
            foreach (var amount in row.Quantities.Select(quantity => quantity.Amount).Append(row.Investment).OfType<AmountReading>().Where(amount => amount.Unit.Source == UnitSource.Line))
                Serve(DefaultKind.Unit, new(amount.Unit.At, amount.Unit.Text));
            if (table.YearTitle is { } title && LacksYear(row.PeriodAt.Text))
                Add(DefaultKind.Year, title);
        }

        return [.. rows.Select(entry => new DefaultUse(entry.Key.Kind, new(entry.Key.At, entry.Value.Text), entry.Value.Rows)).OrderBy(use => use.Kind).ThenBy(use => use.Line.Address)];

        void Serve(DefaultKind kind, Written line)
        {
            if (lines.Contains(line.Address))
                Add(kind, line);
        }

        void Add(DefaultKind kind, Written line)
        {
            if (served.Add((kind, line.Address)))
                Count(kind, line, 1);
        }

        void Count(DefaultKind kind, Written line, int more) =>
            rows[(kind, line.Address)] = (line.Text, rows.GetValueOrDefault((kind, line.Address)).Rows + more);

        static bool LacksYear(string period) => !CompactText.Of(period).AsSpan().ContainsAnyInRange('0', '9') || PeriodText.Read(period).Outcome == PeriodOutcome.YearMissing;
    }
}
