using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

public enum ProjectionMethod
{
    /// <summary>A straight line by least squares.</summary>
    LeastSquares,

    /// <summary>The average rate so far, continued.</summary>
    AverageContinued,
}

/// <summary>Where the value judged would be at the horizon if it went on as so far.</summary>
/// <param name="Value">In the unit of the value judged.</param>
/// <param name="Low">Lower end of the 95 % prediction range.</param>
/// <param name="High">Upper end.</param>
/// <param name="Method">How it was found.</param>
/// <param name="Points">The number of points it rests on, at least <see cref="LeastPoints"/>.</param>
public sealed record Projection(decimal Value, decimal Low, decimal High, ProjectionMethod Method, int Points)
{
    public const int LeastPoints = 3;

    /// <summary>A level with its baseline; rates are not on a way, so their average is continued.</summary>
    internal static Projection? OfLevel(Terms terms, LevelSeries level, Baseline? baseline)
    {
        if (terms.Indicator.Measure == Measure.Growth)
            return OfRates(terms, level.Usable);
        var points = level.Usable.Select(figure => (figure.At, figure.Value)).ToList();
        if (baseline is not null && points.All(point => point.At != baseline.At))
            points.Add((baseline.At, baseline.Value));
        return Line(points, terms.Horizon);
    }

    /// <summary>The change of a level since its baseline.</summary>
    internal static Projection? OfChange(Terms terms, LevelSeries level, Baseline baseline)
    {
        var points = level.Usable.Where(figure => figure.At != baseline.At).Select(figure => (figure.At, figure.Value - baseline.Value));
        return Line([(baseline.At, Rational.Zero), .. points], terms.Horizon);
    }

    /// <summary>Yearly totals, each at the end of its year.</summary>
    internal static Projection? OfTotals(Terms terms, IReadOnlyList<Figure> years) =>
        Line([.. years.Select(year => (year.At, year.Value))], terms.Horizon);

    /// <summary>The running total of yearly amounts, which is 0 at the start of the plan.</summary>
    internal static Projection? OfTotal(Terms terms, IReadOnlyList<Figure> years)
    {
        var total = Rational.Zero;
        var points = new List<(int, Rational)> { (0, total) };
        foreach (var year in years)
            points.Add((year.At, total += year.Value));
        return Line(points, terms.Horizon);
    }

    /// <summary>The average growth over the whole horizon when the years left grow by the average so far, in per cent.</summary>
    internal static Projection? OfAverageGrowth(Terms terms, IReadOnlyList<Figure> rates, int at) =>
        OfChained(terms, rates, at, rate => GrowthIndex.Factor(rate).ToDouble(), log => 100 * (Math.Exp(log * 12 / terms.Horizon) - 1));

    /// <summary>The reduction at the horizon when the years left bring the average reduction so far, in per cent.</summary>
    internal static Projection? OfReductions(Terms terms, IReadOnlyList<Figure> rates, int at) =>
        OfChained(terms, rates, at, rate => (Rational.One - rate.Value / 100).ToDouble(), log => 100 * (1 - Math.Exp(log)));

    private static Projection? OfRates(Terms terms, IReadOnlyList<Figure> rates)
    {
        if (rates.Count < LeastPoints || rates[^1].At >= terms.Horizon)
            return null;
        var mean = rates.Aggregate(Rational.Zero, (sum, rate) => sum + rate.Value) / rates.Count;
        var squares = rates.Aggregate(Rational.Zero, (sum, rate) => sum + (rate.Value - mean) * (rate.Value - mean));
        var spread = Math.Sqrt((squares / (rates.Count - 1)).ToDouble() * (1 + 1.0 / rates.Count));
        return Around(mean, StudentT.TwoSided95(rates.Count - 1) * spread, ProjectionMethod.AverageContinued, rates.Count);
    }

    /// <summary>
    /// The logarithms of the yearly factors vary around their average. The years left bring that average, give or take
    /// both their own variation and the uncertainty of the average.
    /// </summary>
    private static Projection? OfChained(Terms terms, IReadOnlyList<Figure> rates, int at, Func<Figure, double> factor, Func<double, double> result)
    {
        if (rates.Count < LeastPoints || at >= terms.Horizon || rates.Any(rate => factor(rate) <= 0))
            return null;
        var (known, left) = (at / 12.0, (terms.Horizon - at) / 12.0);
        var logs = rates.Select(rate => (Weight: YearFigures.Weight(rate).ToDouble(), Log: Math.Log(factor(rate)))).ToList();
        var index = logs.Sum(log => log.Weight * log.Log);
        var average = index / known;
        var variance = logs.Sum(log => log.Weight * (log.Log - average) * (log.Log - average)) / (logs.Count - 1);
        var reach = StudentT.TwoSided95(logs.Count - 1) * Math.Sqrt(variance * (left + left * left / known));
        var (one, other) = (result(index + average * left - reach), result(index + average * left + reach));
        return Of(Rational.OfRoot(result(index + average * left)), Math.Min(one, other), Math.Max(one, other), ProjectionMethod.AverageContinued, logs.Count);
    }

    /// <summary>Ordinary least squares through points of different positions, with the prediction range of a new point at the horizon.</summary>
    private static Projection? Line(List<(int At, Rational Value)> points, int horizon)
    {
        var count = points.Count;
        if (count < LeastPoints || points.Max(point => point.At) >= horizon)
            return null;
        var meanAt = Rational.OfFraction(points.Sum(point => point.At), count);
        var mean = points.Aggregate(Rational.Zero, (sum, point) => sum + point.Value) / count;
        var (squares, products) = (Rational.Zero, Rational.Zero);
        foreach (var (at, value) in points)
        {
            squares += (at - meanAt) * (at - meanAt);
            products += (at - meanAt) * (value - mean);
        }

        var slope = products / squares;
        var projected = mean + slope * (horizon - meanAt);
        var residuals = points.Aggregate(Rational.Zero, (sum, point) =>
        {
            var residual = point.Value - mean - slope * (point.At - meanAt);
            return sum + residual * residual;
        });
        var variance = residuals / (count - 2) * (Rational.One + Rational.OfFraction(1, count) + (horizon - meanAt) * (horizon - meanAt) / squares);
        return Around(projected, StudentT.TwoSided95(count - 2) * Math.Sqrt(variance.ToDouble()), ProjectionMethod.LeastSquares, count);
    }

    private static Projection? Around(Rational value, double reach, ProjectionMethod method, int points) =>
        Rational.OfRoot(reach) is { } distance && (value - distance).ToDecimal() is { } low && (value + distance).ToDecimal() is { } high
            && value.ToDecimal() is { } middle
            ? new(middle, low, high, method, points)
            : null;

    private static Projection? Of(Rational? value, double low, double high, ProjectionMethod method, int points) =>
        value?.ToDecimal() is { } middle && Rational.OfRoot(low)?.ToDecimal() is { } bottom && Rational.OfRoot(high)?.ToDecimal() is { } top
            ? new(middle, bottom, top, method, points)
            : null;
}
