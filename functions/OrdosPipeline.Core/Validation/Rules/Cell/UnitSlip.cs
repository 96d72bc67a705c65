using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Validation.Rules.Cell;

/// <summary>A value that would be about right in another unit of its dimension.</summary>
/// <param name="Factor">How many times too large or too small it is: 100, 10000, 100000000 or 15.</param>
/// <param name="Meant">Symbol of the unit that was probably meant.</param>
/// <param name="Kind">What it was compared with.</param>
/// <param name="Reference">That value, baseline or target, in the unit of the catalogue.</param>
internal sealed record UnitSlip(decimal Factor, string Meant, UnitReference Kind, decimal Reference)
{
    private const string TimesHundred = "%（小数要乘以100）";
    private const string ByHundred = "%（要除以100）";

    private const decimal Tolerance = 0.25m;

    // 15 亩 are a hectare; 万, 亿 and % are the other slips that happen.
    private static readonly decimal[] Factors = [100, 10_000, 100_000_000, 15];

    public string MeantEnglish => Meant switch
    {
        TimesHundred => "% (a fraction, to be multiplied by 100)",
        ByHundred => "% (to be divided by 100)",
        _ => Meant,
    };

    /// <summary>The one slip that explains how far a value is off, or null.</summary>
    /// <param name="indicator">What it is of.</param>
    /// <param name="amount">The value.</param>
    /// <param name="reported">A comparable value that was reported before. It says more than baseline and target, which then are not asked.</param>
    /// <param name="units">Of the plan.</param>
    public static UnitSlip? Of(Indicator indicator, AmountSubject amount, decimal? reported, UnitTable units)
    {
        if (amount is not { Converted: { } value and not 0, Unit.Unit: { } stated })
            return null;
        if (reported is null && IsFractionOfRate(indicator, value) && UnitThatIs(stated, 100, units) is { } percent)
            return new UnitSlip(100, percent, UnitReference.Target, indicator.TargetLow!.Value);
        var (kind, reference) = reported is not null ? (UnitReference.Reported, reported)
            : indicator.BaselineValue is not (null or 0) ? (UnitReference.Baseline, indicator.BaselineValue)
            : (UnitReference.Target, indicator.TargetLow);
        if (reference is not { } expected || expected == 0 || Math.Sign(value) != Math.Sign(expected))
            return null;
        // An amount may be any part of its target, and many times what was reported when little was done.
        var runs = indicator.Measure is Measure.Count or Measure.Flow;
        var mayBeMore = runs && kind == UnitReference.Reported && indicator.TargetHigh is { } target && value <= target;
        var mayBeLess = runs && kind == UnitReference.Target;
        foreach (var factor in Factors)
        {
            if (!mayBeMore && Near(value, expected, factor) && UnitThatIs(stated, 1 / factor, units) is { } smaller)
                return new UnitSlip(factor, smaller, kind, expected);
            if (!mayBeLess && !IsExact(indicator, value, kind) && Near(expected, value, factor) && UnitThatIs(stated, factor, units) is { } larger)
                return new UnitSlip(factor, larger, kind, expected);
        }

        return null;
    }

    // Growth falls from 18.2 to 0.2 in honest years; only a fraction has more digits than the rate is given in.
    private static bool IsExact(Indicator indicator, decimal value, UnitReference kind) =>
        kind == UnitReference.Reported && indicator.Measure == Measure.Growth && value.Scale <= indicator.Decimals;

    // The baseline says little of a rate: it may be negative, as of 2020. But a rate is near its target more often than it is
    // a hundredth of it and written with more digits than it is given in.
    private static bool IsFractionOfRate(Indicator indicator, decimal value) =>
        indicator is { Measure: Measure.Growth, TargetLow: { } target and not 0 }
        && value.Scale > indicator.Decimals && Math.Abs(value) < 1 && value * 100 / target is >= 0.5m and <= 2m;

    private static bool Near(decimal large, decimal small, decimal factor)
    {
        try
        {
            return Math.Abs(large / small / factor - 1) <= Tolerance;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    // The unit of the same dimension that is so many times the stated one.
    private static string? UnitThatIs(MeasureUnit stated, decimal times, UnitTable units)
    {
        foreach (var unit in units.All)
        {
            if (!unit.IsCompatibleWith(stated))
                continue;
            // Compared crosswise: one of the factors is a third for 亩.
            var (left, right) = (unit.Numerator * stated.Denominator, stated.Numerator * unit.Denominator);
            if (times >= 1 ? left == right * times : right == left * Math.Round(1 / times))
                return unit.Symbol;
        }

        // 0.453 for 45.3 %: the fraction itself has no unit of its own.
        return stated.Dimension == "ratio" && (times is 100 || Math.Round(1 / times) == 100) ? times is 100 ? TimesHundred : ByHundred : null;
    }
}

/// <summary>What a value that may be in a wrong unit is compared with.</summary>
internal enum UnitReference
{
    Reported,
    Baseline,
    Target,
}
