using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>A series read as a level: a flow by the totals of its complete years, a growth rate by its rates, anything else as reported.</summary>
/// <param name="Observations">Also those before the plan, in the order of time.</param>
/// <param name="Latest">The latest one within the plan.</param>
/// <param name="ReceivedAt">The end of the latest usable period, in months; later than the latest figure in the running year of a flow.</param>
/// <param name="MissingYears">Years without a total, where a flow has data but no complete year yet.</param>
internal sealed record LevelSeries(IReadOnlyList<Figure> Observations, Figure? Latest, int? ReceivedAt, IReadOnlyList<int> MissingYears)
{
    public IReadOnlyList<Figure> Usable => [.. Observations.Where(figure => figure.At > 0)];

    public static LevelSeries Read(Terms terms)
    {
        switch (terms.Indicator.Measure)
        {
            case Measure.Flow:
                var flow = YearFigures.OfFlow(terms.Counting, terms.Timeline);
                return new(flow.AllComplete, flow.LastComplete, flow.Latest?.At, flow.LastComplete is null ? flow.Missing : []);
            case Measure.Growth:
                var growth = YearFigures.OfGrowth(terms.Counting, terms.Timeline);
                return new(growth.All, growth.Latest, growth.Latest?.At, []);
            default:
                var levels = Levels.Read(terms.Counting, terms.Indicator.Measure, terms.Timeline);
                var latest = levels.LastOrDefault(figure => figure.At > 0);
                return new(levels, latest, latest?.At, []);
        }
    }

    /// <summary>What every formula says about the level alone.</summary>
    public Reading ToReading(Method method) => new()
    {
        Method = method,
        At = Latest?.At ?? ReceivedAt,
        ReceivedAt = ReceivedAt,
        Value = Latest?.Value,
        ValuePeriod = Latest?.Period,
        MissingYears = MissingYears,
        Points = Latest?.Points ?? [],
        Usable = Usable,
    };
}
