using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

/// <summary>Reads the rows below the header of an indicator return, long or wide.</summary>
internal sealed class IndicatorTableReader(Grid grid, TableLayout layout, TableDefaults defaults, WordCache cache, UnitChooser units, Region defaultRegion) : ITableRowReader
{
    private readonly int codeColumn = layout.Find(ColumnRole.IndicatorCode)?.ColumnNumber ?? 0;
    private readonly int nameColumn = layout.Find(ColumnRole.IndicatorName)?.ColumnNumber ?? 0;
    private readonly int[] regionColumns = [.. layout.Columns.Where(c => c.Role == ColumnRole.Region).Select(c => c.ColumnNumber)];
    private readonly int periodColumn = layout.Find(ColumnRole.Period)?.ColumnNumber ?? 0;
    private readonly ColumnReading? partColumn = layout.Columns.Where(c => c.Role == ColumnRole.Period).Skip(1).FirstOrDefault(c => !layout.Duplicates.Contains(c));
    private readonly int unitColumn = layout.Find(ColumnRole.Unit)?.ColumnNumber ?? 0;
    private readonly int[] ownUnitColumns = [.. layout.Columns.Where(c => c.Role == ColumnRole.Unit && !layout.Duplicates.Contains(c)).Select(c => c.ColumnNumber)];
    private readonly ColumnReading[] values = [.. layout.ValueColumns];
    private readonly HashSet<int> cumulativeColumns = [.. layout.ValueColumns.Where(c => !TableLayout.IsWide(c) && HeaderLexicon.IsCumulative(c.Label)).Select(c => c.ColumnNumber)];
    private readonly int[] subjectColumns = [.. layout.Columns.Where(c => c.Role is ColumnRole.IndicatorCode or ColumnRole.IndicatorName or ColumnRole.Region or ColumnRole.Period).Select(c => c.ColumnNumber)];
    private readonly bool isAboutOneIndicator = !layout.Columns.Any(c => c.Role is ColumnRole.IndicatorCode or ColumnRole.IndicatorName);
    private readonly int[] remarks = [.. layout.Columns.Where(c => c.Role == ColumnRole.Remark).Select(c => c.ColumnNumber)];
    private readonly List<IndicatorRow> rows = [];
    private readonly List<CellAddress> further = [];
    private readonly SkippedRows skipped = new();
    private int furtherValues;

    // Of rows that are not in the plan: how many are kept, and where the last of them says what it is about.
    private (int Count, CellAddress Subject) notInPlan;

    // The last code and name above, for names left blank; a heading serves only where it names an indicator.
    private (string Code, string Name, bool IsHeading)? last;

    // The last region above, for regions left blank where a row has nothing else that tells it from others.
    private Written? lastRegion;

    public void Read(SheetRow row)
    {
        if (Skipped(row) is { } reason)
            skipped.Add(grid.Skipped(row, reason));
    }

    private SkipReason? Skipped(SheetRow row)
    {
        if (layout.Missing.Count > 0)
            return SkipReason.ColumnMissing;
        var code = Text(row, codeColumn, out var codeAt);
        var name = Text(row, nameColumn, out var nameAt);
        if (isAboutOneIndicator && defaults.Subject is { Name.Length: > 0 } subject)
            (name, nameAt) = (subject.Name, subject.At.Address);
        var first = Array.Find(values, column => !ValueCell(row, column, out _).IsBlank);
        if (first is null)
        {
            if (isAboutOneIndicator)
                return regionColumns.Length > 0 ? SkipReason.NotReported : SkipReason.NothingToRead;
            if (code.Length == 0 && name.Length == 0)
                return SkipReason.NothingToRead;
            last = (code, name, IsHeading: true);
            return cache.Indicator(code, name).Match.Outcome == NameOutcome.Found ? SkipReason.NotReported : SkipReason.Heading;
        }

        if (code.Length == 0 && IsTotal(name))
        {
            last = null;
            return SkipReason.Total;
        }

        if (code.Length == 0 && name.Length == 0 && last is { } above
            && (!above.IsHeading || cache.Indicator(above.Code, above.Name).Match.Outcome == NameOutcome.Found))
            (code, name) = (above.Code, above.Name);
        else if (code.Length > 0 || name.Length > 0)
            last = (code, name, IsHeading: false);

        var (match, unitInName, isCumulative) = cache.Indicator(code, name);
        var subjectAt = (match.ByCode && code.Length > 0) || (nameColumn == 0 && !isAboutOneIndicator) ? codeAt : nameAt;
        var unit = RowUnit(row, unitColumn, unitInName, nameAt);
        match = Narrowed(match, unit);
        var indicator = match.Outcome == NameOutcome.Found && match.Item is { } item ? cache.Words.Plan.FindIndicator(item.SeriesId) : null;
        var read = new List<ValueReading>(values.Length);
        foreach (var column in values)
        {
            var cell = ValueCell(row, column, out var at);
            // A cell with nothing but invisible characters is blank too.
            if (!cell.IsBlank && Value(row, column, cell, at, indicator, UnitColumnOf(column) is var own && own == unitColumn ? unit : RowUnit(row, own, unitInName, nameAt), isCumulative) is { Number.Outcome: not NumberOutcome.Blank } value)
                read.Add(value);
        }

        if (read.Count == 0)
            return SkipReason.NothingToRead;

        var written = isAboutOneIndicator && defaults.Subject is { } about ? about.At : new(subjectAt, match.ByCode && code.Length > 0 ? code : name.Length > 0 ? name : code);
        if (match.Outcome == NameOutcome.NotInPlan && !IsKept(written.Address))
        {
            further.Add(written.Address);
            furtherValues += read.Count;
            return null;
        }

        rows.Add(new IndicatorRow
        {
            RowNumber = isAboutOneIndicator ? read[0].Cell.Address.RowNumber : subjectAt.RowNumber,
            Subject = written,
            Match = match,
            Indicator = indicator,
            Remark = Remark(row),
            Values = match.Outcome == NameOutcome.NotInPlan ? [] : [.. read],
            ValueCount = read.Count,
        });
        return null;
    }

    public TableReading Table() => new()
    {
        Sheet = grid.Sheet.Name,
        Kind = TableKind.Indicators,
        IsTransposed = grid.IsTransposed,
        Header = layout.Columns[0].Header,
        HeaderCells = new(grid.Address(layout.FirstRow, layout.Columns[0].ColumnNumber), grid.Address(layout.LastRow, layout.Columns[^1].ColumnNumber)),
        YearTitle = defaults.YearTitle,
        Subject = isAboutOneIndicator ? defaults.Subject?.At : null,
        Columns = layout.Columns,
        MissingColumns = layout.Missing,
        DuplicateColumns = layout.Duplicates,
        IndicatorRows = rows,
        FurtherRows = new(further, furtherValues),
        SkippedRows = skipped,
    };

    // As many are kept as there are places to tell of them.
    private bool IsKept(CellAddress subject)
    {
        if (notInPlan.Count == FurtherRows.Beyond || (notInPlan.Count > 0 && notInPlan.Subject == subject))
            return false;
        notInPlan = (notInPlan.Count + 1, subject);
        return true;
    }

    internal static bool IsTotal(string name)
    {
        if (name.Length is 0 or > 12 || name.AsSpan().IndexOfAny('计', '总') < 0)
            return false;
        return NameKey.Of(name, null).Exact is "合计" or "总计" or "小计" or "共计" or "累计" or "总数";
    }

    // A value merged down a column is that of every row that says for itself what it is about.
    private Cell ValueCell(SheetRow row, ColumnReading column, out CellAddress at)
    {
        at = grid.Address(row.Number, column.ColumnNumber);
        var own = row.At(column.ColumnNumber);
        if (!own.IsBlank)
            return own;
        var (cell, rowNumber, columnNumber) = grid.Filled(row.Number, column.ColumnNumber);
        if (cell.IsBlank || columnNumber != column.ColumnNumber || rowNumber <= layout.LastRow || !subjectColumns.Any(subject => !row.At(subject).IsBlank))
            return own;
        at = grid.Address(rowNumber, columnNumber);
        return cell;
    }

    private ValueReading Value(SheetRow row, ColumnReading column, Cell cell, CellAddress at, Indicator? indicator, Written? rowUnit, bool isCumulative)
    {
        var number = indicator is { Measure: Measure.YesNo } ? YesNoText.Read(cell) : NumberText.Read(cell, cache.Words.Plan.Units);
        if (indicator is null && number.Outcome == NumberOutcome.Unreadable && YesNoText.Read(cell) is { IsRead: true } yesNo)
            number = yesNo;
        var (region, regionAt) = RegionOf(row, column);
        var (period, periodAt) = PeriodOf(row, column);
        if (period.IsRead && (isCumulative || cumulativeColumns.Contains(column.ColumnNumber)))
            period = new(PeriodOutcome.Read, period.Period.FromJanuary);
        return new ValueReading
        {
            Cell = new(at, cell.Text),
            Number = number,
            Region = region,
            RegionAt = regionAt,
            Period = period,
            PeriodAt = periodAt,
            Unit = units.Choose(indicator?.Unit, number, at, rowUnit, column.UnitText, column.Header, defaults.Unit),
            IsWide = TableLayout.IsWide(column),
        };
    }

    private (Region? Region, Written? At) RegionOf(SheetRow row, ColumnReading column)
    {
        if (column.Region is not null || column.IsRegionUnknown)
            return (column.Region, column.RegionAt ?? new(column.Header, column.Label));
        // Of a code and a name the first that is filled in and known counts.
        Written? written = null;
        foreach (var regionColumn in regionColumns)
        {
            var text = Text(row, regionColumn, out var at);
            if (text.Length == 0)
                continue;
            if (cache.Region(text) is { } region)
            {
                lastRegion = new(at, text);
                return (region, lastRegion);
            }

            written ??= new Written(at, text);
        }

        if (written is not null)
            return (null, written);
        if (isAboutOneIndicator && regionColumns.Length > 0)
            return lastRegion is { } above ? (cache.Region(above.Text), above) : (null, new(grid.Address(row.Number, regionColumns[0]), ""));
        return defaults.Region is { } line ? (cache.Region(line.Value), new(line.Address, line.Value)) : (defaultRegion, null);
    }

    private (PeriodReading Period, Written At) PeriodOf(SheetRow row, ColumnReading column)
    {
        if (column.Period is { } ofColumn)
            return (ofColumn, column.PeriodAt ?? new(column.Header, column.Label));
        var at = new Written(column.Header, "");
        if (periodColumn > 0)
        {
            var (cell, rowNumber, columnNumber) = grid.Filled(row.Number, periodColumn);
            var period = partColumn is null ? cache.Period(cell, defaults.Year) : YearAndPart(row, cell, partColumn);
            at = new(grid.Address(rowNumber, columnNumber), cell.Text);
            if (period.Outcome != PeriodOutcome.Missing)
                return (period, at);
        }

        return defaults.Period is { } line ? (PeriodText.Read(line.Value, defaults.Year), new(line.Address, line.Value)) : (PeriodOutcome.Missing, at);
    }

    // 2023 in the column 年份 and 3, 三季度 or 1-9月 in the one beside it.
    private PeriodReading YearAndPart(SheetRow row, Cell year, ColumnReading part)
    {
        if (!cache.Period(year, null).IsRead || cache.Period(year, null).Period is not { Kind: PeriodKind.Year } known)
            return cache.Period(year, null);
        var (cell, _, _) = grid.Filled(row.Number, part.ColumnNumber);
        if (cell.IsBlank)
            return new(PeriodOutcome.Read, known);
        var text = CompactText.Of(cell.Text);
        if (text.Length is 1 or 2 && text.All(char.IsAsciiDigit))
            text += CompactText.Of(part.Label) is "月份" or "MONTH" ? "月" : "季度";
        return cache.Period(Cell.OfText(text), known.Year);
    }

    // The unit beside the value where every value has one of its own.
    private int UnitColumnOf(ColumnReading value) =>
        ownUnitColumns.Length > 1 && Array.IndexOf(ownUnitColumns, value.ColumnNumber + 1) >= 0 ? value.ColumnNumber + 1 : unitColumn;

    private Written? RowUnit(SheetRow row, int column, string? unitInName, CellAddress nameAt)
    {
        if (column > 0)
        {
            var text = Text(row, column, out var at).Trim();
            if (text.Length > 0 && !MissingMarks.IsMissing(CompactText.Of(text)))
                return new(at, text);
        }

        return unitInName is null ? null : new(nameAt, unitInName);
    }

    // A name that is part of several names, but with a unit that none of them has, is a thing of its own: 地区生产总值 in 亿元.
    private NameMatch<Indicator> Narrowed(NameMatch<Indicator> match, Written? unit)
    {
        if (match.Outcome != NameOutcome.Ambiguous || unit is not { } stated || units.Find(stated.Text) is not { } known)
            return match;
        var fitting = match.Offered.Where(indicator => indicator.Measure == Measure.YesNo || indicator.Unit.IsCompatibleWith(known)).ToList();
        return fitting.Count == 0 ? match with { Outcome = NameOutcome.NotInPlan, Offered = [] } : match;
    }

    private string Remark(SheetRow row)
    {
        if (remarks.Length == 0)
            return "";
        if (remarks.Length == 1)
            return grid.Filled(row.Number, remarks[0]).Cell.Text.Trim();
        return string.Join("；", remarks.Select(column => grid.Filled(row.Number, column).Cell.Text.Trim()).Where(text => text.Length > 0));
    }

    private string Text(SheetRow row, int column, out CellAddress at)
    {
        if (column == 0)
        {
            at = grid.Address(row.Number, values.Length > 0 ? values[0].ColumnNumber : 1);
            return "";
        }

        var (cell, rowNumber, columnNumber) = grid.Filled(row.Number, column);
        at = grid.Address(rowNumber, columnNumber);
        return cell.Text;
    }
}
