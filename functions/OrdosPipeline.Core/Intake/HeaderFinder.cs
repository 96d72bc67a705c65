using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

/// <summary>Finds the rows that are the header of a table within a sheet, by their words alone.</summary>
/// <param name="words">The words of the plan.</param>
/// <param name="cornerNamesColumns">期间 or 地区 in the corner may be said of the columns beside it, not of those below.</param>
internal sealed class HeaderFinder(PlanWords words, bool cornerNamesColumns)
{
    private readonly HeaderColumns columns = new(words);
    private readonly TableShape shape = new(cornerNamesColumns);
    private readonly Dictionary<string, ColumnRole> roles = new(StringComparer.Ordinal);

    /// <summary>The tables whose header starts in row <paramref name="rowIndex"/> of the grid; none where it is no header.</summary>
    public IReadOnlyList<TableLayout> At(Grid grid, int rowIndex, TableDefaults defaults)
    {
        var row = grid.Rows[rowIndex];
        if (!MayBeHeader(row))
            return [];
        var second = SecondRow(grid, rowIndex);
        var above = second is null ? GroupRow(grid, rowIndex) : null;
        var third = second is null ? null : ThirdRow(grid, rowIndex + 1);
        var labelled = third is null
            ? columns.Read(grid, above, row, second, second is not null && IsPair(grid, row, second), defaults)
            : columns.Read(grid, [row, second!, third], defaults);
        labelled = WithUnits(grid, WithDoubtfulYears(labelled, defaults.Part), (third ?? second ?? row).Number);
        var layouts = new List<TableLayout>();
        foreach (var segment in TableShape.Segments(labelled))
        {
            var lastRow = (third ?? second ?? row).Number;
            if (shape.Of(segment, (above ?? row).Number, lastRow, defaults, grid.IsTransposed, RegionColumn(grid, segment, lastRow)) is { } layout)
                layouts.Add(layout);
        }

        return layouts;
    }

    /// <summary>Whether a row below a header starts another table: it names a column of names or codes again, or one of regions beside values.</summary>
    public bool StartsTable(SheetRow row)
    {
        var (named, hasRegion, hasValue, known) = (false, false, false, 0);
        foreach (var cell in row.Cells)
        {
            if (cell.Kind is CellKind.Number)
                return false;
            if (cell.Kind != CellKind.Text)
                continue;
            var role = RoleOf(cell.Text);
            if (role != ColumnRole.Unknown)
                known++;
            named |= role is ColumnRole.IndicatorName or ColumnRole.IndicatorCode or ColumnRole.ProjectName or ColumnRole.ProjectCode;
            (hasRegion, hasValue) = (hasRegion || role == ColumnRole.Region, hasValue || role == ColumnRole.Value);
        }

        return (named || (hasRegion && hasValue)) && known >= 2 || named && MayBeHeader(row) && row.Cells.Any(cell => PeriodText.Read(cell).IsRead || words.Regions.Find(cell.Text) is not null);
    }

    // Below 前三季度 the columns 2022年 and 2023年 may be parts of years; below 2023年前三季度 the column 2023年.
    private static List<ColumnReading> WithDoubtfulYears(List<ColumnReading> columns, PeriodReading? part)
    {
        var isYearless = part is { Outcome: PeriodOutcome.YearMissing } && !columns.Exists(column => column.Period is { IsRead: true, Period.Kind: not PeriodKind.Year });
        return columns.ConvertAll(column => column.Period is { IsRead: true } period && PeriodText.IsBareYear(column.PeriodAt?.Text ?? column.Label)
                && (isYearless || (part is { IsRead: true, Period.Kind: not PeriodKind.Year } && part.Value.Period.Year == period.Period.Year))
            ? column with { Period = PeriodOutcome.YearOrPart }
            : column);
    }

    // A column without a label that holds nothing but units is that of the units.
    private List<ColumnReading> WithUnits(Grid grid, List<ColumnReading> columns, int headerRow)
    {
        if (columns.Count < 2 || columns.Exists(column => column.Role == ColumnRole.Unit))
            return columns;
        for (var index = 1; index < columns.Count; index++)
        {
            for (var number = columns[index - 1].ColumnNumber + 1; number < columns[index].ColumnNumber; number++)
            {
                var below = Enumerable.Range(headerRow + 1, 10).Select(row => grid.At(row, number).Text.Trim()).Where(text => text.Length > 0).ToList();
                if (below.Count > 0 && below.TrueForAll(text => words.Plan.Units.TryFind(text.Trim('(', ')', '（', '）'), out _)))
                    return [.. columns[..index], new ColumnReading(number, grid.Address(headerRow, number), "", ColumnRole.Unit), .. columns[index..]];
            }
        }

        return columns;
    }

    // The first column of a table without names may hold regions, whatever its label says.
    private int? RegionColumn(Grid grid, List<ColumnReading> columns, int headerRow)
    {
        if (grid.IsTransposed || columns.Exists(column => TableShape.Subjects.Contains(column.Role)))
            return null;
        var first = columns.Find(column => column.Role == ColumnRole.Region)?.ColumnNumber ?? (columns[0].Role == ColumnRole.Unknown ? columns[0].ColumnNumber : columns[0].ColumnNumber - 1);
        var (regions, others, isFirst) = (0, 0, false);
        for (var row = headerRow + 1; row <= headerRow + 5 && first > 0; row++)
        {
            var text = grid.Filled(row, first).Cell.Text;
            if (words.Regions.Find(text) is not null || words.Regions.IsMisspelt(text))
                (regions, isFirst) = (regions + 1, isFirst || others == 0);
            else if (!string.IsNullOrWhiteSpace(text))
                others++;
        }

        return isFirst || regions > others ? first : null;
    }

    private static bool MayBeHeader(SheetRow row)
    {
        var filled = 0;
        foreach (var cell in row.Cells)
        {
            if (!cell.IsBlank && ++filled == 2)
                return true;
        }

        return false;
    }

    private ColumnRole RoleOf(string label)
    {
        if (label.Length > 40)
            return ColumnRole.Unknown;
        if (roles.TryGetValue(label, out var role))
            return role;
        role = HeaderLexicon.Read(label, words.Plan.Units).Role;
        // A cache of labels that repeat, not of every remark of a long table.
        if (roles.Count < 5_000)
            roles[label] = role;
        return role;
    }

    // The lower half of a two-row header: under merged cells, or under blanks with nothing but labels of its own.
    private SheetRow? SecondRow(Grid grid, int rowIndex)
    {
        if (rowIndex + 1 >= grid.Rows.Count || grid.Rows[rowIndex + 1].Number != grid.Rows[rowIndex].Number + 1)
            return null;
        var (row, next) = (grid.Rows[rowIndex], grid.Rows[rowIndex + 1]);
        if (StartsTable(next))
            return null;
        if (IsPair(grid, row, next))
            return next;
        var labels = 0;
        foreach (var cell in next.Cells)
        {
            if (cell.IsBlank)
                continue;
            if (cell.Kind == CellKind.Error || !IsLabel(cell))
                return null;
            labels++;
        }

        if (labels == 0)
            return null;
        var first = row.Cells.TakeWhile(cell => cell.IsBlank).Count() + 1;
        var mergedDown = grid.Merges.Any(m => m.TopLeft.RowNumber <= row.Number && m.BottomRight.RowNumber == next.Number && m.BottomRight.RowNumber > m.TopLeft.RowNumber);
        var mergedAcross = grid.Merges.Any(m => m.TopLeft.RowNumber == row.Number && m.BottomRight.RowNumber == row.Number && m.BottomRight.ColumnNumber > m.TopLeft.ColumnNumber);
        return next.At(first).IsBlank && (mergedDown || mergedAcross || row.Cells.Skip(first).Any(cell => cell.IsBlank) || labels >= 2) ? next : null;
    }

    // 地区 over 期间, or the other way round, in front of indicators that have a row each.
    private bool IsPair(Grid grid, SheetRow row, SheetRow next)
    {
        var first = row.Cells.TakeWhile(cell => cell.IsBlank).Count() + 1;
        return grid.IsTransposed && (RoleOf(row.At(first).Text), RoleOf(next.At(first).Text)) is (ColumnRole.Region, ColumnRole.Period) or (ColumnRole.Period, ColumnRole.Region);
    }

    // A further division below a two-row header: nothing but words, and more of them than stand above.
    private SheetRow? ThirdRow(Grid grid, int rowIndex)
    {
        if (rowIndex + 1 >= grid.Rows.Count || grid.Rows[rowIndex + 1].Number != grid.Rows[rowIndex].Number + 1)
            return null;
        var (second, next) = (grid.Rows[rowIndex], grid.Rows[rowIndex + 1]);
        var labels = next.Cells.Where(cell => !cell.IsBlank).ToList();
        var isHeader = labels.Count > second.Cells.Count(cell => !cell.IsBlank) && labels.TrueForAll(cell => cell.Kind == CellKind.Text && IsLabel(cell))
            && next.At(1).IsBlank && !StartsTable(next);
        return isHeader ? next : null;
    }

    // Headings over groups of columns, in the row above a header that is complete in itself.
    private static SheetRow? GroupRow(Grid grid, int rowIndex)
    {
        if (rowIndex == 0 || grid.Rows[rowIndex - 1].Number != grid.Rows[rowIndex].Number - 1)
            return null;
        var (above, row) = (grid.Rows[rowIndex - 1], grid.Rows[rowIndex]);
        var width = row.Cells.Count;
        return grid.Merges.Any(m => m.TopLeft.RowNumber == above.Number && m.BottomRight.RowNumber == above.Number
                && m.BottomRight.ColumnNumber - m.TopLeft.ColumnNumber is var span && span >= 1 && span + 1 < width
                && PeriodText.Read(above.At(m.TopLeft.ColumnNumber)).IsRead)
            ? above
            : null;
    }

    private bool IsLabel(Cell cell) =>
        PeriodText.Read(cell).Outcome is PeriodOutcome.Read or PeriodOutcome.YearMissing
        || cell.Kind == CellKind.Text
            && (RoleOf(cell.Text) != ColumnRole.Unknown || words.Regions.Find(cell.Text) is not null || words.Regions.IsMisspelt(cell.Text)
                || PeriodText.Read(HeaderLexicon.WithoutValueWords(cell.Text, words.Plan.Units)).Outcome is PeriodOutcome.Read or PeriodOutcome.YearMissing
                || words.Plan.Units.TryFind(cell.Text.Trim('(', ')', '（', '）'), out _)
                || cell.Text is var text && (text.Contains('比', StringComparison.Ordinal) || text.Contains('增', StringComparison.Ordinal) || text.Contains("目标", StringComparison.Ordinal)) && text.Length <= 12 && !text.AsSpan().ContainsAnyInRange('0', '9'));
}
