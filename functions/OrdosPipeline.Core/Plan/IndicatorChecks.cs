namespace OrdosPipeline.Core.Plan;

/// <summary>What must hold within one record of <c>indicators.csv</c>, so that every indicator can be judged by METHODOLOGY.md.</summary>
internal static class IndicatorChecks
{
    public static void Check(CatalogueRow row, Indicator indicator, PlanYears years)
    {
        CheckMilestone(row, indicator);
        CheckTarget(row, indicator);
        CheckYears(row, indicator, years);
        if (indicator.Decimals > 10)
            row.Problem("decimals", "must be 0 to 10.");
        if (indicator.PlausibleMin > indicator.PlausibleMax)
            row.Problem("plausible_min", "must not exceed plausible_max.");
        if (!Fits(indicator.Basis, indicator.Measure))
            row.Problem("basis", $"'{row.Text("basis")}' does not fit the measure '{row.Text("measure")}'.");
    }

    private static void CheckMilestone(CatalogueRow row, Indicator indicator)
    {
        if ((indicator.Measure == Measure.YesNo) != (indicator.Basis == Basis.Milestone))
            row.Problem("basis", "milestone goes with the measure yesno, and only with it.");
        if (indicator.Basis == Basis.Milestone && indicator.Comparator != Comparator.None)
            row.Problem("comparator", "must be none for a milestone.");
    }

    private static void CheckTarget(CatalogueRow row, Indicator indicator)
    {
        if ((indicator.TargetLow is null) != (indicator.TargetHigh is null))
            row.Problem("target_low", "target_low and target_high go together.");
        if ((indicator.Comparator == Comparator.None) != (indicator.TargetLow is null))
            row.Problem("comparator", "a target needs a comparator, and a comparator a target.");
        if (indicator.External && indicator.TargetLow is not null)
            row.Problem("external", "an indicator whose target is assigned later has none in the catalogue.");
        if (indicator.TargetLow is not { } low || indicator.TargetHigh is not { } high)
            return;
        if (low > high || (indicator.Comparator != Comparator.Range && low != high))
            row.Problem("target_high", "must equal target_low, or exceed it for a range.");

        // M3, M4 and M6 divide by the target's pace and know only targets that go up.
        if (indicator.Basis is Basis.AverageGrowth or Basis.Cumulative && (indicator.Direction == Direction.Down || low < 0))
            row.Problem("direction", $"the basis '{row.Text("basis")}' needs a target that goes up.");
        if (indicator is { Basis: Basis.PerYear, Measure: Measure.Flow } && (indicator.Direction == Direction.Down || low < 0))
            row.Problem("direction", "a yearly amount needs a target that goes up.");
        if (indicator.Basis == Basis.AverageGrowth && low <= -100)
            row.Problem("target_low", "an average growth of -100 % or less has no logarithm.");
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

    private static bool Fits(Basis basis, Measure measure) => basis switch
    {
        Basis.Level => measure is Measure.Stock or Measure.Share or Measure.Flow or Measure.Count,
        Basis.Hold => measure is Measure.Stock or Measure.Share or Measure.Flow or Measure.Count or Measure.Growth,
        Basis.AverageGrowth => measure is Measure.Growth,
        Basis.Cumulative => measure is Measure.Flow or Measure.Count,
        Basis.Change => measure is Measure.Stock or Measure.Share or Measure.Growth,
        Basis.PerYear => measure is Measure.Flow or Measure.Growth,
        _ => measure is Measure.YesNo,
    };
}
