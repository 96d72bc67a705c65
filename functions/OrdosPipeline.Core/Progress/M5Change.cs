using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>
/// M5: a change by Δ. A stock or share: y − y0 against (t − t0)/(h − t0). Yearly reductions of d %:
/// 100·(1 − ∏(1−d_k/100)·(1−d/100)^w) against t/h.
/// </summary>
internal static class M5Change
{
    public static Reading Read(Terms terms)
    {
        var (reading, schedule) = terms.Indicator.Measure == Measure.Growth ? OfReductions(terms) : OfLevel(terms);
        if (terms.Target is not { } target)
            return reading;

        // A change starts from nothing, so the nearer end of a range is the one nearer to 0.
        var aim = target.Aim(Rational.Zero);
        if (aim.Sign == 0)
            return M2Hold.Judge(target, reading) with { Aim = aim };
        reading = reading with { Aim = aim };
        if (reading is not { At: { } at, Value: { } change } || schedule is null)
            return reading;
        var meets = target.IsMetBy(change);
        var progress = change / aim;
        return reading.Against(progress, schedule.Value) with
        {
            Meets = meets,
            IsPast = target.BindsBothSides && !meets && progress > Rational.One,
            NeededPace = Reading.Pace(terms, at, aim - change),
        };
    }

    private static (Reading Reading, Rational? Schedule) OfLevel(Terms terms)
    {
        var level = LevelSeries.Read(terms);
        var baseline = Baseline.For(terms, level.Observations, level.Latest?.At ?? int.MaxValue);
        var reading = level.ToReading(Method.M5) with { Baseline = baseline, Value = null };
        if (baseline is null || level.Latest is not { } latest)
            return (reading, null);
        return (reading with
        {
            Value = latest.Value - baseline.Value,
            Points = [.. baseline.Points, .. latest.Points],
            Projection = Projection.OfChange(terms, level, baseline),
        }, Rational.OfFraction(latest.At - baseline.At, terms.Horizon - baseline.At));
    }

    private static (Reading Reading, Rational? Schedule) OfReductions(Terms terms)
    {
        var years = YearFigures.OfGrowth(terms.Counting, terms.Timeline);
        var reading = new Reading
        {
            Method = Method.M5,
            At = years.Latest?.At,
            ReceivedAt = years.Latest?.At,
            MissingYears = years.MissingBeforeLatest,
            Usable = years.All,
        };
        if (years.Latest is not { } latest || reading.MissingYears.Count > 0)
            return (reading, null);
        return (reading with
        {
            Value = Reduction(years.All),
            ValuePeriod = latest.Period,
            Points = [.. years.All.SelectMany(year => year.Points)],
            Projection = Projection.OfReductions(terms, years.All, latest.At),
        }, Rational.OfFraction(latest.At, terms.Horizon));
    }

    /// <summary>The reduction over years in per cent. A reduction of 100 % or more in a year leaves nothing, which no later year brings back.</summary>
    /// <param name="years">Complete years, and the running one last if there is one.</param>
    public static Rational? Reduction(IReadOnlyList<Figure> years)
    {
        if (years.Any(year => Remainder(year).Sign <= 0))
            return 100;
        var isWhole = years[^1].Period.Kind == PeriodKind.Year;
        var left = years.SkipLast(isWhole ? 0 : 1).Aggregate(Rational.One, (product, year) => product * Remainder(year));
        return isWhole
            ? 100 * (Rational.One - left)
            : Rational.OfRoot(100 * (1 - left.ToDouble() * Math.Pow(Remainder(years[^1]).ToDouble(), YearFigures.Weight(years[^1]).ToDouble())));
    }

    private static Rational Remainder(Figure year) => Rational.One - year.Value / 100;
}
