using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Progress.Decisions;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Core;

/// <summary>Everything known about a plan at one instant, read once and summarised for any quarter.</summary>
internal sealed class KnownData(
    PlanCatalogue plan,
    DateTimeOffset asOf,
    IReadOnlyList<Observation> observations,
    IReadOnlyList<ProjectReport> projects,
    IReadOnlyList<LedgerEntry> submissions,
    IReadOnlyList<RecordedDecision> decisions)
{
    public PlanCatalogue Plan { get; } = plan;

    public DateTimeOffset AsOf { get; } = asOf;

    /// <summary>The quarters whose deadline has passed, from the first one that anybody has reported on.</summary>
    public IEnumerable<ReportingQuarter> QuartersDue(CompletenessSettings settings)
    {
        var reported = submissions.SelectMany(entry => entry.Quarters).Where(quarter => Plan.Years.Contains(quarter)).Order().ToList();
        if (reported.Count == 0)
            yield break;
        for (var quarter = reported[0]; Plan.Years.Contains(quarter) && settings.Deadline(quarter) <= AsOf; quarter = quarter.Next)
            yield return quarter;
    }

    public QuarterSummary Summarise(ReportingQuarter quarter, ProgressSettings progressSettings, CompletenessSettings completenessSettings)
    {
        var assessments = PlanProgress.AssessAll(Plan, EvidenceAt(quarter, progressSettings), quarter);
        return new QuarterSummary
        {
            Plan = Plan,
            Quarter = quarter,
            AsOf = AsOf,
            ProgressSettings = progressSettings,
            CompletenessSettings = completenessSettings,
            Indicators = assessments.Indicators,
            Regions = assessments.Regions,
            AnnualTargets = assessments.Annual,
            Projects = assessments.Projects,
            Departments = Completeness.Of(
                Plan, quarter, submissions.Select(entry => entry.ToReturn()), completenessSettings, ReportedSubjects.Of(Plan, quarter, observations, projects)),
            Findings = FindingsOf(quarter),
            Decisions = decisions.EffectiveBy(quarter),
            Series = SeriesOfSummary.Of(
                Plan,
                quarter,
                observations,
                assessments.Regions.Select(region => (region.Indicator!, region.Region)).Concat(assessments.Annual.Select(annual => (annual.Indicator, annual.Region)))),
            SubmissionPaths = submissions.ToDictionary(entry => entry.Id, entry => entry.Path, StringComparer.Ordinal),
        };
    }

    /// <summary>Finds what has become known about a row of the quarter's summary since an instant.</summary>
    public ChangeCauses CausesSince(DateTimeOffset since, ReportingQuarter quarter) =>
        new(Plan, quarter, since, observations, projects, submissions, decisions);

    /// <summary>By department and code. A file without any readable value belongs to the quarter before its upload, which is the one that was open.</summary>
    private IReadOnlyList<FindingCount> FindingsOf(ReportingQuarter quarter) =>
    [
        .. submissions
            .Where(entry => entry.Quarters.Count > 0 ? entry.Quarters.Contains(quarter) : ReportingQuarter.Of(ChinaTime.DayOf(entry.UploadedAt)).Previous == quarter)
            .SelectMany(entry => entry.FindingCounts.Select(count => (entry.Department, Code: count.Key, Count: count.Value)))
            .GroupBy(found => (found.Department, found.Code))
            .Select(group => new FindingCount(group.Key.Department, group.Key.Code, group.Sum(found => found.Count), group.Count()))
            .OrderBy(count => count.Department, StringComparer.Ordinal).ThenBy(count => count.Code, StringComparer.Ordinal),
    ];

    private PlanEvidence EvidenceAt(ReportingQuarter quarter, ProgressSettings settings) => new()
    {
        Observations = observations,
        ProjectReports = projects,
        Targets = decisions.TargetAssignments(),
        AnnualTargets =
        [
            .. decisions.AnnualTargetsInForce(Plan, quarter)
                .Select(recorded => new AnnualTargetAssignment(recorded.Decision.Indicator, recorded.Decision.Region, recorded.Decision.Target!, recorded.Id)),
        ],
        Baselines = decisions.BaselineAssignments(quarter),
        Settings = settings,
    };
}
