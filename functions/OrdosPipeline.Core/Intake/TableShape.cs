using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

/// <summary>Tells which table the columns of a header make: of indicators or of projects, long or wide, and what it lacks.</summary>
/// <param name="cornerNamesColumns">期间 or 地区 in the corner may be said of the columns beside it, not of those below.</param>
internal sealed class TableShape(bool cornerNamesColumns)
{
    /// <summary>What names indicators or projects.</summary>
    public static readonly ColumnRole[] Subjects = [ColumnRole.IndicatorCode, ColumnRole.IndicatorName, ColumnRole.ProjectCode, ColumnRole.ProjectName];

    /// <summary>The columns of each of the tables beside each other: a second column of names starts a second table.</summary>
    public static List<List<ColumnReading>> Segments(List<ColumnReading> columns)
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

    /// <summary>The table that columns make together; null where they make none.</summary>
    /// <param name="columns">From left to right.</param>
    /// <param name="firstRow">The header's first row.</param>
    /// <param name="lastRow">The header's last row.</param>
    /// <param name="defaults">What stands above the table.</param>
    /// <param name="isTransposed">Rows and columns are exchanged.</param>
    /// <param name="regionColumn">In a table without names: the column below whose label regions stand; null where none do.</param>
    public TableLayout? Of(List<ColumnReading> columns, int firstRow, int lastRow, TableDefaults defaults, bool isTransposed, int? regionColumn)
    {
        bool Has(ColumnRole role) => columns.Any(column => column.Role == role);
        var isProject = (Has(ColumnRole.ProjectName) || Has(ColumnRole.ProjectCode) || Has(ColumnRole.IndicatorName))
            && (Has(ColumnRole.State) || Has(ColumnRole.Progress) || Has(ColumnRole.Investment) || Has(ColumnRole.Quantity)
                || (Has(ColumnRole.QuantityName) && columns.Any(c => c.Role == ColumnRole.Value && !TableLayout.IsWide(c)) && !Has(ColumnRole.IndicatorName)))
            && !(Has(ColumnRole.IndicatorCode) && !Has(ColumnRole.ProjectName) && !Has(ColumnRole.ProjectCode));
        return isProject ? ProjectLayout(columns, firstRow, lastRow, defaults) : IndicatorLayout(columns, firstRow, lastRow, defaults, isTransposed, regionColumn);
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

    private TableLayout? IndicatorLayout(List<ColumnReading> columns, int firstRow, int lastRow, TableDefaults defaults, bool isTransposed, int? regionColumn)
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
        if (!hasSubject && IsAboutOneIndicator(roles, defaults, isTransposed, regionColumn))
        {
            if (regionColumn is { } column && roles.TrueForAll(c => c.Role != ColumnRole.Region))
                roles = [new ColumnReading(column, column == roles[0].ColumnNumber ? roles[0].Header : new(roles[0].Header.RowNumber, column), column == roles[0].ColumnNumber ? roles[0].Label : "", ColumnRole.Region), .. roles.Where(c => c.ColumnNumber != column)];
            hasSubject = true;
        }

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
                roles[corner] = roles[corner] with { Role = ColumnRole.IndicatorName, Word = null };
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
        var known = roles.Count(c => c.Role is not (ColumnRole.Unknown or ColumnRole.Remark or ColumnRole.Serial or ColumnRole.Reference));
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

    // Rows of regions below values or periods, or rows of periods below 数值: the indicator stands above the table.
    private static bool IsAboutOneIndicator(List<ColumnReading> columns, TableDefaults defaults, bool isTransposed, int? regionColumn)
    {
        var values = columns.FindAll(column => column.Role == ColumnRole.Value);
        if (isTransposed || values.Count == 0 || values.Exists(column => column.Region is not null || column.IsRegionUnknown))
            return false;
        return regionColumn is not null
            || (defaults.Subject is { IsFound: true } or { IsLine: true } && columns[0].Role is ColumnRole.Period or ColumnRole.Serial && columns.Exists(column => column.Role == ColumnRole.Period) && !values.Exists(TableLayout.IsWide));
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
            if (column.Role is ColumnRole.Unknown or ColumnRole.Remark or ColumnRole.Serial or ColumnRole.Reference or ColumnRole.Problem || allowed.Contains(column.Role)
                || column.IsRegionUnknown || column.Period is { IsRead: false })
                continue;
            if (!seen.Add((column.Role, column.Period?.Period, column.Region?.Code)))
                duplicates.Add(column);
        }

        return duplicates;
    }
}
