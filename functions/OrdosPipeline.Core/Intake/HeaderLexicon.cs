using System.Collections.Frozen;
using System.Text.RegularExpressions;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

/// <summary>The words, Chinese and English, by which departments call the columns of their tables.</summary>
public static partial class HeaderLexicon
{
    private const int LongestLabel = 40;
    private const string Cumulative = "累计";

    private static readonly FrozenDictionary<string, ColumnRole> Words = new (ColumnRole Role, string[] Words)[]
    {
        (ColumnRole.Serial, ["序号", "序列", "行号", "行次", "No", "No.", "#", "Serial"]),
        (ColumnRole.IndicatorCode, ["指标编码", "指标代码", "指标编号", "指标ID", "指标序码", "编码", "代码", "编号", "Indicator code", "Indicator ID", "Indicator no", "Code", "ID"]),
        (ColumnRole.IndicatorName, ["指标名称", "指标", "指标名", "指标项", "指标内容", "指标项目", "主要指标", "统计指标", "考核指标", "监测指标", "二级指标", "具体指标", "指标名称及代码", "规划指标", "指标名称及单位", "指标及单位", "名称", "项目", "项目指标", "内容", "Indicator", "Indicator name", "Name", "Item"]),
        (ColumnRole.Region, ["地区", "地区名称", "区域", "旗区", "旗县", "旗县区", "旗县市区", "区县", "县区", "行政区", "行政区划", "地域", "所属地区", "所在地区", "所属旗区", "地区代码", "行政区划代码", "Region", "Area", "District", "Banner", "Region code", "Region name"]),
        (ColumnRole.Period, ["期间", "报告期", "报告期别", "统计期", "统计期间", "数据期", "数据期间", "所属期", "所属期间", "时期", "时间", "季度", "年份", "年度", "月份", "期别", "报送期", "填报期", "数据时间", "统计时间", "截止时间", "截至时间", "Period", "Quarter", "Year", "Month", "Time", "Date", "Reporting period"]),
        (ColumnRole.Value, ["数值", "数据", "值", "指标值", "本期值", "本期数", "本期", "本期数值", "本期完成", "完成值", "完成数", "完成情况", "完成量", "完成额", "实绩", "实绩值", "实际值", "实际数", "实际完成", "实际完成值", "实际完成数", "累计值", "累计完成", "累计完成值", "本期累计", "本年累计", "本年累计完成", "年初累计", "本月止累计", "自年初累计", "累计数", "累计完成数", "累计完成情况", "报告期数值", "报告期值", "填报值", "填报数", "上报值", "统计值", "指标数值", "指标完成值", "总量", "绝对额", "绝对值", "绝对量", "绝对数", "Value", "Actual", "Amount", "Figure", "Data"]),
        (ColumnRole.Unit, ["单位", "计量单位", "指标单位", "数值单位", "计量", "量纲", "Unit", "Units", "Unit of measure"]),
        (ColumnRole.Remark, ["备注", "说明", "备注说明", "备注及说明", "情况说明", "数据来源", "来源", "注", "附注", "Remark", "Remarks", "Note", "Notes", "Comment", "Comments", "Source"]),
        (ColumnRole.ProjectCode, ["项目编码", "项目代码", "项目编号", "工程编码", "工程编号", "工程代码", "Project code", "Project ID", "Project no"]),
        (ColumnRole.ProjectName, ["项目名称", "工程名称", "重点项目", "重点工程", "重大项目", "重点项目名称", "重点工程名称", "重大项目名称", "重大工程", "重大工程名称", "项目名", "工程项目", "项目工程名称", "Project", "Project name"]),
        (ColumnRole.State, ["状态", "项目状态", "建设状态", "工程状态", "建设阶段", "项目阶段", "进展状态", "建设情况", "开工情况", "State", "Status", "Project state", "Project status"]),
        (ColumnRole.Progress, ["形象进度", "工程形象进度", "工程进度", "建设进度", "项目进度", "完成进度", "进度", "完成比例", "进度比例", "形象进度%", "进度%", "Progress", "Physical progress", "Completion"]),
        (ColumnRole.Investment, ["累计完成投资", "累计完成投资额", "完成投资", "完成投资额", "累计投资", "累计投资额", "累计完成", "开工以来累计完成投资", "自开工累计完成投资", "已完成投资", "已完成投资额", "投资完成额", "累计投资完成额", "Investment", "Cumulative investment", "Invested"]),
        (ColumnRole.Quantity, ["完成量", "完成工程量", "工程量", "实物工作量", "完成实物工作量", "实物量", "累计完成量", "完成数量", "建设规模完成量", "已完成工程量", "累计完成工程量", "完成实物量", "Quantity", "Quantity done", "Works done"]),
        (ColumnRole.QuantityName, ["建设内容", "工程内容", "实物工程名称", "实物工程", "完成内容", "工作量名称", "实物量名称", "工程量名称", "建设内容及规模", "实物工作量名称", "Works", "Quantity name"]),
        (ColumnRole.Problem, ["存在问题", "存在的问题", "问题", "主要问题", "困难问题", "存在困难", "存在问题及困难", "存在的困难和问题", "存在的主要问题", "存在问题及建议", "Problems", "Issues", "Difficulties"]),
        (ColumnRole.Reference, ["填报口径", "规划目标", "规划投资", "规划工程量", "建设年限", "上次报送期间", "上次报送数值", "上次报送状态", "上次形象进度", "上次完成投资"]),
    }.SelectMany(group => group.Words.Select(word => (Key: CompactText.Of(word), group.Role)))
        .DistinctBy(pair => pair.Key)
        .ToFrozenDictionary(pair => pair.Key, pair => pair.Role, StringComparer.Ordinal);

    // A table with English labels has Chinese names all the same; these words make up most of them.
    private static readonly string[] TableWords =
    [
        .. Words.Keys.Where(word => word.Length >= 2 && word.All(c => c is >= '\u4e00' and <= '\u9fff')),
        "增长", "增速", "投资", "人口", "人均", "人数", "城镇", "城市", "农村", "农牧", "面积", "比重", "比例", "占比", "产量", "产值", "产业", "产能", "收入", "能力", "能源", "建设", "新建", "改造",
        "治理", "覆盖", "利用", "达标", "综合", "全市", "全旗", "国家", "自治区", "旗区", "教育", "学校", "医疗", "卫生", "公里", "工业", "工程", "项目", "企业", "机构", "发展", "生产", "完成", "数量", "煤炭", "铁路", "公路", "里程",
    ];

    // What a header says beside the period itself: 2023年三季度完成值.
    private static readonly string[] ValueWords =
        ["累计完成情况", "实际完成情况", "累计完成值", "实际完成值", "实际完成数", "累计完成数", "累计完成", "实际完成", "完成情况", "完成值", "完成数", "完成", "累计值", "累计数", "实际值", "实际数", "实绩", "绝对额", "绝对值", "绝对量", "绝对数", "数值", "数据", "实际", "值", "数"];

    /// <summary>What <paramref name="label"/> calls, and the unit in its brackets.</summary>
    public static HeaderWord Read(string label, UnitTable units)
    {
        if (label.Length > LongestLabel)
            return default;
        var compact = CompactText.Of(label);
        if (Words.TryGetValue(compact, out var role))
            return new(role, null, compact);
        var key = NameKey.Of(label, units);
        if (Words.TryGetValue(key.Exact, out role))
            return new(role, key.UnitText, key.Exact);
        // 指标名称（全称） and 数值（累计） say more in brackets than is needed.
        var bracket = key.Exact.AsSpan().IndexOfAny('(', '[', '【');
        if (bracket > 0 && Words.TryGetValue(key.Exact[..bracket], out role))
            return new(role, key.UnitText, key.Exact[..bracket]);
        var comma = key.Exact.AsSpan().IndexOfAny(",/、");
        if (comma > 0 && comma < key.Exact.Length - 1 && Words.TryGetValue(key.Exact[..comma], out role))
            return new(role, units.TryFind(key.Exact[(comma + 1)..], out _) ? key.Exact[(comma + 1)..] : key.UnitText, key.Exact[..comma]);
        return new(ColumnRole.Unknown, key.UnitText, null);
    }

    /// <summary>Whether any word for a column, any that names of indicators are made of, or a period stands in <paramref name="text"/>: no table is without them, and text in a wrong encoding has none.</summary>
    public static bool HasWordIn(string text) =>
        TableWords.Any(word => text.Contains(word, StringComparison.Ordinal)) || PeriodInText().IsMatch(text);

    /// <summary>Whether <paramref name="label"/> says that its values count from January: 累计完成, 数值（累计）.</summary>
    public static bool IsCumulative(string label) => CompactText.Of(label).Contains(Cumulative, StringComparison.Ordinal);

    /// <summary>A header such as 2023年1-9月累计完成（亿元） without its unit and the words for a value, but with the 累计 among them.</summary>
    public static string WithoutValueWords(string label, UnitTable units)
    {
        var key = NameKey.Of(label, units).Exact;
        foreach (var word in ValueWords)
        {
            // 三季度累计完成 is January to September, and not the quarter alone.
            if (key.Length > word.Length && key.EndsWith(word, StringComparison.Ordinal))
                return word.StartsWith(Cumulative, StringComparison.Ordinal) ? key[..^word.Length] + Cumulative : key[..^word.Length];
        }

        return key;
    }

    [GeneratedRegex("[0-9〇一二三四五六七八九十]年|[0-9一二三四]季度|[0-9]月", RegexOptions.CultureInvariant)]
    private static partial Regex PeriodInText();
}

/// <summary>What the label of a column says.</summary>
/// <param name="Role">What the column holds.</param>
/// <param name="UnitText">What the brackets of the label say.</param>
/// <param name="Word">The word of the lexicon that the label is; null where it is none.</param>
public readonly record struct HeaderWord(ColumnRole Role, string? UnitText, string? Word);
