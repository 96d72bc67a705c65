namespace OrdosPipeline.Core.Reporting;

public enum SummaryColumnType
{
    Text,

    /// <summary><see cref="decimal"/>, or <see cref="double"/> beyond its range.</summary>
    Number,

    /// <summary><see cref="int"/></summary>
    WholeNumber,

    /// <summary><see cref="bool"/></summary>
    YesNo,

    /// <summary><see cref="DateTimeOffset"/></summary>
    Instant,
}

/// <param name="Name">Of the column.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Title">Its Chinese heading, for people.</param>
/// <param name="Path">Where the value stands in an entry of <c>summary.json</c>, with <c>.</c> between levels; null where it is composed.</param>
/// <param name="Meaning">As TABLES.md prints it.</param>
public sealed record SummaryColumn(string Name, SummaryColumnType Type, string Title, string? Path, string Meaning);

/// <summary>The columns that a row of a summary may have, besides its key.</summary>
public static class SummaryColumns
{
    public const string MissingYears = "MissingYears";
    public const string Submission = "Submission";
    public const string Sheet = "Sheet";
    public const string Cell = "Cell";
    public const string Origins = "Origins";

    /// <summary>The columns that state a figure which a later version may change.</summary>
    public static IReadOnlyList<string> Figures { get; } =
    [
        "Status", "Outcome", "Value", "ValuePeriod", "Baseline", "Target", "Progress", "Schedule", "Ratio", "NeededPace", "Projected", "ProjectedLow", "ProjectedHigh",
        "SecondRatio", "SecondBand", "Margin", "YearsMet", MissingYears, "Red", "Stale", "IndicatorsReported", "ProjectsReported", "Received", "Accepted", "OnTime",
    ];

    /// <summary>In the order in which people read them.</summary>
    public static IReadOnlyList<SummaryColumn> All { get; } =
    [
        new("Name", SummaryColumnType.Text, "名称", "name", "In Chinese; of a status row the group's."),
        new("NameEn", SummaryColumnType.Text, "英文名称", "nameEn", "In English."),
        new("Region", SummaryColumnType.Text, "地区代码", "assessment.region", "GB/T 2260 code."),
        new("RegionName", SummaryColumnType.Text, "地区", "regionName", "Its Chinese name."),
        new("Department", SummaryColumnType.Text, "责任部门代码", "department", "Code of the department that reports it."),
        new("DepartmentName", SummaryColumnType.Text, "责任部门", "departmentName", "Its Chinese name."),
        new("Part", SummaryColumnType.Text, "篇", "part", "篇 of the plan."),
        new("Parent", SummaryColumnType.Text, "上级项目", "parent", "Project that this one is a component of."),
        new("Attribute", SummaryColumnType.Text, "属性", "attribute", "约束性 or 预期性; empty where the plan states none."),
        new("Unit", SummaryColumnType.Text, "单位", "unit", "Of the values."),
        new("Veto", SummaryColumnType.Text, "一票否决", "veto", "What is vetoed where it fails (一票否决)."),
        new("Method", SummaryColumnType.Text, "评价公式", "assessment.method", "Formula of METHODOLOGY.md."),
        new("Status", SummaryColumnType.Text, "评价代码", "assessment.status", "Status code of METHODOLOGY.md."),
        new("StatusText", SummaryColumnType.Text, "评价", "statusText", "The status in Chinese."),
        new("Standing", SummaryColumnType.Text, "进展", "standing", "The status as mid-term reports count it: achieved, ahead, on-schedule, behind or open."),
        new("Outcome", SummaryColumnType.Text, "认定结果", "outcome", "Of a final evaluation: completed, not-completed, continuing or open."),
        new("Red", SummaryColumnType.YesNo, "亮红灯", "red", "Whether a commitment of the government is not being kept."),
        new("Stale", SummaryColumnType.YesNo, "数据过期", "assessment.stale", "Whether the latest data are too old for the quarter."),
        new("Age", SummaryColumnType.Number, "数据滞后（季度）", "assessment.age", "Quarters from the latest data to the quarter."),
        new("Value", SummaryColumnType.Number, "当前值", "assessment.value", "What is judged."),
        new("ValuePeriod", SummaryColumnType.Text, "时期", "assessment.valuePeriod", "Its period."),
        new("Baseline", SummaryColumnType.Number, "基期值", "assessment.baseline", "Value before the plan."),
        new("BaselineSource", SummaryColumnType.Text, "基期来源", "assessment.baselineSource", "Where the baseline comes from."),
        new("Target", SummaryColumnType.Number, "目标", "assessment.target", "In force."),
        new("TargetWording", SummaryColumnType.Text, "目标（文字）", "targetText", "As the plan prints it."),
        new("TargetSource", SummaryColumnType.Text, "目标来源", "assessment.targetSource", "plan, assigned, adjusted or annual."),
        new("TargetDecision", SummaryColumnType.Text, "目标决定编号", "targetDecision", "Id of the decision that set the target; absent for the plan's own."),
        new("TargetYear", SummaryColumnType.WholeNumber, "完成年份", "targetYear", "Year of the target."),
        new("DateAssumed", SummaryColumnType.YesNo, "期限为推定", "dateAssumed", "Whether the plan gives no date and its last year is assumed."),
        new("Progress", SummaryColumnType.Number, "完成进度", "assessment.progress", "As a fraction of the way."),
        new("Schedule", SummaryColumnType.Number, "时序进度", "assessment.schedule", "As a fraction of the time."),
        new("Ratio", SummaryColumnType.Number, "进度比", "assessment.ratio", "Progress to schedule."),
        new("NeededPace", SummaryColumnType.Number, "今后每年所需", "assessment.neededPace", "A year, from now on, to reach the target."),
        new("Projected", SummaryColumnType.Number, "按趋势推算", "assessment.projected", "Value in the target year at the pace so far."),
        new("ProjectedLow", SummaryColumnType.Number, "推算下限", "assessment.projectedLow", "Lower end of its range."),
        new("ProjectedHigh", SummaryColumnType.Number, "推算上限", "assessment.projectedHigh", "Upper end of its range."),
        new("SecondRatio", SummaryColumnType.Number, "第二种方法比值", "assessment.secondOpinion.ratio", "Second opinion: ratio of observed to required growth."),
        new("SecondBand", SummaryColumnType.Text, "第二种方法等级", "assessment.secondOpinion.band", "Second opinion: its band."),
        new("Margin", SummaryColumnType.Number, "距目标", "assessment.margin", "Distance from a bound that is to be held; positive when it is."),
        new("YearsMet", SummaryColumnType.WholeNumber, "达标年数", "assessment.yearsMet", "Years in which a yearly target was met."),
        new(MissingYears, SummaryColumnType.Text, "缺数据年份", null, "Years without a value, separated by blanks."),
        new("PreviousStatus", SummaryColumnType.Text, "上季度评价代码", "change.previousStatus", "In the quarter before, from the same data."),
        new("PreviousRatio", SummaryColumnType.Number, "上季度进度比", "change.previousRatio", "In the quarter before, from the same data."),
        new("RatioChange", SummaryColumnType.Number, "进度比变化", "change.ratio", "Ratio less PreviousRatio."),
        new("Points", SummaryColumnType.WholeNumber, "数据点数", "assessment.evidence.points", "Values that it was computed from."),
        new(Submission, SummaryColumnType.Text, "报送编号", null, "That the latest value came from."),
        new(Sheet, SummaryColumnType.Text, "工作表", null, "That the latest value came from; absent in a CSV file."),
        new(Cell, SummaryColumnType.Text, "单元格", null, "That the latest value came from."),
        new(Origins, SummaryColumnType.Text, "数据来源", null, "Every cell that the value judged is made of: `path#sheet!cell (submission)`, separated by semicolons."),
        new("IndicatorsDue", SummaryColumnType.WholeNumber, "应报指标", "indicatorsDue", "Of a department: indicators due for the quarter."),
        new("IndicatorsReported", SummaryColumnType.WholeNumber, "已报指标", "indicatorsReported", "Of a department: of them reported."),
        new("IndicatorShare", SummaryColumnType.Number, "已报比例", "indicatorShare", "Of a department: the share reported, as a fraction."),
        new("ProjectsDue", SummaryColumnType.WholeNumber, "应报工程", "projectsDue", "Of a department: projects due for the quarter."),
        new("ProjectsReported", SummaryColumnType.WholeNumber, "已报工程", "projectsReported", "Of a department: projects reported, due or not."),
        new("Expected", SummaryColumnType.YesNo, "应报", "expected", "Of a department: whether a return is expected."),
        new("Received", SummaryColumnType.WholeNumber, "收到", "received", "Of a department: submissions received."),
        new("Accepted", SummaryColumnType.WholeNumber, "通过", "accepted", "Of a department: of them accepted."),
        new("OnTime", SummaryColumnType.YesNo, "按时", "onTime", "Of a department: whether the first accepted one came by the deadline."),
        new("Late", SummaryColumnType.YesNo, "迟报", "late", "Of a department: whether the first accepted one came after the deadline."),
        new("Missing", SummaryColumnType.YesNo, "未报", "missing", "Of a department: whether a return is expected and none is accepted."),
        new("LastUploadedAt", SummaryColumnType.Instant, "最近通过时间", "lastUploadedAt", "Of a department: the last accepted upload."),
        new("Count", SummaryColumnType.WholeNumber, "个数", "count", "Of a status row: indicators or projects of the group with the status."),
        new("Share", SummaryColumnType.Number, "占比", "share", "Of a status row: their share of the group, as a fraction."),
    ];
}
