using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Validation.History;

namespace OrdosPipeline.Core.Validation;

/// <summary>What every rule may know beside its subject.</summary>
/// <param name="Plan">The catalogue.</param>
/// <param name="Words">The catalogue by name.</param>
/// <param name="Department">Who handed in the file; null when nobody has that name.</param>
/// <param name="AsOf">The day on which the submission is judged: what has not ended by then is in the future.</param>
/// <param name="History">From when on a value is far from the trend.</param>
internal sealed record CheckContext(PlanCatalogue Plan, PlanWords Words, Department? Department, DateOnly AsOf, HistorySettings History)
{
    /// <summary>Of a banner or district: the region that it is.</summary>
    public Region? OwnRegion { get; } = Department is { Kind: DepartmentKind.Region }
        ? Plan.Regions.FirstOrDefault(region => region.Department == Department.Code)
        : null;

    public string NameOf(string departmentCode) => Plan.DepartmentNameOf(departmentCode);
}
