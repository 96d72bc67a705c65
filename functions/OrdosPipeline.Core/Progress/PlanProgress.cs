using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>A target set after the plan for one indicator and region.</summary>
public sealed record TargetAssignment(string Indicator, string Region, TargetInForce Target);

/// <summary>A baseline loaded for one indicator and region.</summary>
public sealed record BaselineAssignment(string Indicator, string Region, LoadedBaseline Baseline);

/// <summary>The target of the quarter's year for one indicator and region.</summary>
/// <param name="Indicator">Id.</param>
/// <param name="Region">GB/T 2260 code.</param>
/// <param name="Target">In the catalogue's unit.</param>
/// <param name="Decision">Id of the decision that set it.</param>
public sealed record AnnualTargetAssignment(string Indicator, string Region, TargetBounds Target, string Decision);

/// <summary>Everything that a whole plan is judged from.</summary>
public sealed record PlanEvidence
{
    /// <summary>The current observations of all regions; withdrawn ones count as not reported.</summary>
    public IReadOnlyList<Observation> Observations { get; init; } = [];

    public IReadOnlyList<ProjectReport> ProjectReports { get; init; } = [];

    public IReadOnlyList<TargetAssignment> Targets { get; init; } = [];

    /// <summary>At most one for an indicator and region, of the quarter's year.</summary>
    public IReadOnlyList<AnnualTargetAssignment> AnnualTargets { get; init; } = [];

    public IReadOnlyList<BaselineAssignment> Baselines { get; init; } = [];

    public ProgressSettings Settings { get; init; } = ProgressSettings.Default;
}

/// <summary>A whole plan at one quarter.</summary>
/// <param name="Indicators">One assessment of the city for every indicator, in the order of the catalogue.</param>
/// <param name="Regions">Of other regions, where a target has been assigned to them; by indicator, then by region.</param>
/// <param name="Annual">In the order of the annual targets.</param>
/// <param name="Projects">One for every project, in the order of the catalogue, parents and components alike.</param>
public sealed record PlanAssessments(
    IReadOnlyList<Assessment> Indicators,
    IReadOnlyList<Assessment> Regions,
    IReadOnlyList<AnnualAssessment> Annual,
    IReadOnlyList<Assessment> Projects)
{
    public IEnumerable<Assessment> All => [.. Indicators, .. Regions, .. Projects];
}

/// <summary>Judges every indicator and project of a plan.</summary>
public static class PlanProgress
{
    /// <exception cref="ArgumentOutOfRangeException">The quarter lies outside the plan.</exception>
    public static PlanAssessments AssessAll(PlanCatalogue plan, PlanEvidence evidence, ReportingQuarter quarter)
    {
        var series = evidence.Observations
            .Where(observation => observation.Key.Plan == plan.Id)
            .ToLookup(observation => (observation.Key.Indicator, observation.Key.Region));
        var targets = evidence.Targets.ToLookup(target => (target.Indicator, target.Region), target => target.Target);
        var baselines = evidence.Baselines.ToLookup(baseline => (baseline.Indicator, baseline.Region), baseline => baseline.Baseline);
        var reports = evidence.ProjectReports.Where(report => report.Key.Plan == plan.Id).ToLookup(report => report.Key.Project);
        return new(
            [.. plan.Indicators.Select(indicator => Assess(indicator, plan.City))],
            [.. from indicator in plan.Indicators
                from region in plan.Regions
                where region != plan.City && targets[(indicator.Id, region.Code)].Any(target => target.EffectiveFrom <= quarter)
                select Assess(indicator, region)],
            [.. evidence.AnnualTargets.Select(target => AnnualTarget.Assess(
                plan,
                plan.FindIndicator(target.Indicator)!,
                SeriesOf(plan.FindIndicator(target.Indicator)!, target.Region),
                quarter,
                target.Region,
                target.Target,
                target.Decision,
                evidence.Settings))],
            [.. plan.Projects.Select(project => M9Project.Assess(plan, project, [.. reports[project.Id]], quarter, evidence.Settings))]);

        List<SeriesPoint> SeriesOf(Indicator indicator, string region) =>
        [
            .. series[(indicator.SeriesId, region)]
                .Where(observation => observation.Value is not null)
                .Select(observation => new SeriesPoint(observation.Key.Period, observation.Value!.Value, observation.Origin)),
        ];

        Assessment Assess(Indicator indicator, Region region) => ProgressCalculator.Assess(
            plan,
            indicator,
            SeriesOf(indicator, region.Code),
            quarter,
            new AssessmentTerms
            {
                Settings = evidence.Settings,
                Region = region.Code,
                Targets = [.. targets[(indicator.Id, region.Code)]],
                Baseline = baselines[(indicator.Id, region.Code)].LastOrDefault(),
            });
    }
}
