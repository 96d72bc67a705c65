using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Core;

/// <summary>Everything known about a plan at one instant, read once and summarised for any quarter.</summary>
internal sealed class KnownData(
    PlanCatalogue plan, DateTimeOffset asOf, IReadOnlyList<Observation> observations, IReadOnlyList<ProjectReport> projects, IReadOnlyList<LedgerEntry> submissions)
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
        var evidence = new PlanEvidence { Observations = observations, ProjectReports = projects, Settings = progressSettings };
        var assessments = PlanProgress.AssessAll(Plan, evidence, quarter);
        return new QuarterSummary
        {
            Plan = Plan,
            Quarter = quarter,
            AsOf = AsOf,
            ProgressSettings = progressSettings,
            CompletenessSettings = completenessSettings,
            Indicators = assessments.Indicators,
            Projects = assessments.Projects,
            Departments = Completeness.Of(Plan, quarter, submissions.Select(entry => entry.ToReturn()), completenessSettings),
            SubmissionPaths = submissions.ToDictionary(entry => entry.Id, entry => entry.Path, StringComparer.Ordinal),
        };
    }
}
