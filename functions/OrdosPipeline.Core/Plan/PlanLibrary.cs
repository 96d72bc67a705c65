namespace OrdosPipeline.Core.Plan;

/// <summary>Every plan the system serves side by side.</summary>
public sealed class PlanLibrary
{
    /// <exception cref="ArgumentException">There is none, or two have the same id.</exception>
    public PlanLibrary(IEnumerable<PlanCatalogue> plans)
    {
        All = [.. plans.OrderBy(plan => plan.Years.First).ThenBy(plan => plan.Id, StringComparer.Ordinal)];
        if (All.Count == 0)
            throw new ArgumentException("No plan was found. A plan is a folder of CSV files below the folder named plan.", nameof(plans));
        if (All.DistinctBy(plan => plan.Id).Count() != All.Count)
            throw new ArgumentException("Two plans have the same id.", nameof(plans));
    }

    /// <summary>By their first year, then by id.</summary>
    public IReadOnlyList<PlanCatalogue> All { get; }

    public PlanCatalogue? Find(string id) => All.FirstOrDefault(plan => plan.Id == id);

    /// <summary>The plan in force in a year: the latest that contains it, else the latest of all.</summary>
    public PlanCatalogue InForce(int year) => All.LastOrDefault(plan => plan.Years.Contains(year)) ?? All[^1];

    /// <summary>The Chinese name of a department, as the latest plan that has it writes it; null when none has.</summary>
    public string? DepartmentName(string code) => All.Select(plan => plan.FindDepartment(code)?.Name).LastOrDefault(name => name is not null);
}
