using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>What has been reported for one quarter: the indicators of the city with a value, and the projects with a report, whose period ends in it.</summary>
public sealed record ReportedSubjects(IReadOnlySet<string> Indicators, IReadOnlySet<string> Projects)
{
    public static ReportedSubjects None { get; } = new(new HashSet<string>(), new HashSet<string>());

    public static ReportedSubjects Of(
        PlanCatalogue plan, ReportingQuarter quarter, IEnumerable<Observation> observations, IEnumerable<ProjectReport> reports) => new(
            observations
                .Where(observation => observation.Key.Region == plan.City.Code && observation.Key.Period.EndQuarter == quarter && !observation.IsWithdrawn)
                .Select(observation => observation.Key.Indicator).ToHashSet(StringComparer.Ordinal),
            reports.Where(report => report.Key.Period.EndQuarter == quarter).Select(report => report.Key.Project).ToHashSet(StringComparer.Ordinal));
}
