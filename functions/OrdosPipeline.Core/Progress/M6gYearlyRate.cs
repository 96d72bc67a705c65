namespace OrdosPipeline.Core.Progress;

/// <summary>M6g: the latest usable rate meets the comparator or not.</summary>
internal static class M6gYearlyRate
{
    public static Reading Read(Terms terms)
    {
        var level = LevelSeries.Read(terms);
        var reading = level.ToReading(Method.M6g) with { Projection = Projection.OfLevel(terms, level, null) };
        return terms.Target is { } target ? Judge(target, reading) : reading;
    }

    public static Reading Judge(Target target, Reading reading) => reading with
    {
        Method = Method.M6g,
        Aim = target.Aim(null),
        Meets = reading.Value is { } value ? target.IsMetBy(value) : null,
    };
}
