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
/// <param name="Path">Where the value stands in an entry of <c>summary.json</c>, with <c>.</c> between levels; null where it is composed.</param>
/// <param name="Meaning">As TABLES.md prints it.</param>
public sealed record SummaryColumn(string Name, SummaryColumnType Type, string? Path, string Meaning);

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
        new("Name", SummaryColumnType.Text, "name", "In Chinese; of a status row the group's."),
        new("NameEn", SummaryColumnType.Text, "nameEn", "In English."),
        new("Region", SummaryColumnType.Text, "assessment.region", "GB/T 2260 code."),
        new("RegionName", SummaryColumnType.Text, "regionName", "Its Chinese name."),
        new("Department", SummaryColumnType.Text, "department", "Code of the department that reports it."),
        new("DepartmentName", SummaryColumnType.Text, "departmentName", "Its Chinese name."),
        new("Part", SummaryColumnType.Text, "part", "篇 of the plan."),
        new("Parent", SummaryColumnType.Text, "parent", "Project that this one is a component of."),
        new("Attribute", SummaryColumnType.Text, "attribute", "约束性 or 预期性; empty where the plan states none."),
        new("Unit", SummaryColumnType.Text, "unit", "Of the values."),
        new("Veto", SummaryColumnType.Text, "veto", "What is vetoed where it fails (一票否决)."),
        new("Method", SummaryColumnType.Text, "assessment.method", "Formula of METHODOLOGY.md."),
        new("Status", SummaryColumnType.Text, "assessment.status", "Status code of METHODOLOGY.md."),
        new("StatusText", SummaryColumnType.Text, "statusText", "The status in Chinese."),
        new("Standing", SummaryColumnType.Text, "standing", "The status as mid-term reports count it: achieved, ahead, on-schedule, behind or open."),
        new("Outcome", SummaryColumnType.Text, "outcome", "Of a final evaluation: completed, not-completed, continuing or open."),
        new("Red", SummaryColumnType.YesNo, "red", "Whether a commitment of the government is not being kept."),
        new("Stale", SummaryColumnType.YesNo, "assessment.stale", "Whether the latest data are too old for the quarter."),
        new("Age", SummaryColumnType.Number, "assessment.age", "Quarters from the latest data to the quarter."),
        new("Value", SummaryColumnType.Number, "assessment.value", "What is judged."),
        new("ValuePeriod", SummaryColumnType.Text, "assessment.valuePeriod", "Its period."),
        new("Baseline", SummaryColumnType.Number, "assessment.baseline", "Value before the plan."),
        new("BaselineSource", SummaryColumnType.Text, "assessment.baselineSource", "Where the baseline comes from."),
        new("Target", SummaryColumnType.Number, "assessment.target", "In force."),
        new("TargetWording", SummaryColumnType.Text, "targetText", "As the plan prints it."),
        new("TargetSource", SummaryColumnType.Text, "assessment.targetSource", "plan, assigned, adjusted or annual."),
        new("TargetDecision", SummaryColumnType.Text, "targetDecision", "Id of the decision that set the target; absent for the plan's own."),
        new("TargetYear", SummaryColumnType.WholeNumber, "targetYear", "Year of the target."),
        new("DateAssumed", SummaryColumnType.YesNo, "dateAssumed", "Whether the plan gives no date and its last year is assumed."),
        new("Progress", SummaryColumnType.Number, "assessment.progress", "As a fraction of the way."),
        new("Schedule", SummaryColumnType.Number, "assessment.schedule", "As a fraction of the time."),
        new("Ratio", SummaryColumnType.Number, "assessment.ratio", "Progress to schedule."),
        new("NeededPace", SummaryColumnType.Number, "assessment.neededPace", "A year, from now on, to reach the target."),
        new("Projected", SummaryColumnType.Number, "assessment.projected", "Value in the target year at the pace so far."),
        new("ProjectedLow", SummaryColumnType.Number, "assessment.projectedLow", "Lower end of its range."),
        new("ProjectedHigh", SummaryColumnType.Number, "assessment.projectedHigh", "Upper end of its range."),
        new("SecondRatio", SummaryColumnType.Number, "assessment.secondOpinion.ratio", "Second opinion: ratio of observed to required growth."),
        new("SecondBand", SummaryColumnType.Text, "assessment.secondOpinion.band", "Second opinion: its band."),
        new("Margin", SummaryColumnType.Number, "assessment.margin", "Distance from a bound that is to be held; positive when it is."),
        new("YearsMet", SummaryColumnType.WholeNumber, "assessment.yearsMet", "Years in which a yearly target was met."),
        new(MissingYears, SummaryColumnType.Text, null, "Years without a value, separated by blanks."),
        new("PreviousStatus", SummaryColumnType.Text, "change.previousStatus", "In the quarter before, from the same data."),
        new("PreviousRatio", SummaryColumnType.Number, "change.previousRatio", "In the quarter before, from the same data."),
        new("RatioChange", SummaryColumnType.Number, "change.ratio", "Ratio less PreviousRatio."),
        new("Points", SummaryColumnType.WholeNumber, "assessment.evidence.points", "Values that it was computed from."),
        new(Submission, SummaryColumnType.Text, null, "That the latest value came from."),
        new(Sheet, SummaryColumnType.Text, null, "That the latest value came from; absent in a CSV file."),
        new(Cell, SummaryColumnType.Text, null, "That the latest value came from."),
        new(Origins, SummaryColumnType.Text, null, "Every cell that the value judged is made of: `path#sheet!cell (submission)`, separated by semicolons."),
        new("IndicatorsDue", SummaryColumnType.WholeNumber, "indicatorsDue", "Of a department: indicators due for the quarter."),
        new("IndicatorsReported", SummaryColumnType.WholeNumber, "indicatorsReported", "Of a department: of them reported."),
        new("IndicatorShare", SummaryColumnType.Number, "indicatorShare", "Of a department: the share reported, as a fraction."),
        new("ProjectsDue", SummaryColumnType.WholeNumber, "projectsDue", "Of a department: projects due for the quarter."),
        new("ProjectsReported", SummaryColumnType.WholeNumber, "projectsReported", "Of a department: projects reported, due or not."),
        new("Expected", SummaryColumnType.YesNo, "expected", "Of a department: whether a return is expected."),
        new("Received", SummaryColumnType.WholeNumber, "received", "Of a department: submissions received."),
        new("Accepted", SummaryColumnType.WholeNumber, "accepted", "Of a department: of them accepted."),
        new("OnTime", SummaryColumnType.YesNo, "onTime", "Of a department: whether the first accepted one came by the deadline."),
        new("Late", SummaryColumnType.YesNo, "late", "Of a department: whether the first accepted one came after the deadline."),
        new("Missing", SummaryColumnType.YesNo, "missing", "Of a department: whether a return is expected and none is accepted."),
        new("LastUploadedAt", SummaryColumnType.Instant, "lastUploadedAt", "Of a department: the last accepted upload."),
        new("Count", SummaryColumnType.WholeNumber, "count", "Of a status row: indicators or projects of the group with the status."),
        new("Share", SummaryColumnType.Number, "share", "Of a status row: their share of the group, as a fraction."),
    ];
}
