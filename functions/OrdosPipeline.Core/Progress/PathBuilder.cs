using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>Draws the path of an assessment from what its formula read.</summary>
internal static class PathBuilder
{
    public static AssessmentPath Of(Terms terms, Reading reading)
    {
        var (quantity, points) = PointsOf(terms, reading);
        return new AssessmentPath(quantity, [.. points.Select(Point).OfType<PathPoint>()], ScheduleOf(terms, reading))
        {
            Baseline = terms.Target is null || reading.Baseline is not { } baseline
                ? null
                : Line(baseline.At, quantity == PathQuantity.Change ? Rational.Zero : baseline.Value),
            Target = reading.Aim is { } aim ? Line(terms.Horizon, aim) : null,
        };
    }

    private static (PathQuantity Quantity, IEnumerable<(Period Period, int At, Rational? Value)> Points) PointsOf(Terms terms, Reading reading)
    {
        var (basis, measure) = (terms.Indicator.Basis, terms.Indicator.Measure);
        var figures = reading.Usable;
        return (basis, measure) switch
        {
            (_, Measure.YesNo) => (PathQuantity.YesNo, AsTheyAre(figures)),
            (Basis.Cumulative, Measure.Flow) => (PathQuantity.Total, Prefixes(figures, terms, Total)),
            (Basis.Cumulative, _) => (PathQuantity.Total, AsTheyAre(figures)),
            (Basis.Change, Measure.Growth) => (PathQuantity.Change, Prefixes(figures, terms, M5Change.Reduction)),
            (Basis.Change, _) => (PathQuantity.Change, reading.Baseline is { } baseline
                ? figures.Select(figure => (figure.Period, figure.At, (Rational?)(figure.Value - baseline.Value)))
                : []),
            (_, Measure.Growth) => (PathQuantity.Rate, AsTheyAre(figures)),
            (Basis.PerYear, _) => (PathQuantity.Amount, AsTheyAre(figures)),
            _ => (PathQuantity.Level, AsTheyAre(figures)),
        };
    }

    private static IReadOnlyList<LinePoint> ScheduleOf(Terms terms, Reading reading)
    {
        if (terms.Target is null || reading.Aim is not { } aim || Line(terms.Horizon, aim) is not { } end)
            return [];
        return reading.Method switch
        {
            Method.M1 => reading.Baseline is { } baseline && Line(baseline.At, baseline.Value) is { } start ? [start, end] : [],
            Method.M4 => [new LinePoint(0, 0), end],
            Method.M5 => reading.Baseline is { } from && Line(from.At, Rational.Zero) is { } zero ? [zero, end]
                : terms.Indicator.Measure == Measure.Growth ? [new LinePoint(0, 0), end]
                : [],
            Method.M2 or Method.M3 or Method.M6 or Method.M6g => [end with { At = 0 }, end],
            _ => [],
        };
    }

    private static IEnumerable<(Period, int, Rational?)> AsTheyAre(IEnumerable<Figure> figures) =>
        figures.Select(figure => (figure.Period, figure.At, (Rational?)figure.Value));

    /// <summary>What each figure makes together with all before it, as long as no year is missing.</summary>
    private static IEnumerable<(Period, int, Rational?)> Prefixes(IReadOnlyList<Figure> figures, Terms terms, Func<IReadOnlyList<Figure>, Rational?> together)
    {
        for (var count = 1; count <= figures.Count && figures[count - 1].Period.Year == terms.Timeline.Plan.First + count - 1; count++)
            yield return (figures[count - 1].Period, figures[count - 1].At, together([.. figures.Take(count)]));
    }

    private static Rational? Total(IReadOnlyList<Figure> years) => years.Aggregate(Rational.Zero, (sum, year) => sum + year.Value);

    private static PathPoint? Point((Period Period, int At, Rational? Value) point) =>
        point.Value?.ToDecimal() is { } value && PlanTimeline.Years(point.At).ToDecimal() is { } at ? new(point.Period, at, value) : null;

    private static LinePoint? Line(int at, Rational value) =>
        value.ToDecimal() is { } number && PlanTimeline.Years(at).ToDecimal() is { } years ? new(years, number) : null;
}
