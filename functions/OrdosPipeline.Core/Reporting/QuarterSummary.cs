using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Core.Reporting;

/// <summary>All assessments of one quarter with completeness: what every report of the quarter is written from.</summary>
public sealed record QuarterSummary
{
    public required PlanCatalogue Plan { get; init; }

    public required ReportingQuarter Quarter { get; init; }

    /// <summary>1-based; 0 until a version is reserved.</summary>
    public int Version { get; init; }

    /// <summary>What was known at this instant went into it, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    public required ProgressSettings ProgressSettings { get; init; }

    public required CompletenessSettings CompletenessSettings { get; init; }

    /// <summary>One per indicator of the plan, in the catalogue's order.</summary>
    public required IReadOnlyList<Assessment> Indicators { get; init; }

    /// <summary>One per project of the plan, in the catalogue's order.</summary>
    public required IReadOnlyList<Assessment> Projects { get; init; }

    /// <summary>Departments that are expected to report or have reported.</summary>
    public required IReadOnlyList<DepartmentCompleteness> Departments { get; init; }

    /// <summary>The submission behind each origin: the path of the file, by submission id.</summary>
    public required IReadOnlyDictionary<string, string> SubmissionPaths { get; init; }

    /// <summary>How many indicators have each status, for the whole plan and for each part (篇) of it.</summary>
    public IReadOnlyList<Scoreboard> Scoreboards =>
    [
        Scoreboard.Of("all", Indicators),
        Scoreboard.Of("binding", Indicators.Where(assessment => Indicator(assessment).Attribute == IndicatorAttribute.Binding)),
        Scoreboard.Of("headline", Indicators.Where(assessment => Indicator(assessment).Attribute != IndicatorAttribute.None)),
        .. Indicators.GroupBy(assessment => Indicator(assessment).Part).Select(part => Scoreboard.Of($"part-{part.Key}", part)),
    ];

    public Indicator Indicator(Assessment assessment) => Plan.FindIndicator(assessment.Indicator!)!;

    public Project Project(Assessment assessment) => Plan.FindProject(assessment.Project!)!;
}

/// <summary>How many assessments of a group have each status.</summary>
/// <param name="Group">all, binding, headline, or part- and the number of the part.</param>
/// <param name="Counts">Statuses that occur, in the order of the enumeration.</param>
public sealed record Scoreboard(string Group, IReadOnlyDictionary<AssessmentStatus, int> Counts)
{
    public int Total => Counts.Values.Sum();

    public static Scoreboard Of(string group, IEnumerable<Assessment> assessments) =>
        new(group, new SortedDictionary<AssessmentStatus, int>(assessments.GroupBy(a => a.Status).ToDictionary(g => g.Key, g => g.Count())));
}
