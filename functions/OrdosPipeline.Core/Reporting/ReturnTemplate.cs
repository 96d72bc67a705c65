using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Reporting;

/// <summary>What one department is asked for at one quarter: its indicators and projects, with what is known about each.</summary>
public sealed record ReturnTemplate
{
    public required PlanCatalogue Plan { get; init; }

    public required Department Department { get; init; }

    public required ReportingQuarter Quarter { get; init; }

    /// <summary>What the values are of: a banner's or district's own region, else the city.</summary>
    public required Region Region { get; init; }

    /// <summary>The last day in China on which the return is on time.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>Those due, in the catalogue's order.</summary>
    public required IReadOnlyList<Indicator> Indicators { get; init; }

    /// <summary>In the catalogue's order.</summary>
    public required IReadOnlyList<Project> Projects { get; init; }

    /// <summary>Null where no storage was asked, which is not the same as nothing reported.</summary>
    public LastReported? Last { get; init; }

    /// <summary>A name for the file, such as 市统计局2023年三季度填报模板.xlsx.</summary>
    public string FileName => $"{Department.Name}{Quarter.Chinese()}填报模板.xlsx";

    /// <param name="plan">Whose catalogue is asked for.</param>
    /// <param name="department">One of the plan.</param>
    /// <param name="quarter">Within the plan's years.</param>
    /// <param name="lastDay">The last day on which the return is on time.</param>
    public static ReturnTemplate Of(PlanCatalogue plan, Department department, ReportingQuarter quarter, DateOnly lastDay)
    {
        var isRegion = department.Kind == DepartmentKind.Region;
        return new ReturnTemplate
        {
            Plan = plan,
            Department = department,
            Quarter = quarter,
            Region = plan.Regions.FirstOrDefault(region => isRegion && region.Department == department.Code) ?? plan.City,
            LastDay = lastDay,
            Indicators = [.. plan.Indicators.Where(indicator => indicator.IsDue(quarter) && (indicator.Department == department.Code || (isRegion && IsOfEveryRegion(indicator))))],
            Projects = [.. plan.Projects.Where(project => project.Department == department.Code)],
        };
    }

    /// <summary>A banner or district reports the headline indicators for itself; any other it may add.</summary>
    private static bool IsOfEveryRegion(Indicator indicator) => indicator.Attribute != IndicatorAttribute.None && indicator.Measure != Measure.YesNo;
}
