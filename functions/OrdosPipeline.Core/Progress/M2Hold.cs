namespace OrdosPipeline.Core.Progress;

/// <summary>
/// M2: a bound to be kept, without progress or schedule. Also judges what has nothing to gain: a level whose baseline
/// has reached the target, a cumulative total or a change with the target 0.
/// </summary>
internal static class M2Hold
{
    public static Reading Read(Terms terms)
    {
        var level = LevelSeries.Read(terms);
        var baseline = terms.Indicator.Measure == Plan.Measure.Growth ? null : Baseline.Given(terms);
        var reading = level.ToReading(Method.M2) with { Baseline = baseline, Projection = Projection.OfLevel(terms, level, baseline) };
        return terms.Target is { } target ? Judge(target, reading) : reading;
    }

    /// <summary>Holds the value of another formula's reading against the bounds instead.</summary>
    public static Reading Judge(Target target, Reading reading) => reading with
    {
        Method = Method.M2,
        Aim = target.Aim(reading.Baseline?.Value),
        Meets = reading.Value is { } value ? target.IsMetBy(value) : null,
        Margin = reading.Value is { } judged ? target.Margin(judged) : null,
    };
}
