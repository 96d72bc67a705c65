namespace OrdosPipeline.Core.Progress;

/// <summary>M1: a level on its way from the baseline to the target, (y − y0)/(yT − y0) against (t − t0)/(h − t0).</summary>
internal static class M1Level
{
    public static Reading Read(Terms terms)
    {
        var level = LevelSeries.Read(terms);
        var baseline = Baseline.For(terms, level.Observations, level.Latest?.At ?? int.MaxValue);
        var reading = level.ToReading(Method.M1) with { Baseline = baseline, Projection = Projection.OfLevel(terms, level, baseline) };
        if (terms.Target is not { } target)
            return reading;
        if (baseline is not null && target.IsReachedBy(baseline.Value))
            return M2Hold.Judge(target, reading);

        var aim = target.Aim(baseline?.Value);
        reading = reading with { Aim = aim };
        if (level.Latest is not { } latest)
            return reading;
        reading = reading with { Meets = target.IsMetBy(latest.Value), NeededPace = Reading.Pace(terms, latest.At, aim - latest.Value) };
        if (baseline is null)
            return reading;

        var way = aim - baseline.Value;
        var progress = (latest.Value - baseline.Value) / way;
        return reading.Against(progress, Rational.OfFraction(latest.At - baseline.At, terms.Horizon - baseline.At)) with
        {
            IsPast = target.BindsBothSides && reading.Meets == false && progress > Rational.One,
            Points = [.. baseline.Points, .. latest.Points],
            SecondOpinion = SecondOpinion.Of(terms, baseline, latest, aim),
        };
    }
}
