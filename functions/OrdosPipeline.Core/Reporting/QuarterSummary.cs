using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Progress.Decisions;

namespace OrdosPipeline.Core.Reporting;

/// <summary>All assessments of one quarter with completeness: what every report of the quarter is written from, and nothing else.</summary>
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

    /// <summary>Of banners and districts to which a target has been assigned, by indicator, then by region.</summary>
    public IReadOnlyList<Assessment> Regions { get; init; } = [];

    /// <summary>Where the quarter's year has a target of its own, by indicator, then by region.</summary>
    public IReadOnlyList<AnnualAssessment> AnnualTargets { get; init; } = [];

    /// <summary>One per project of the plan, in the catalogue's order.</summary>
    public required IReadOnlyList<Assessment> Projects { get; init; }

    /// <summary>Departments that are expected to report or have reported.</summary>
    public required IReadOnlyList<DepartmentCompleteness> Departments { get; init; }

    /// <summary>What was found in the submissions of the quarter, by department and code.</summary>
    public IReadOnlyList<FindingCount> Findings { get; init; } = [];

    /// <summary>The decisions known then that have taken effect by the quarter, earlier ones first.</summary>
    public IReadOnlyList<RecordedDecision> Decisions { get; init; } = [];

    /// <summary>Relations between series that the quarter's values do not keep.</summary>
    public IReadOnlyList<BrokenConsistency> BrokenConsistencies { get; init; } = [];

    /// <summary>The values behind the assessments: of the city, and of regions that are judged.</summary>
    public IReadOnlyList<IndicatorSeries> Series { get; init; } = [];

    /// <summary>Null when no earlier version is published.</summary>
    public SummaryDifferences? Differences { get; init; }

    /// <summary>The submission behind each origin: the path of the file, by submission id.</summary>
    public required IReadOnlyDictionary<string, string> SubmissionPaths { get; init; }

    public SummaryKind Kind => SummaryKinds.Of(Plan.Years, Quarter);

    /// <summary>Indicators first, then projects, each in the order of <see cref="ScoreboardDimension"/>.</summary>
    public IReadOnlyList<Scoreboard> Scoreboards => new Scoreboards(this).All();

    public CompletenessTotals Completeness => CompletenessTotals.Of(Departments);

    /// <summary>Of each indicator and region the target that a decision has set and that is in force.</summary>
    public IReadOnlyList<RecordedDecision> TargetsInForce => Decisions.TargetsInForce(Plan, Quarter);

    /// <summary>The changes of the plan so far, superseded ones too.</summary>
    public IEnumerable<RecordedDecision> Adjustments => Decisions.Where(decision => decision.Decision.Kind == DecisionKind.Adjusted);

    /// <summary>The tensions of the plan that matter here: at least one of their indicators has a value.</summary>
    public IEnumerable<Tension> Tensions
    {
        get
        {
            var known = Indicators.Where(assessment => assessment.Value is not null).Select(assessment => assessment.Indicator!).ToHashSet(StringComparer.Ordinal);
            return Plan.Tensions.Where(tension => tension.Indicators.Any(known.Contains));
        }
    }

    public Indicator Indicator(Assessment assessment) => Plan.FindIndicator(assessment.Indicator!)!;

    public Project Project(Assessment assessment) => Plan.FindProject(assessment.Project!)!;

    /// <summary>The assessment of the city by the indicator's id.</summary>
    public Assessment AssessmentOf(string indicator) => Indicators.Single(assessment => assessment.Indicator == indicator);

    /// <summary>Whether the indicator vetoes a performance assessment.</summary>
    public bool IsVeto(Assessment assessment) => assessment.Indicator is { } indicator && Plan.FindVeto(indicator) is not null;

    /// <summary>What a final evaluation says about it; null of any other summary.</summary>
    public Outcome? OutcomeOf(Assessment assessment) => Kind != SummaryKind.Final ? null
        : assessment.Project is null ? Outcomes.Of(assessment, Indicator(assessment), Plan.Years)
        : Outcomes.Of(assessment, Project(assessment), Plan.Years);
}
