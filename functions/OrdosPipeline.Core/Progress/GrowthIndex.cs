namespace OrdosPipeline.Core.Progress;

/// <summary>Chains yearly rates of growth, in per cent, into an index. A running year counts with the share of it that is known.</summary>
internal static class GrowthIndex
{
    /// <summary>1+g/100.</summary>
    public static Rational Factor(Figure rate) => Rational.One + rate.Value / 100;

    /// <summary>ln I. Every factor must be positive.</summary>
    public static double Log(IEnumerable<Figure> rates) =>
        rates.Sum(rate => YearFigures.Weight(rate).ToDouble() * Math.Log(Factor(rate).ToDouble()));

    /// <summary>100·(I^(1/t) − 1), in per cent; exact where all rates are the same.</summary>
    /// <param name="rates">Without a gap from the start of the plan, each above -100.</param>
    /// <param name="at">t, in months.</param>
    public static Rational? Average(IReadOnlyList<Figure> rates, int at) => rates.All(rate => rate.Value == rates[0].Value)
        ? rates[0].Value
        : Rational.OfRoot(100 * (Math.Exp(Log(rates) * 12 / at) - 1));
}
