namespace OrdosPipeline.Core.Plan;

/// <summary>What must hold for an indicator's target, set by the plan or after it, so that every formula can judge by it.</summary>
public static class TargetRules
{
    /// <summary>What is wrong with the basis, comparator and target of an indicator, in words for the person who set them.</summary>
    public static IReadOnlyList<string> Problems(Indicator indicator) => [.. Check(indicator).Select(problem => problem.Message)];

    internal static IEnumerable<(string Column, string Message)> Check(Indicator indicator)
    {
        if ((indicator.Measure == Measure.YesNo) != (indicator.Basis == Basis.Milestone))
            yield return ("basis", "milestone goes with the measure yesno, and only with it.");
        else if (!Fits(indicator.Basis, indicator.Measure))
            yield return ("basis", "does not fit the measure.");
        if (indicator.Basis == Basis.Milestone && indicator.Comparator != Comparator.None)
            yield return ("comparator", "must be none for a milestone.");
        if ((indicator.TargetLow is null) != (indicator.TargetHigh is null))
            yield return ("target_low", "target_low and target_high go together.");
        if ((indicator.Comparator == Comparator.None) != (indicator.TargetLow is null))
            yield return ("comparator", "a target needs a comparator, and a comparator a target.");
        if (indicator.External && indicator.TargetLow is not null)
            yield return ("external", "an indicator whose target is assigned later has none in the catalogue.");
        if (indicator.TargetLow is not { } low || indicator.TargetHigh is not { } high)
            yield break;
        if (low > high || (indicator.Comparator != Comparator.Range && low != high))
            yield return ("target_high", "must equal target_low, or exceed it for a range.");
        if (NeedsWayUp(indicator) && (low, high) != (0, 0)
            && (low <= 0 || indicator.Direction == Direction.Down || indicator.Comparator is Comparator.AtMost or Comparator.LessThan))
            yield return ("direction", "an average growth, a cumulative total and a yearly amount need a target to go up to.");
    }

    /// <summary>M3, M4 and M6 divide by the target and know only targets that go up; a target of 0 is a bound instead.</summary>
    private static bool NeedsWayUp(Indicator indicator) => indicator.Basis is Basis.AverageGrowth or Basis.Cumulative
        || indicator is { Basis: Basis.PerYear, Measure: Measure.Flow };

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
