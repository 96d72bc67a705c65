using System.Globalization;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Documents.Tests.Rendering;

/// <summary>Writes observations down in one of the ways that DESIGN says are understood.</summary>
internal sealed class TableRenderer
{
    private static readonly string[] NameHeaders = ["指标名称", "指标", "主要指标", "统计指标", "指　标", "Indicator"];
    private static readonly string[] RegionHeaders = ["地区", "旗区", "行政区划", "地 区", "所属地区", "Region"];
    private static readonly string[] PeriodHeaders = ["期间", "报告期", "统计期间", "时间", "期 间", "Period"];
    private static readonly string[] ValueHeaders = ["数值", "指标值", "完成值", "实际完成", "数 值", "Value"];
    private static readonly string[] UnitHeaders = ["单位", "计量单位", "单 位", "量纲", "单位", "Unit"];

    private readonly Rendering rendering;
    private readonly IReadOnlyList<Reported> reported;
    private readonly List<List<RenderedCell>> rows = [];
    private readonly List<string> merges = [];

    private TableRenderer(Rendering rendering, IReadOnlyList<Reported> reported)
    {
        // One label below another is a second row of the header only where it is merged, which CSV cannot say.
        var isTooNarrow = rendering is { Layout: TableLayoutKind.RegionsBelowPeriods, File: not FileForm.Xlsx } && reported.Select(value => (value.Period, value.Region)).Distinct().Count() == 1;
        this.rendering = isTooNarrow ? rendering with { Layout = TableLayoutKind.PeriodsAcross } : rendering;
        this.reported = reported;
    }

    public static RenderedTable Render(Rendering rendering, IReadOnlyList<Reported> reported) => new TableRenderer(rendering, reported).Render();

    private RenderedTable Render()
    {
        if (rendering.HasTitle)
            rows.AddRange([["附件1"], ["2023年主要指标完成情况表"]]);
        if (rendering.HasKeyLines)
            rows.Add(["填报单位：市统计局", "", "填报人：张三"]);
        if (rendering.Unit == UnitPlace.Line)
            rows.Add([rendering.IsInSmallerUnit ? "单位：万元、%、元" : "单位：亿元、%、元"]);
        if (rendering.HasBlankRows)
            rows.Add([]);
        switch (rendering.Layout)
        {
            case TableLayoutKind.Long:
                Long();
                break;
            case TableLayoutKind.IndicatorsAcross:
                IndicatorsAcross();
                break;
            default:
                Across();
                break;
        }

        if (rendering.HasNotes)
            rows.AddRange([["注：本表数据为快报数。"], ["填表人：李四", "", "审核人：王五"]]);
        return new([.. rows], merges);
    }

    private void Long()
    {
        List<(string Header, Func<Reported, RenderedCell> Cell)> columns =
        [
            .. NameColumns(),
            (Spelt(RegionHeaders), value => RegionText(value.Region)),
            (Spelt(PeriodHeaders), value => PeriodSpelling(value.Period)),
            (Spelt(ValueHeaders), ValueCell),
            .. UnitColumn(),
            .. ExtraColumns(),
        ];
        columns = Shifted(columns);
        rows.Add([.. columns.Select(column => (RenderedCell)column.Header)]);
        var names = columns.FindIndex(column => column.Header == Spelt(NameHeaders));
        Reported? above = null;
        var first = 0;
        foreach (var value in reported)
        {
            List<RenderedCell> row = [.. columns.Select(column => column.Cell(value))];
            if (rendering is { LeavesOutRepeats: true, Name: not (NameForm.Code or NameForm.CodeAndName or NameForm.Numbered) } && above is { } before && before.Indicator == value.Indicator)
                row[names] = "";
            else
                EndMerge(names, first);
            if (names >= 0 && row[names].Text.Length > 0)
                first = rows.Count;
            rows.Add(row);
            above = value;
            if (rendering is { HasBlankRows: true, LeavesOutRepeats: false })
                rows.Add([]);
        }

        EndMerge(names, first);
    }

    // Merged down to the last row in which the name was left out.
    private void EndMerge(int column, int first)
    {
        if (rendering.LeavesOutRepeats && column >= 0 && first > 0 && rows.Count - 1 > first)
            merges.Add($"{new CellAddress(first + 1, column + 1)}:{new CellAddress(rows.Count, column + 1)}");
    }

    private void Across()
    {
        var periods = reported.Select(value => value.Period).Distinct().Order().ToList();
        var regions = reported.Select(value => value.Region).Distinct().ToList();
        List<(string Header, Func<Reported, RenderedCell> Cell)> left = [.. NameColumns(), .. UnitColumn()];
        List<(string Upper, string Lower, Func<Reported, bool> Holds)> across;
        Func<Reported, object> rowOf;
        switch (rendering.Layout)
        {
            case TableLayoutKind.PeriodsAcross:
                left.Add((Spelt(RegionHeaders), value => RegionText(value.Region)));
                across = periods.ConvertAll(period => (PeriodSpelling(period), "", (Func<Reported, bool>)(value => value.Period == period)));
                rowOf = value => (value.Indicator, value.Region);
                break;
            case TableLayoutKind.RegionsAcross:
                left.Add((Spelt(PeriodHeaders), value => PeriodSpelling(value.Period)));
                across = regions.ConvertAll(region => (RegionText(region), "", (Func<Reported, bool>)(value => value.Region == region)));
                rowOf = value => (value.Indicator, value.Period);
                break;
            default:
                across = [.. from period in periods from region in regions select (PeriodSpelling(period), RegionText(region), (Func<Reported, bool>)(value => value.Period == period && value.Region == region))];
                rowOf = value => value.Indicator;
                break;
        }

        left = Shifted(left);
        var extra = ExtraColumns();
        Header(left, across, regions.Count, extra);
        foreach (var group in reported.GroupBy(rowOf))
        {
            var some = group.First();
            rows.Add(
            [
                .. left.Select(column => column.Cell(some)),
                .. across.Select(column => group.Where(column.Holds).Select(ValueCell).FirstOrDefault("")),
                .. extra.Select(column => column.Cell(some)),
            ]);
        }
    }

    private void Header(
        List<(string Header, Func<Reported, RenderedCell> Cell)> left,
        List<(string Upper, string Lower, Func<Reported, bool> Holds)> across,
        int regions,
        List<(string Header, Func<Reported, RenderedCell> Cell)> extra)
    {
        var number = rows.Count + 1;
        if (rendering.Layout != TableLayoutKind.RegionsBelowPeriods)
        {
            rows.Add([.. left.Select(column => (RenderedCell)column.Header), .. across.Select(column => (RenderedCell)column.Upper), .. extra.Select(column => (RenderedCell)column.Header)]);
            return;
        }

        // Each period over its regions, merged, and the other columns over both rows.
        rows.Add([.. left.Select(column => (RenderedCell)column.Header), .. across.Select((column, index) => (RenderedCell)(index % regions == 0 ? column.Upper : "")), .. extra.Select(column => (RenderedCell)column.Header)]);
        rows.Add([.. left.Select(_ => (RenderedCell)""), .. across.Select(column => (RenderedCell)column.Lower), .. extra.Select(_ => (RenderedCell)"")]);
        for (var column = 1; column <= left.Count; column++)
            merges.Add($"{new CellAddress(number, column)}:{new CellAddress(number + 1, column)}");
        for (var column = left.Count + 1; regions > 1 && column <= left.Count + across.Count; column += regions)
            merges.Add($"{new CellAddress(number, column)}:{new CellAddress(number, column + regions - 1)}");
    }

    // A column per indicator: each column's unit stands behind the name in its header.
    private void IndicatorsAcross()
    {
        var indicators = reported.Select(value => value.Indicator).Distinct().ToList();
        rows.Add(
        [
            Spelt(RegionHeaders),
            Spelt(PeriodHeaders),
            .. indicators.Select(indicator => (RenderedCell)(Name(indicator) + (rendering.Unit == UnitPlace.Glued ? "" : $"（{UnitOf(indicator)}）"))),
        ]);
        foreach (var group in reported.GroupBy(value => (value.Region, value.Period)))
        {
            rows.Add(
            [
                RegionText(group.Key.Region),
                PeriodSpelling(group.Key.Period),
                .. indicators.Select(indicator => group.Where(value => value.Indicator == indicator).Select(ValueCell).FirstOrDefault("")),
            ]);
        }
    }

    private List<(string Header, Func<Reported, RenderedCell> Cell)> NameColumns()
    {
        (string, Func<Reported, RenderedCell>) names = (Spelt(NameHeaders), value => Name(value.Indicator) + (rendering.Unit == UnitPlace.BehindName ? $"（{UnitOf(value.Indicator)}）" : ""));
        (string, Func<Reported, RenderedCell>) codes = ("指标编码", value => value.Indicator.Id);
        return rendering.Name switch
        {
            NameForm.Code => [codes],
            NameForm.CodeAndName => [codes, names],
            _ => [names],
        };
    }

    private List<(string Header, Func<Reported, RenderedCell> Cell)> UnitColumn() =>
        NeedsUnitColumn ? [(Spelt(UnitHeaders), value => UnitOf(value.Indicator))] : [];

    // Where there is no name to stand behind, it stands in the row.
    private bool NeedsUnitColumn => rendering.Unit == UnitPlace.Row || (rendering is { Unit: UnitPlace.BehindName, Name: NameForm.Code });

    private List<(string Header, Func<Reported, RenderedCell> Cell)> ExtraColumns() =>
        rendering.HasExtraColumns ? [("科室", _ => "综合科"), ("备注", _ => "快报")] : [];

    private List<(string Header, Func<Reported, RenderedCell> Cell)> Shifted(List<(string Header, Func<Reported, RenderedCell> Cell)> columns) =>
        [.. columns.Skip(rendering.ColumnShift % columns.Count), .. columns.Take(rendering.ColumnShift % columns.Count)];

    private string Name(Indicator indicator) => rendering.Name switch
    {
        NameForm.Alias => indicator.Aliases.FirstOrDefault(indicator.Name),
        NameForm.Numbered => $"{1 + (rendering.Spelling % 9)}.{indicator.Name}",
        NameForm.Spaced => $" {indicator.Name[..2]}　{indicator.Name[2..]} ",
        _ => indicator.Name,
    };

    private string Spelt(string[] words) => words[rendering.Spelling % words.Length];

    private string RegionText(Region region) => (rendering.Spelling % 3) switch
    {
        1 => region.Code,
        2 => region.Aliases.FirstOrDefault(region.Name),
        _ => region.Name,
    };

    private string PeriodSpelling(Period period)
    {
        var spellings = new List<string> { period.ToString() };
        if (period.Kind == PeriodKind.Year)
            spellings.AddRange([$"{period.Year}年", $"{period.Year}年度", $"{period.Year}年全年", $"{period.Year}年1-12月"]);
        else if (period.Kind == PeriodKind.Quarter)
            spellings.AddRange([$"{period.Year}年{"一二三四"[(period.LastMonth / 3) - 1]}季度", $"{period.Year}年第{period.LastMonth / 3}季度", $"{period.Year}年{period.FirstMonth}—{period.LastMonth}月"]);
        else if (period.Kind == PeriodKind.QuarterYearToDate)
            spellings.AddRange([$"{period.Year}年1-{period.LastMonth}月", $"{period.Year}年1至{period.LastMonth}月", $"截至{period.Year}年{period.LastMonth}月末", $"{period.Year}年前{"一二三四"[(period.LastMonth / 3) - 1]}季度"]);
        return spellings[rendering.Spelling % spellings.Count];
    }

    private string UnitOf(Indicator indicator) =>
        rendering.IsInSmallerUnit && indicator.Unit.Symbol == "亿元" && rendering.Unit != UnitPlace.Nowhere && (rendering.Layout != TableLayoutKind.IndicatorsAcross || rendering.Unit != UnitPlace.Line)
            ? "万元"
            : indicator.Unit.Symbol;

    private RenderedCell ValueCell(Reported value)
    {
        var unit = UnitOf(value.Indicator);
        var written = unit == value.Indicator.Unit.Symbol ? value.Value : value.Value * 10_000;
        var plain = written.ToString("0.####", CultureInfo.InvariantCulture);
        var glued = rendering.Unit == UnitPlace.Glued ? unit : "";
        return rendering.Value switch
        {
            ValueForm.PercentFormat when unit == "%" => new RenderedCell(plain + "%", written / 100, IsPercent: true),
            ValueForm.Number or ValueForm.PercentFormat when glued.Length == 0 => new RenderedCell(plain, written),
            ValueForm.FullWidth => string.Concat((plain + glued).Select(c => c is > ' ' and <= '~' ? (char)(c + 0xfee0) : c)),
            ValueForm.Thousands => written.ToString("#,##0.####", CultureInfo.InvariantCulture) + glued,
            ValueForm.PlusSign => "+" + plain + glued,
            _ => plain + glued,
        };
    }
}
