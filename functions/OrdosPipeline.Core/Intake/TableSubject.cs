using System.Text.RegularExpressions;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

/// <summary>The one indicator that a table without a column of names is about: a line 指标：, else a title.</summary>
/// <param name="At">Where it is written.</param>
/// <param name="Name">The name within the text; empty where titles name different indicators, or nothing.</param>
/// <param name="IsFound">Whether the name is one indicator of the plan.</param>
/// <param name="IsLine">A line says so, not a title.</param>
internal sealed partial record TableSubject(Written At, string Name, bool IsFound, bool IsLine)
{
    /// <summary>Titles that say of what kind the table is, not what it is about.</summary>
    private static readonly string[] Generic = ["", "指标", "主要指标", "主要经济指标", "经济指标", "规划指标", "规划主要指标", "各项指标", "重点指标", "数据", "统计数据", "基本", "主要经济社会发展指标", "经济社会发展主要指标"];

    /// <param name="line">The line 指标：, or null.</param>
    /// <param name="titles">From top to bottom.</param>
    /// <param name="words">The words of the plan.</param>
    public static TableSubject? Of(KeyLine? line, IReadOnlyList<Written> titles, PlanWords words)
    {
        if (line is not null)
            return new(new(line.Address, line.Value), line.Value, words.Indicators.Find(line.Value) is not null, IsLine: true);
        var named = titles.Select(title => (Title: title, Name: NameIn(title.Text, words.Plan))).Where(title => title.Name.Length > 0).ToList();
        var found = named.Select(title => (title.Title, title.Name, Indicator: words.Indicators.Find(title.Name))).Where(title => title.Indicator is not null).ToList();
        var isOne = found.DistinctBy(title => title.Indicator!.SeriesId).Count() == 1;
        if (found.Count > 0)
            return new(found[0].Title, isOne ? found[0].Name : "", isOne, IsLine: false);
        return named.Count > 0 ? new(named[^1].Title, named[^1].Name, IsFound: false, IsLine: false) : null;
    }

    /// <summary>What a title such as 2023年三季度各旗区固定资产投资完成情况（亿元） is about; empty where it names nothing.</summary>
    internal static string NameIn(string title, PlanCatalogue plan)
    {
        if (title.Length > 80)
            return "";
        var places = plan.City.Aliases.Append(plan.City.Name).Select(CompactText.Of).ToList();
        var (rest, unit) = (CompactText.Of(title), "");
        for (var before = ""; before != rest;)
        {
            before = rest;
            rest = Front().Replace(rest, "");
            if (places.Find(place => rest.StartsWith(place, StringComparison.Ordinal)) is { } city)
                rest = rest[city.Length..];
            var key = NameKey.Of(rest, plan.Units);
            rest = Back().Replace(key.Exact, "");
            unit = key.UnitText is { } stated ? $"({stated})" : unit;
        }

        return Generic.Contains(rest) ? "" : rest + unit;
    }

    [GeneratedRegex(@"^(?:附(?:件|表)[0-9]*[:.、]?|表[0-9]+[:.、]?|(?:截至|截止)|(?:19|20|21)[0-9]{2}年?度?|第?[1-4一二三四]季度|前[1-4一二三四]个?季度|上半年|下半年|[0-9]{1,2}[-—–~至][0-9]{1,2}月份?|[0-9]{1,2}月份?末?|全年|累计|(?:全市及)?(?:各|分)(?:旗县市区|旗县区|旗区|旗县|地区|区县|区)|全市|我市|本市|按地区分|主要|的|[()（）])", RegexOptions.CultureInvariant)]
    private static partial Regex Front();

    [GeneratedRegex("(?:(?:指标)?(?:完成|进展|执行|统计|分布|汇总)?(?:情况|数据|统计|汇总|一览|明细|月报|季报|年报|快报|台账|表)|完成值|报表)$", RegexOptions.CultureInvariant)]
    private static partial Regex Back();
}
