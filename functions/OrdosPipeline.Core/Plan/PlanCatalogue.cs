using System.Collections.Frozen;
using OrdosPipeline.Core.Plan.Consistency;

namespace OrdosPipeline.Core.Plan;

/// <summary>One five-year plan with everything in it that can be measured or followed. Made by <see cref="PlanCatalogueParser"/>, which checks it.</summary>
public sealed class PlanCatalogue
{
    private readonly FrozenDictionary<string, Indicator> indicators;
    private readonly FrozenDictionary<string, Project> projects;
    private readonly FrozenDictionary<string, Department> departments;
    private readonly FrozenDictionary<string, Region> regions;

    internal PlanCatalogue(
        string id,
        PlanYears years,
        string name,
        string nameEn,
        UnitTable units,
        IReadOnlyList<Region> regions,
        IReadOnlyList<Department> departments,
        IReadOnlyList<Indicator> indicators,
        IReadOnlyList<Project> projects)
    {
        (Id, Years, Name, NameEn, Units) = (id, years, name, nameEn, units);
        (Regions, Departments, Indicators, Projects) = (regions, departments, indicators, projects);
        City = regions.Single(region => region.Parent is null);
        this.indicators = indicators.ToFrozenDictionary(i => i.Id, StringComparer.Ordinal);
        this.projects = projects.ToFrozenDictionary(p => p.Id, StringComparer.Ordinal);
        this.departments = departments.ToFrozenDictionary(d => d.Code, StringComparer.Ordinal);
        this.regions = regions.ToFrozenDictionary(r => r.Code, StringComparer.Ordinal);
    }

    /// <summary>The name of its folder, such as <c>ordos-14</c>; used in code, tables and paths.</summary>
    public string Id { get; }

    public PlanYears Years { get; }

    public string Name { get; }

    public string NameEn { get; }

    public UnitTable Units { get; }

    /// <summary>The region that all others are part of, whose series are judged against the plan's targets.</summary>
    public Region City { get; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Region> Regions { get; }

    public IReadOnlyList<Department> Departments { get; }

    public IReadOnlyList<Indicator> Indicators { get; }

    public IReadOnlyList<Project> Projects { get; }

    /// <summary>The 篇 that the catalogue names, in the order of the plan.</summary>
    public IReadOnlyList<PlanPart> Parts { get; init; } = [];

    public IReadOnlyList<Veto> Vetoes { get; init; } = [];

    public IReadOnlyList<Tension> Tensions { get; init; } = [];

    /// <summary>The part of that number, without a name where the catalogue has none.</summary>
    public PlanPart Part(string number) => Parts.FirstOrDefault(part => part.Number == number) ?? new PlanPart(number, "", "");

    public Veto? FindVeto(string indicator) => Vetoes.FirstOrDefault(veto => veto.Indicator == indicator);

    /// <summary>What must hold between series; none where the plan has no <c>consistency.csv</c>.</summary>
    public IReadOnlyList<ConsistencyRule> ConsistencyRules { get; init; } = [];

    public Indicator? FindIndicator(string id) => indicators.GetValueOrDefault(id);

    /// <summary>The Chinese name of a department, or its code where the plan has none of that code.</summary>
    public string DepartmentNameOf(string code) => FindDepartment(code)?.Name ?? code;

    public Project? FindProject(string id) => projects.GetValueOrDefault(id);

    public Department? FindDepartment(string code) => departments.GetValueOrDefault(code);

    public Region? FindRegion(string code) => regions.GetValueOrDefault(code);
}

/// <summary>The calendar years that a plan covers, both included.</summary>
public readonly record struct PlanYears(int First, int Last)
{
    public bool Contains(int year) => year >= First && year <= Last;

    public bool Contains(ReportingQuarter quarter) => Contains(quarter.Year);

    public override string ToString() => $"{First}–{Last}";
}
