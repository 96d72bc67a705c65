using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Progress.Decisions;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Storage;

/// <summary>The Chinese words for codes of the tables' columns, for people; what an enumeration or the reports already have a word for has that one.</summary>
internal static class CodeWords
{
    public static IReadOnlyDictionary<string, string> SubmissionStates { get; } = Of<SubmissionState>(state => state.Chinese());

    public static IReadOnlyDictionary<string, string> Verdicts { get; } = Of<Verdict>(verdict => verdict.Chinese());

    public static IReadOnlyDictionary<string, string> Severities { get; } = Of<Severity>(severity => severity.Chinese());

    public static IReadOnlyDictionary<string, string> ObservationStates { get; } = Of(("reported", "已报"), ("withdrawn", "已撤回"));

    public static IReadOnlyDictionary<string, string> ProjectStates { get; } = Of<ProjectState>(state => state.Chinese());

    public static IReadOnlyDictionary<string, string> Attributes { get; } = Of<IndicatorAttribute>(attribute => attribute == IndicatorAttribute.None ? "未注明" : attribute.Chinese());

    public static IReadOnlyDictionary<string, string> CatalogueKinds { get; } = Of(
        ("plan", "规划"), ("part", "篇"), ("indicator", "指标"), ("project", "工程"), ("quantity", "工程量"), ("department", "部门"), ("region", "地区"), ("unit", "单位"),
        ("veto", "一票否决"), ("tension", "需要注意的表述"), ("decision", "目标决定"));

    public static IReadOnlyDictionary<string, string> Measures { get; } = Of<Measure>(measure => measure switch
    {
        Measure.Growth => "增速",
        Measure.Share => "比重",
        Measure.Stock => "期末数",
        Measure.Flow => "当年累计",
        Measure.Count => "规划期累计",
        _ => "是否完成",
    });

    public static IReadOnlyDictionary<string, string> Bases { get; } = Of<Basis>(basis => basis switch
    {
        Basis.Level => "达到水平",
        Basis.Hold => "守住底线",
        Basis.AverageGrowth => "年均增长",
        Basis.Cumulative => "规划期累计",
        Basis.Change => "比基期变化",
        Basis.PerYear => "每年达到",
        _ => "事项完成",
    });

    public static IReadOnlyDictionary<string, string> Comparators { get; } = Of<Comparator>(comparator => comparator switch
    {
        Comparator.None => "未定",
        Comparator.AtLeast => "不低于",
        Comparator.AtMost => "不高于",
        Comparator.MoreThan => "高于",
        Comparator.LessThan => "低于",
        Comparator.Equal => "等于",
        Comparator.About => "左右",
        _ => "区间",
    });

    public static IReadOnlyDictionary<string, string> Directions { get; } = Of<Direction>(direction => direction switch
    {
        Direction.Up => "上升",
        Direction.Down => "下降",
        _ => "保持",
    });

    public static IReadOnlyDictionary<string, string> Frequencies { get; } = Of<Frequency>(frequency => frequency == Frequency.Quarter ? "按季" : "按年");

    public static IReadOnlyDictionary<string, string> Scopes { get; } = Of<TargetScope>(scope => scope == TargetScope.Plan ? "规划期内" : "全部建设期");

    public static IReadOnlyDictionary<string, string> DepartmentKinds { get; } = Of<DepartmentKind>(kind => kind switch
    {
        DepartmentKind.Bureau => "政府部门",
        DepartmentKind.Party => "党委部门",
        _ => "旗区",
    });

    public static IReadOnlyDictionary<string, string> Decisions { get; } = DecisionKinds.All.ToDictionary(kind => kind.Code(), kind => kind.Chinese(), StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, string> SummaryKinds { get; } = Of(
        ("head", "版本"), ("indicator", "指标"), ("region", "旗区指标"), ("annual", "年度目标"), ("project", "工程"), ("department", "部门"), ("status", "状态统计"));

    public static IReadOnlyDictionary<string, string> SummaryStates { get; } = Of<SummaryState>(state => state switch
    {
        SummaryState.Writing => "写入中",
        SummaryState.Computed => "已生成",
        _ => "已发布",
    });

    public static IReadOnlyDictionary<string, string> Acts { get; } = Of(
        ("assign", "下达目标"), ("adjust", "调整规划"), ("close", "生成小结"), ("publish", "发布"), ("replay", "重新处理"), ("sweep", "补办"), ("rebuild", "重建"));

    public static IReadOnlyDictionary<string, string> ActStates { get; } = Of(("begun", "未完成"), ("done", "完成"), ("failed", "失败"));

    public static IReadOnlyDictionary<string, string> Ways { get; } = Of(("http", "网页或接口"), ("cli", "命令行"));

    public static IReadOnlyDictionary<string, string> Notices { get; } = Of(("reminder", "报送提醒"), ("overdue", "逾期通报"));

    public static IReadOnlyDictionary<string, string> ReturnStates { get; } = Of(("on-time", "按时"), ("late", "迟报"), ("missing", "未报"));

    /// <summary>Of a column of a summary; null where it holds no codes, or has its words in another column.</summary>
    public static IReadOnlyDictionary<string, string>? OfSummary(string column) => column switch
    {
        "Standing" => Of<Standing>(standing => standing.Chinese()),
        "Outcome" => Of<Outcome>(outcome => outcome.Chinese()),
        "TargetSource" => Of<TargetSource>(source => source switch
        {
            TargetSource.Plan => "规划",
            TargetSource.Assigned => "下达",
            TargetSource.Adjusted => "调整",
            _ => "年度计划",
        }),
        _ => null,
    };

    private static Dictionary<string, string> Of<T>(Func<T, string> word)
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(Words<T>.Of, word, StringComparer.Ordinal);

    private static Dictionary<string, string> Of(params IEnumerable<(string Code, string Word)> words) =>
        words.ToDictionary(pair => pair.Code, pair => pair.Word, StringComparer.Ordinal);
}
