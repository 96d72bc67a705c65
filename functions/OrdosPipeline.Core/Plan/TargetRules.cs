namespace OrdosPipeline.Core.Plan;

/// <summary>What must hold for an indicator's target, set by the plan or after it, so that every formula can judge by it.</summary>
public static class TargetRules
{
    /// <summary>What is wrong with the basis, comparator and target of an indicator, in words for the person who set them.</summary>
    public static IReadOnlyList<string> Problems(Indicator indicator) => [.. Check(indicator).Select(problem => problem.MessageEn)];

    /// <summary>The column of the catalogue, and what is wrong in Chinese and in English.</summary>
    internal static IEnumerable<(string Column, string Message, string MessageEn)> Check(Indicator indicator)
    {
        if ((indicator.Measure == Measure.YesNo) != (indicator.Basis == Basis.Milestone))
            yield return ("basis", "milestone 只用于是否类指标，是否类指标也只能用 milestone。", "milestone goes with the measure yesno, and only with it.");
        else if (!Fits(indicator.Basis, indicator.Measure))
            yield return ("basis", "与指标的数值类型不符。", "does not fit the measure.");
        if (indicator.Basis == Basis.Milestone && indicator.Comparator != Comparator.None)
            yield return ("comparator", "是否类指标不写比较方式。", "must be none for a milestone.");
        if ((indicator.TargetLow is null) != (indicator.TargetHigh is null))
            yield return ("target_low", "目标下限和上限应同时填写。", "target_low and target_high go together.");
        if ((indicator.Comparator == Comparator.None) != (indicator.TargetLow is null))
            yield return ("comparator", "目标值和比较方式应同时填写。", "a target needs a comparator, and a comparator a target.");
        if (indicator.External && indicator.TargetLow is not null)
            yield return ("external", "待下达目标的指标在目录中不写目标值。", "an indicator whose target is assigned later has none in the catalogue.");
        if (indicator.TargetLow is not { } low || indicator.TargetHigh is not { } high)
            yield break;
        if (low > high || (indicator.Comparator != Comparator.Range && low != high))
            yield return ("target_high", "应等于目标值；区间的上限应大于下限。", "must equal target_low, or exceed it for a range.");
        if (NeedsWayUp(indicator) && (low, high) != (0, 0)
            && (low <= 0 || indicator.Direction == Direction.Down || indicator.Comparator is Comparator.AtMost or Comparator.LessThan))
            yield return ("direction", "年均增长、累计、逐年数量的目标应为正数且向上。", "an average growth, a cumulative total and a yearly amount need a target to go up to.");
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
