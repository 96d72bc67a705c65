namespace OrdosPipeline.Core.Intake;

/// <summary>A header that was recognised: where its table starts and what each column is.</summary>
/// <param name="Kind">Which kind of return it heads.</param>
/// <param name="FirstRow">The header's first row.</param>
/// <param name="LastRow">The header's last row.</param>
/// <param name="Columns">From left to right.</param>
/// <param name="Missing">Columns without which the table cannot be used.</param>
/// <param name="Duplicates">Columns that say what another says already.</param>
internal sealed record TableLayout(
    TableKind Kind,
    int FirstRow,
    int LastRow,
    IReadOnlyList<ColumnReading> Columns,
    IReadOnlyList<ColumnRole> Missing,
    IReadOnlyList<ColumnReading> Duplicates)
{
    public ColumnReading? Find(ColumnRole role) => Columns.FirstOrDefault(column => column.Role == role && !IsWide(column));

    /// <summary>The columns of values: one in a long table, one for each period or region in a wide one.</summary>
    public IEnumerable<ColumnReading> ValueColumns => Columns.Where(column => column.Role == ColumnRole.Value && !Duplicates.Contains(column));

    /// <summary>Whether <paramref name="address"/> stands over one of the columns; for tables beside each other, which are never transposed.</summary>
    public bool Covers(CellAddress address) => address.ColumnNumber >= Columns[0].ColumnNumber && address.ColumnNumber <= Columns[^1].ColumnNumber;

    public static bool IsWide(ColumnReading column) => column.Role == ColumnRole.Value && (column.Period is not null || column.Region is not null || column.IsRegionUnknown);
}

/// <summary>What stands above a table and serves its rows.</summary>
/// <param name="Period">The 报告期 line.</param>
/// <param name="Region">The 地区 line.</param>
/// <param name="Unit">The 单位 line.</param>
/// <param name="Year">Of the 报告期 line, else of a title.</param>
/// <param name="YearTitle">The title that gives the year.</param>
/// <param name="Subject">The one indicator that everything is about, where no column names indicators.</param>
/// <param name="Part">The 报告期 line, else the part of a year that a title names: beside it a bare 2023年 may be that part or the full year.</param>
internal sealed record TableDefaults(KeyLine? Period, KeyLine? Region, KeyLine? Unit, int? Year, Written? YearTitle, TableSubject? Subject, PeriodReading? Part)
{
    public static TableDefaults None { get; } = new(null, null, null, null, null, null, null);
}
