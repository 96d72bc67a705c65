namespace OrdosPipeline.Core.Progress;

/// <summary>M7: a milestone is reached or not. Only a yes counts after the horizon.</summary>
internal static class M7Milestone
{
    public static Reading Read(Terms terms)
    {
        var counting = SeriesKeys.LastOfEach(terms.Known, terms.Indicator.Measure).Values
            .Where(point => terms.Timeline.EndOf(point.Period) <= terms.Horizon || point.Value == 1);
        var answers = Levels.Read(counting, terms.Indicator.Measure, terms.Timeline)
            .Where(answer => answer.At > 0)
            .ToList();
        var latest = answers.LastOrDefault();
        return new Reading
        {
            Method = Method.M7,
            At = latest?.At,
            ReceivedAt = latest?.At,
            Value = latest?.Value,
            ValuePeriod = latest?.Period,
            Meets = latest?.Value == Rational.One,
            Points = latest?.Points ?? [],
            Usable = answers,
        };
    }
}
