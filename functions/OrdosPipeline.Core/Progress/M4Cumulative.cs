using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>M4: a total since the start of the plan, Σ/yT against t/h. A flow is added up; a count is reported as the total.</summary>
internal static class M4Cumulative
{
    public static Reading Read(Terms terms)
    {
        var reading = terms.Indicator.Measure == Measure.Flow ? OfFlow(terms) : OfCount(terms);
        if (terms.Target is not { } target)
            return reading;
        var aim = target.Aim(null);
        if (aim.Sign == 0)
            return M2Hold.Judge(target, reading);

        reading = reading with { Aim = aim };
        if (reading is not { At: { } at, Value: { } total })
            return reading;
        var meets = target.IsMetBy(total);
        return reading.Against(total / aim, Rational.OfFraction(at, terms.Horizon)) with
        {
            Meets = meets,
            IsPast = target.BindsBothSides && !meets && total > aim,
            NeededPace = Reading.Pace(terms, at, aim - total),
        };
    }

    private static Reading OfCount(Terms terms)
    {
        var level = LevelSeries.Read(terms);
        return level.ToReading(Method.M4) with { Projection = Projection.OfLevel(terms, level, Baseline.Given(terms)) };
    }

    private static Reading OfFlow(Terms terms)
    {
        var years = YearFigures.OfFlow(terms.Counting, terms.Timeline);
        return new Reading
        {
            Method = Method.M4,
            At = years.Latest?.At,
            ReceivedAt = years.Latest?.At,
            Value = years.Latest is null ? null : years.All.Aggregate(Rational.Zero, (sum, year) => sum + year.Value),
            ValuePeriod = years.Latest?.Period,
            MissingYears = years.MissingBeforeLatest,
            Points = [.. years.All.SelectMany(year => year.Points)],
            Usable = years.All,
            Projection = years.MissingBeforeLatest.Count > 0 ? null : Projection.OfTotal(terms, years.All),
        };
    }
}
