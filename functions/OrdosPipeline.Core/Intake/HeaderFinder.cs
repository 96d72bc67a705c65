using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

/// <summary>Finds the header of a table within a sheet and tells what its columns are, by its words alone.</summary>
/// <param name="words">The words of the plan.</param>
/// <param name="cornerNamesColumns">期间 or 地区 in the corner may be said of the columns beside it, not of those below.</param>
internal sealed class HeaderFinder(PlanWords words, bool cornerNamesColumns)
{
    private const int MostColumns = 1_000;

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
        var columns = third is null ? Columns(grid, above, row, second, defaults) : Columns(grid, [row, second!, third], defaults);
        var layouts = new List<TableLayout>();
        foreach (var segment in Segments(columns))
        {
            if (Layout(segment, (above ?? row).Number, (third ?? second ?? row).Number, defaults, grid.IsTransposed) is { } layout)
                layouts.Add(layout);
        }

        return layouts;
    }

    /// <summary>Whether a row below a header starts another table: it names a column of names or codes again.</summary>
    public bool StartsTable(SheetRow row)
    {
        var (named, known) = (false, 0);
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
        }

        return named && known >= 2 || named && MayBeHeader(row) && row.Cells.Any(cell => PeriodText.Read(cell).IsRead || words.Regions.Find(cell.Text) is not null);
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

    private List<ColumnReading> Columns(Grid grid, SheetRow? above, SheetRow row, SheetRow? second, TableDefaults defaults)
    {
        var columns = new List<ColumnReading>();
        var width = Math.Min(MostColumns, Math.Max(row.Cells.Count, second?.Cells.Count ?? 0));
        var group = default((Cell Cell, CellAddress At));
        var isPair = second is not null && IsPair(grid, row, second);
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

    // Three rows: the upper two are one heading (2023年 | 上半年), which may be a region over periods too.
    private List<ColumnReading> Columns(Grid grid, SheetRow[] rows, TableDefaults defaults)
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
        var (upperRole, upperUnit) = upper.IsBlank ? default : HeaderLexicon.Read(upper.Text, units);
        var (lowerRole, lowerUnit) = lower.IsBlank ? default : HeaderLexicon.Read(lower.Text, units);
        var unit = lowerUnit ?? upperUnit;
        if (!lower.IsBlank && lowerRole == ColumnRole.Unknown && upperRole != ColumnRole.Unknown && units.TryFind(lower.Text.Trim('(', ')', '（', '）'), out var stated))
            return new(column, at, label, upperRole) { UnitText = stated.Symbol };
        var role = lowerRole != ColumnRole.Unknown ? lowerRole : lower.IsBlank ? upperRole : ColumnRole.Unknown;
        if (role is not (ColumnRole.Unknown or ColumnRole.Value))
            return new(column, at, label, role) { UnitText = unit };

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
            return new(column, at, label, role) { UnitText = unit };
        // What stands below a period or a region and is neither a value nor a further division (同比, 目标) is no value.
        if (!lower.IsBlank && role == ColumnRole.Unknown && RegionIn(lower) is null && PeriodIn(lower, default, false, defaults.Year) is null
            && PeriodIn(upper, lower, false, defaults.Year) is null)
            return new(column, at, label, ColumnRole.Unknown) { UnitText = unit };
        return new(column, at, label, ColumnRole.Value) { Period = period, PeriodAt = periodAt, Region = region, UnitText = unit };
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
        if (cell.IsBlank)
            return null;
        var reading = cell.Kind == CellKind.Text ? PeriodText.Read(HeaderLexicon.WithoutValueWords(cell.Text, words.Plan.Units), year) : PeriodText.Read(cell, year);
        if (reading.Outcome is PeriodOutcome.Read or PeriodOutcome.YearMissing)
            return reading;
        return cell.Kind == CellKind.Text && PeriodText.LooksLikePeriod(cell.Text) ? PeriodOutcome.Unreadable : null;
    }

    // Tables beside each other: a second column of names starts a second table.
    private static List<List<ColumnReading>> Segments(List<ColumnReading> columns)
    {
        var segments = new List<List<ColumnReading>>();
        foreach (var column in columns)
        {
            var starts = segments.Count == 0
                || Subjects.Contains(column.Role) && segments[^1].Any(c => Group(c.Role) == Group(column.Role) && c.Role == column.Role)
                    && segments[^1].Any(c => c.Role is ColumnRole.Value or ColumnRole.State or ColumnRole.Progress or ColumnRole.Investment);
            if (starts)
                segments.Add([]);
            segments[^1].Add(column);
        }

        // A serial number or a code in front of the second names belongs to them.
        for (var index = 1; index < segments.Count; index++)
        {
            while (segments[index - 1].Count > 2 && segments[index - 1][^1].Role is ColumnRole.Serial)
            {
                segments[index].Insert(0, segments[index - 1][^1]);
                segments[index - 1].RemoveAt(segments[index - 1].Count - 1);
            }
        }

        return segments;

        static int Group(ColumnRole role) => role is ColumnRole.ProjectCode or ColumnRole.ProjectName ? 1 : 0;
    }

    private static readonly ColumnRole[] Subjects = [ColumnRole.IndicatorCode, ColumnRole.IndicatorName, ColumnRole.ProjectCode, ColumnRole.ProjectName];

    private TableLayout? Layout(List<ColumnReading> columns, int firstRow, int lastRow, TableDefaults defaults, bool isTransposed)
    {
        bool Has(ColumnRole role) => columns.Any(column => column.Role == role);
        var isProject = (Has(ColumnRole.ProjectName) || Has(ColumnRole.ProjectCode) || Has(ColumnRole.IndicatorName))
            && (Has(ColumnRole.State) || Has(ColumnRole.Progress) || Has(ColumnRole.Investment) || Has(ColumnRole.Quantity)
                || (Has(ColumnRole.QuantityName) && columns.Any(c => c.Role == ColumnRole.Value && !TableLayout.IsWide(c)) && !Has(ColumnRole.IndicatorName)))
            && !(Has(ColumnRole.IndicatorCode) && !Has(ColumnRole.ProjectName) && !Has(ColumnRole.ProjectCode));
        return isProject ? ProjectLayout(columns, firstRow, lastRow, defaults) : IndicatorLayout(columns, firstRow, lastRow, defaults, isTransposed);
    }

    private static TableLayout? ProjectLayout(List<ColumnReading> columns, int firstRow, int lastRow, TableDefaults defaults)
    {
        var named = columns.Any(c => c.Role is ColumnRole.ProjectName);
        var roles = columns.Select(column => column.Role switch
        {
            ColumnRole.IndicatorName when !named => column with { Role = ColumnRole.ProjectName },
            ColumnRole.IndicatorCode => column with { Role = ColumnRole.ProjectCode },
            ColumnRole.Value when TableLayout.IsWide(column) => column with { Role = ColumnRole.Unknown },
            ColumnRole.Value => column with { Role = ColumnRole.Quantity },
            _ => column,
        }).ToList();
        var missing = new List<ColumnRole>();
        if (roles.All(c => c.Role != ColumnRole.Period) && defaults.Period is null)
            missing.Add(ColumnRole.Period);
        return new(TableKind.Projects, firstRow, lastRow, roles, missing, Duplicates(roles, ColumnRole.Unit, ColumnRole.Quantity, ColumnRole.QuantityName, ColumnRole.Region));
    }

    private TableLayout? IndicatorLayout(List<ColumnReading> columns, int firstRow, int lastRow, TableDefaults defaults, bool isTransposed)
    {
        // A table of works that is kept like one of indicators: 项目名称 | 单位 | 数值.
        var roles = columns.Select(column => column.Role switch
        {
            ColumnRole.ProjectName when columns.All(c => c.Role != ColumnRole.IndicatorName) => column with { Role = ColumnRole.IndicatorName },
            ColumnRole.ProjectCode when columns.All(c => c.Role != ColumnRole.IndicatorCode) => column with { Role = ColumnRole.IndicatorCode },
            ColumnRole.Investment when columns.All(c => c.Role != ColumnRole.Value) && columns.Count(c => c.Role == ColumnRole.Investment) == 1 => column with { Role = ColumnRole.Value },
            ColumnRole.Quantity when columns.All(c => c.Role != ColumnRole.Value) => column with { Role = ColumnRole.Value },
            _ => column,
        }).ToList();
        var wide = roles.Count(TableLayout.IsWide);
        var plain = roles.Count(c => c.Role == ColumnRole.Value && !TableLayout.IsWide(c));
        var hasPeriod = roles.Any(c => c.Role == ColumnRole.Period);
        var hasSubject = roles.Any(c => c.Role is ColumnRole.IndicatorName or ColumnRole.IndicatorCode);
        if (!hasSubject && (wide >= 2 || (isTransposed && wide == 1 && roles[0].Role is ColumnRole.Period or ColumnRole.Region)))
        {
            // The corner over the names is blank or has a word of its own.
            var firstWide = roles.FindIndex(TableLayout.IsWide);
            var corner = roles.FindIndex(c => c.Role switch
            {
                ColumnRole.Unknown => true,
                ColumnRole.Period => isTransposed || cornerNamesColumns && roles.TrueForAll(column => !TableLayout.IsWide(column) || column.Period is not null),
                ColumnRole.Region => isTransposed || cornerNamesColumns && roles.TrueForAll(column => !TableLayout.IsWide(column) || (column.Region is not null && column.Period is null)),
                _ => false,
            });
            if (corner >= 0 && corner < firstWide)
            {
                if (isTransposed && roles[corner].Role != ColumnRole.Unknown)
                    roles = [.. roles.Select((column, index) => index > corner ? UnderCorner(column, roles[corner].Role) : column)];
                roles[corner] = roles[corner] with { Role = ColumnRole.IndicatorName };
            }
            else if (firstWide >= 0 && roles[firstWide].ColumnNumber > 1 && firstWide == 0)
                roles.Insert(0, new ColumnReading(1, roles[0].Header, "", ColumnRole.IndicatorName));
            else
                return null;
            hasSubject = true;
            hasPeriod = roles.Any(c => c.Role == ColumnRole.Period);
        }

        if (!hasSubject)
            return null;
        if (plain > 0 && wide > 0)
        {
            // Beside one column of values, further columns of periods are comparisons; beside several periods a bare 数值 is one too.
            var keepPlain = hasPeriod || wide < 2;
            roles = [.. roles.Select(c => c.Role == ColumnRole.Value && TableLayout.IsWide(c) == keepPlain ? c with { Role = ColumnRole.Unknown, Period = null, Region = null } : c)];
            (plain, wide) = keepPlain ? (plain, 0) : (0, wide);
        }

        var byPeriod = wide > 0 && roles.Any(c => TableLayout.IsWide(c) && c.Period is not null);
        var known = roles.Count(c => c.Role is not (ColumnRole.Unknown or ColumnRole.Remark or ColumnRole.Serial));
        if (known < 2)
            return null;
        var missing = new List<ColumnRole>();
        if (plain + wide == 0)
            missing.Add(ColumnRole.Value);
        if (!hasPeriod && !byPeriod && defaults.Period is null)
            missing.Add(ColumnRole.Period);
        // Two words of headers are not yet a table when both things that matter are missing.
        if (missing.Count == 2 && known < 3)
            return null;
        return new(TableKind.Indicators, firstRow, lastRow, roles, missing, Duplicates(roles, ColumnRole.Region, IsYearAndPart(roles) ? ColumnRole.Period : ColumnRole.Region, HasUnitBesideEachValue(roles) ? ColumnRole.Unit : ColumnRole.Region));
    }

    // 年份 and 季度, or 年度 and 月份, are one period in two columns.
    private static bool IsYearAndPart(List<ColumnReading> columns) =>
        columns.Where(c => c.Role == ColumnRole.Period).ToList() is [{ Label: var year }, { Label: var part }]
        && CompactText.Of(year) is "年份" or "年度" or "年" or "YEAR" && CompactText.Of(part) is "季度" or "月份" or "QUARTER" or "MONTH" or "期间" or "报告期";

    // Beside the word 地区 all are regions, beside 期间 periods: what is neither read nor a total is a fault, not an extra.
    private static ColumnReading UnderCorner(ColumnReading column, ColumnRole corner) => (corner, column.Role) switch
    {
        (ColumnRole.Region, ColumnRole.Unknown) => column with { Role = ColumnRole.Value, IsRegionUnknown = true },
        (ColumnRole.Period, ColumnRole.Unknown) => column with { Role = ColumnRole.Value, Period = PeriodOutcome.Unreadable },
        (ColumnRole.Period, ColumnRole.Value) when column.Period is null => column with { Role = ColumnRole.Unknown, Region = null, IsRegionUnknown = false },
        _ => column,
    };

    // Under each period a value and its unit.
    private static bool HasUnitBesideEachValue(List<ColumnReading> columns) =>
        columns.Count(column => column.Role == ColumnRole.Unit) > 1
        && columns.TrueForAll(column => column.Role != ColumnRole.Unit || columns.Exists(value => value.ColumnNumber == column.ColumnNumber - 1 && TableLayout.IsWide(value)));

    private static List<ColumnReading> Duplicates(List<ColumnReading> columns, params ReadOnlySpan<ColumnRole> allowed)
    {
        var seen = new HashSet<(ColumnRole, Period?, string?)>();
        var duplicates = new List<ColumnReading>();
        foreach (var column in columns)
        {
            if (column.Role is ColumnRole.Unknown or ColumnRole.Remark or ColumnRole.Serial or ColumnRole.Problem || allowed.Contains(column.Role)
                || column.IsRegionUnknown || column.Period is { IsRead: false })
                continue;
            if (!seen.Add((column.Role, column.Period?.Period, column.Region?.Code)))
                duplicates.Add(column);
        }

        return duplicates;
    }
}
