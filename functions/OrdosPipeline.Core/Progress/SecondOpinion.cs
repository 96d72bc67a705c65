using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>How the published method of Open SDG (with target) sees a level: the growth observed against the growth required.</summary>
/// <param name="Ratio">R, the observed over the required compound annual growth, negative when it goes the wrong way.</param>
/// <param name="Score">−5 to +5.</param>
/// <param name="Band">The published status.</param>
public sealed record SecondOpinion(decimal Ratio, decimal Score, SecondOpinionBand Band)
{
    /// <summary>For a positive baseline, value and target only; null otherwise.</summary>
    internal static SecondOpinion? Of(Terms terms, Baseline baseline, Figure latest, Rational aim)
    {
        if (baseline.Value.Sign <= 0 || latest.Value.Sign <= 0 || aim.Sign <= 0)
            return null;
        var upwards = terms.Indicator.Direction == Direction.Hold ? aim > baseline.Value : terms.Indicator.Direction == Direction.Up;
        var observed = YearlyGrowth(baseline.Value, latest.Value, latest.At - baseline.At);
        var required = YearlyGrowth(baseline.Value, aim, terms.Horizon - baseline.At);
        if (Rational.OfRoot(observed / Math.Abs(required) * (upwards ? 1 : -1)) is not { } ratio || ratio.ToDecimal() is not { } number)
            return null;
        if (upwards ? latest.Value >= aim : latest.Value <= aim)
            return new(number, 5, SecondOpinionBand.TargetAchieved);
        return new(number, ScoreOf(ratio), BandOf(ratio.Round(12)));
    }

    private static double YearlyGrowth(Rational from, Rational to, int months) => Math.Pow((to / from).ToDouble(), 12.0 / months) - 1;

    private static decimal ScoreOf(Rational ratio)
    {
        var score = ratio >= 0.6m
            ? Rational.Min(7.1429m * ratio - 4.2857m, 5)
            : Rational.Max(4.1667m * ratio - 2.5m, -5);
        return score.ToDecimal() ?? 0;
    }

    private static SecondOpinionBand BandOf(Rational ratio) =>
        ratio >= 0.95m ? SecondOpinionBand.Substantial
        : ratio >= 0.60m ? SecondOpinionBand.Moderate
        : ratio.Sign >= 0 ? SecondOpinionBand.Limited
        : SecondOpinionBand.Deterioration;
}

/// <summary>The status words of Open SDG.</summary>
public enum SecondOpinionBand
{
    TargetAchieved,

    /// <summary>R at least 0.95.</summary>
    Substantial,

    /// <summary>R at least 0.60.</summary>
    Moderate,

    /// <summary>R at least 0.</summary>
    Limited,

    Deterioration,
}

public static class SecondOpinionBands
{
    /// <summary>The code in JSON, such as <c>target-achieved</c>.</summary>
    public static string Code(this SecondOpinionBand band) => band switch
    {
        SecondOpinionBand.TargetAchieved => "target-achieved",
        SecondOpinionBand.Substantial => "substantial",
        SecondOpinionBand.Moderate => "moderate",
        SecondOpinionBand.Limited => "limited",
        _ => "deterioration",
    };
}
