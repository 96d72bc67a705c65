using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

/// <summary>Tells what the columns below a header are, by the words, periods and regions of its labels.</summary>
internal sealed class HeaderColumns(PlanWords words)
{
    private const int MostColumns = 1_000;

    /// <summary>Of one row, or of two that belong together; columns without a label are left out.</summary>
    /// <param name="grid">The sheet.</param>
    /// <param name="above">Headings over groups of columns, above a header that is complete in itself.</param>
    /// <param name="row">The header, or its upper half.</param>
    /// <param name="second">Its lower half.</param>
    /// <param name="isPair">地区 over 期间, or the other way round.</param>
    /// <param name="defaults">What stands above the table.</param>
    public List<ColumnReading> Read(Grid grid, SheetRow? above, SheetRow row, SheetRow? second, bool isPair, TableDefaults defaults)
    {
        var columns = new List<ColumnReading>();
        var width = Math.Min(MostColumns, Math.Max(row.Cells.Count, second?.Cells.Count ?? 0));
        var group = default((Cell Cell, CellAddress At));
        for (var column = 1; column <= width; column++)
        {
            var (upperRow, lowerRow) = (above ?? row, above is null ? second : row);
            var (upper, upperNumber, upperColumn) = grid.Filled(upperRow.Number, column);
            var upperAt = grid.Address(upperNumber, upperColumn);
            var lower = lowerRow is null ? default : grid.At(lowerRow.Number, column);
            var lowerNumber = lowerRow?.Number ?? 0;
            if (lowerRow is not null)
            {
                // Without merges the heading over a group stands over its first column only.
                if (upper.IsBlank && !lower.IsBlank && !group.Cell.IsBlank)
                    (upper, upperAt) = group;
                group = (upper, upperAt);
            }

            if (upper.IsBlank && lower.IsBlank)
                continue;
            var at = lower.IsBlank ? grid.Address(upperRow.Number, column) : grid.Address(lowerNumber, column);
            var reading = Column(column, at, upper, upperAt, lower, defaults);
            columns.Add(isPair && columns.Count > 0 ? OfPair(reading, new(upperAt, upper.Text), upper, lower, defaults.Year, columns[0].Role == ColumnRole.Region) : reading);
        }

        return Settled(columns);
    }

    /// <summary>Of three rows: the upper two are one heading (2023年 | 上半年), which may be a region over periods too.</summary>
    public List<ColumnReading> Read(Grid grid, SheetRow[] rows, TableDefaults defaults)
    {
        var columns = new List<ColumnReading>();
        var width = Math.Min(MostColumns, rows.Max(row => row.Cells.Count));
        var (group, division) = (default((Cell Cell, CellAddress At)), default((Cell Cell, CellAddress At)));
        for (var column = 1; column <= width; column++)
        {
            var (first, second, third) = (Own(grid, rows[0], column), Own(grid, rows[1], column), grid.At(rows[2].Number, column));
            if (first.IsBlank && second.IsBlank && third.IsBlank)
                continue;
            if (!first.IsBlank)
                (group, division) = ((first, grid.Address(rows[0].Number, column)), default);
            else if (!second.IsBlank || !third.IsBlank)
                first = group.Cell;
            if (!second.IsBlank)
                division = (second, grid.Address(rows[1].Number, column));
            else if (!third.IsBlank)
                second = division.Cell;
            var at = !third.IsBlank ? rows[2] : !second.IsBlank ? rows[1] : rows[0];
            var reading = Column(column, grid.Address(at.Number, column), Joined(first, second, defaults.Year), second.IsBlank ? group.At : division.At, third, defaults);
            if (reading.Role == ColumnRole.Value)
                reading = reading with { Region = reading.Region ?? RegionIn(first) };
            if (reading is { Role: ColumnRole.Value, Period: null })
                reading = reading with { Period = Read(first, defaults.Year), PeriodAt = new(group.At, first.Text) };
            columns.Add(reading);
        }

        return Settled(columns);
    }

    private ColumnReading OfPair(ColumnReading reading, Written upperAt, Cell upper, Cell lower, int? year, bool isRegionBelow)
    {
        var (region, period) = isRegionBelow ? (lower, upper) : (upper, lower);
        var lowerAt = new Written(reading.Header, lower.Text);
        var known = region.IsBlank ? null : RegionIn(region);
        return reading with
        {
            Role = ColumnRole.Value,
            Region = known,
            IsRegionUnknown = known is null && !region.IsBlank,
            RegionAt = isRegionBelow ? lowerAt : upperAt,
            Period = period.IsBlank ? null : Read(period, year) ?? PeriodOutcome.Unreadable,
            PeriodAt = isRegionBelow ? upperAt : lowerAt,
        };
    }

    private static Cell Own(Grid grid, SheetRow row, int column)
    {
        var (cell, rowNumber, _) = grid.Filled(row.Number, column);
        return rowNumber == row.Number ? cell : default;
    }

    private Cell Joined(Cell first, Cell second, int? year)
    {
        if (first.IsBlank || second.IsBlank)
            return first.IsBlank ? second : first;
        var joined = Cell.OfText(first.Text + second.Text);
        if (Read(joined, year) is { IsRead: true })
            return joined;
        return RegionIn(second) is null && Read(second, year) is null && (RegionIn(first) is not null || Read(first, year) is not null) ? first : second;
    }

    // Only among regions is a name like a region's name one that is misspelt.
    private static List<ColumnReading> Settled(List<ColumnReading> columns) =>
        columns.Exists(column => column.Region is not null)
            ? columns
            : columns.ConvertAll(column => column.IsRegionUnknown ? column with { Role = ColumnRole.Unknown, Period = null, IsRegionUnknown = false } : column);

    private ColumnReading Column(int column, CellAddress at, Cell upper, CellAddress upperAt, Cell lower, TableDefaults defaults)
    {
        var units = words.Plan.Units;
        var label = lower.IsBlank ? upper.Text : upper.IsBlank || upper.Text == lower.Text ? lower.Text : $"{upper.Text} {lower.Text}";
        var upperWord = upper.IsBlank ? default : HeaderLexicon.Read(upper.Text, units);
        var lowerWord = lower.IsBlank ? default : HeaderLexicon.Read(lower.Text, units);
        var unit = lowerWord.UnitText ?? upperWord.UnitText;
        if (!lower.IsBlank && lowerWord.Role == ColumnRole.Unknown && upperWord.Role != ColumnRole.Unknown && units.TryFind(lower.Text.Trim('(', ')', '（', '）'), out var stated))
            return new(column, at, label, upperWord.Role) { Word = upperWord.Word, UnitText = stated.Symbol };
        var (role, _, word) = lowerWord.Role != ColumnRole.Unknown ? lowerWord : lower.IsBlank ? upperWord : default;
        if (role is not (ColumnRole.Unknown or ColumnRole.Value))
            return new(column, at, label, role) { Word = word, UnitText = unit };

        var region = lower.IsBlank ? null : RegionIn(lower);
        var isMisspelt = role == ColumnRole.Unknown && words.Regions.IsMisspelt(NameKey.Of((lower.IsBlank ? upper : lower).Text, units).Exact);
        var period = PeriodIn(upper, lower, region is not null || isMisspelt || role == ColumnRole.Value, defaults.Year);
        // A fault of the period is told where the period stands, once for all columns below it.
        Written? periodAt = period is not null && !upper.IsBlank && !lower.IsBlank && (role == ColumnRole.Value || PeriodIn(upper, lower, false, defaults.Year) is null) ? new(upperAt, upper.Text) : null;
        region ??= RegionIn(upper);
        if (isMisspelt)
        {
            var misspelt = new Written(at, lower.IsBlank ? upper.Text : lower.Text);
            return new(column, at, label, ColumnRole.Value) { Period = period, PeriodAt = periodAt, IsRegionUnknown = true, RegionAt = misspelt, UnitText = unit };
        }

        if (period is null && region is null)
            return new(column, at, label, role) { Word = word, UnitText = unit };
        // What stands below a period or a region and is neither a value nor a further division (同比, 目标) is no value.
        if (!lower.IsBlank && role == ColumnRole.Unknown && RegionIn(lower) is null && PeriodIn(lower, default, false, defaults.Year) is null
            && PeriodIn(upper, lower, false, defaults.Year) is null)
            return new(column, at, label, ColumnRole.Unknown) { UnitText = unit };
        return new(column, at, label, ColumnRole.Value) { Word = word, Period = period, PeriodAt = periodAt, Region = region, UnitText = unit };
    }

    private Region? RegionIn(Cell cell) => cell.Kind is CellKind.Text or CellKind.Number ? words.Regions.Find(NameKey.Of(cell.Text, words.Plan.Units).Exact) : null;

    // The two halves of a header together (2023年 | 三季度), else the lower, else the upper where the lower says something else.
    private PeriodReading? PeriodIn(Cell upper, Cell lower, bool upperAlone, int? year)
    {
        if (!lower.IsBlank && upper.Kind != CellKind.Blank)
        {
            var joined = Read(Cell.OfText(upper.Text + lower.Text), year);
            if (joined is { IsRead: true })
                return joined;
            var own = Read(lower, Read(upper, year) is { IsRead: true } parent ? parent.Period.Year : year);
            return own ?? (upperAlone ? Read(upper, year) : null);
        }

        return Read(lower.IsBlank ? upper : lower, year);
    }

    private PeriodReading? Read(Cell cell, int? year)
    {
        // 本年累计 is a word for values, whatever year it is of.
        if (cell.IsBlank || (HeaderLexicon.Read(cell.Text, words.Plan.Units) is { Role: ColumnRole.Value } && !cell.Text.Any(char.IsDigit)))
            return null;
        var reading = cell.Kind == CellKind.Text ? PeriodText.Read(HeaderLexicon.WithoutValueWords(cell.Text, words.Plan.Units), year) : PeriodText.Read(cell, year);
        if (reading.Outcome is PeriodOutcome.Read or PeriodOutcome.YearMissing)
            return reading;
        return cell.Kind == CellKind.Text && PeriodText.LooksLikePeriod(cell.Text) ? PeriodOutcome.Unreadable : null;
    }
}
