using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Validation.Rules.Cell;

/// <summary>A value that would be about right in another unit of its dimension.</summary>
/// <param name="Factor">How many times too large or too small it is: 100, 10000, 100000000 or 15.</param>
/// <param name="Meant">Symbol of the unit that was probably meant.</param>
/// <param name="IsBaseline">Compared with the baseline; else with the target.</param>
/// <param name="Reference">That baseline or target, in the unit of the catalogue.</param>
internal sealed record UnitSlip(decimal Factor, string Meant, bool IsBaseline, decimal Reference)
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

    /// <summary>The one slip that explains how far <paramref name="subject"/> is off, or null.</summary>
    public static UnitSlip? Of(ValueSubject subject, UnitTable units)
    {
        if (subject.Amount is not { Converted: { } value and not 0, Unit.Unit: { } stated })
            return null;
        var indicator = subject.Indicator;
        var isBaseline = indicator.BaselineValue is not (null or 0);
        var reference = isBaseline ? indicator.BaselineValue : indicator.TargetLow;
        if (reference is not { } expected || expected == 0 || Math.Sign(value) != Math.Sign(expected))
            return null;
        foreach (var factor in Factors)
        {
            if (Near(value, expected, factor) && UnitThatIs(stated, 1 / factor, units) is { } smaller)
                return new UnitSlip(factor, smaller, isBaseline, expected);
            // A running total may be any part of its target.
            if ((isBaseline || indicator.Measure is not (Measure.Count or Measure.Flow)) && Near(expected, value, factor) && UnitThatIs(stated, factor, units) is { } larger)
                return new UnitSlip(factor, larger, isBaseline, expected);
        }

        return null;
    }

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
