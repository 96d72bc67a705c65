namespace OrdosPipeline.Core.Plan;

/// <summary>What must hold within one record of <c>indicators.csv</c>, so that every indicator can be judged by METHODOLOGY.md.</summary>
internal static class IndicatorChecks
{
    public static void Check(CatalogueRow row, Indicator indicator, PlanYears years)
    {
        foreach (var (column, _, message) in TargetRules.Check(indicator))
            row.Problem(column, message);
        CheckYears(row, indicator, years);
        if (indicator.Decimals > 10)
            row.Problem("decimals", "must be 0 to 10.");
        if (indicator.PlausibleMin > indicator.PlausibleMax)
            row.Problem("plausible_min", "must not exceed plausible_max.");
    }

    private static void CheckYears(CatalogueRow row, Indicator indicator, PlanYears years)
    {
        if (!years.Contains(indicator.TargetYear))
            row.Problem("target_year", $"{indicator.TargetYear} is outside the plan's years {years}.");
        if ((indicator.BaselineValue is null) != (indicator.BaselineYear is null))
            row.Problem("baseline_year", "baseline_value and baseline_year go together.");
        if (indicator.BaselineYear >= indicator.TargetYear)
            row.Problem("baseline_year", "must be before target_year.");
    }
}
