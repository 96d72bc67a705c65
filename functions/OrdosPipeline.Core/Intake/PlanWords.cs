using System.Runtime.CompilerServices;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

/// <summary>Everything that a plan's catalogue calls by name, ready to be looked up; made once per plan.</summary>
public sealed class PlanWords
{
    private static readonly ConditionalWeakTable<PlanCatalogue, PlanWords> Made = [];

    private PlanWords(PlanCatalogue plan)
    {
        Plan = plan;
        Indicators = new(
            plan.Indicators.Select(i => (i, i.Id, i.Aliases.Prepend(i.Name).Append(i.NameEn))), plan.Units, indicator => indicator.SeriesId, CityNames(plan));
        Projects = new(
            plan.Projects.Select(p => (p, p.Id, p.Aliases.Prepend(p.Name).Append(p.NameEn))), plan.Units, project => project.Id, CityNames(plan));
        Regions = new(plan);
        Departments = new(plan);
    }

    public PlanCatalogue Plan { get; }

    /// <summary>Two indicators about one series (<see cref="Indicator.SeriesId"/>) count as one.</summary>
    public NameMatcher<Indicator> Indicators { get; }

    public NameMatcher<Project> Projects { get; }

    public RegionMatcher Regions { get; }

    public DepartmentMatcher Departments { get; }

    private static IEnumerable<string> CityNames(PlanCatalogue plan) => plan.City.Aliases.Append(plan.City.Name);

    public static PlanWords Of(PlanCatalogue plan) => Made.GetValue(plan, made => new PlanWords(made));
}
