using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>What a final evaluation says: achieved or not, whatever the schedule was. METHODOLOGY.md says which status is which.</summary>
public enum Outcome
{
    /// <summary>完成</summary>
    Completed,

    /// <summary>未完成</summary>
    NotCompleted,

    /// <summary>跨期实施: a whole project that runs beyond the plan.</summary>
    Continuing,

    /// <summary>尚不能认定: there are no data of the target year, or no target.</summary>
    Open,
}

public static class Outcomes
{
    public static IReadOnlyList<Outcome> All { get; } = Enum.GetValues<Outcome>();

    /// <summary>Of an indicator at the end of the plan.</summary>
    public static Outcome Of(Assessment assessment, Indicator indicator, PlanYears years)
    {
        var isOfTargetYear = assessment.ValuePeriod is { } period && period.Year == indicator.TargetYear && period.LastMonth == 12;
        return (assessment.Method, assessment.Status) switch
        {
            (_, AssessmentStatus.Achieved or AssessmentStatus.Done) => Outcome.Completed,
            (_, AssessmentStatus.Missed) => Outcome.NotCompleted,
            (_, AssessmentStatus.Overdue) => assessment.Value is null ? Outcome.Open : Outcome.NotCompleted,
            (Method.M2, AssessmentStatus.Held) => isOfTargetYear ? Outcome.Completed : Outcome.Open,
            (Method.M2, AssessmentStatus.Breached) => isOfTargetYear ? Outcome.NotCompleted : Outcome.Open,
            (Method.M6g, AssessmentStatus.OnSchedule) => isOfTargetYear ? Outcome.Completed : Outcome.Open,
            (Method.M6g, AssessmentStatus.Behind) => isOfTargetYear ? Outcome.NotCompleted : Outcome.Open,
            (Method.M6, _) when isOfTargetYear && assessment.YearsMet is { } met =>
                OfYears(met, assessment.Evidence.Points, indicator.TargetYear - years.First + 1),
            _ when indicator.Scope == TargetScope.Whole && assessment.Ratio is not null => Outcome.Continuing,
            _ => Outcome.Open,
        };
    }

    /// <summary>Of a project at the end of the plan.</summary>
    public static Outcome Of(Assessment assessment, Project project, PlanYears years) => assessment.Status switch
    {
        AssessmentStatus.Done or AssessmentStatus.Achieved => Outcome.Completed,
        AssessmentStatus.Missed => Outcome.NotCompleted,
        _ when project.EndYear > years.Last && assessment.Status != AssessmentStatus.NoData => Outcome.Continuing,
        _ => Outcome.Open,
    };

    /// <summary>The code in JSON, such as <c>not-completed</c>.</summary>
    public static string Code(this Outcome outcome) => outcome switch
    {
        Outcome.Completed => "completed",
        Outcome.NotCompleted => "not-completed",
        Outcome.Continuing => "continuing",
        _ => "open",
    };

    /// <summary>The word in a Chinese report.</summary>
    public static string Chinese(this Outcome outcome) => outcome switch
    {
        Outcome.Completed => "完成",
        Outcome.NotCompleted => "未完成",
        Outcome.Continuing => "跨期实施",
        _ => "尚不能认定",
    };

    /// <summary>Every year must have met the target; one that has not decides, one that is not known leaves it open.</summary>
    private static Outcome OfYears(int met, int known, int all) =>
        met < known ? Outcome.NotCompleted : met == all ? Outcome.Completed : Outcome.Open;
}
