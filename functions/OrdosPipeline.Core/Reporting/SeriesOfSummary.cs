using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Core.Reporting;

/// <summary>Puts the values behind a summary into the order in which it states them.</summary>
internal static class SeriesOfSummary
{
    /// <param name="plan">The plan.</param>
    /// <param name="quarter">Values that end later are left out.</param>
    /// <param name="observations">As known at the summary's instant.</param>
    /// <param name="judged">The indicators and regions besides the city's whose values are wanted.</param>
    public static IReadOnlyList<IndicatorSeries> Of(
        PlanCatalogue plan, ReportingQuarter quarter, IEnumerable<Observation> observations, IEnumerable<(string Indicator, string Region)> judged)
    {
        var timeline = new PlanTimeline(plan.Years);
        var end = timeline.EndOf(quarter);
        var regional = judged.Select(pair => (plan.FindIndicator(pair.Indicator)!.SeriesId, pair.Region)).ToHashSet();
        var series = observations
            .Where(observation => !observation.IsWithdrawn && timeline.EndOf(observation.Key.Period) <= end)
            .ToLookup(observation => (observation.Key.Indicator, observation.Key.Region));
        return
        [
            .. from indicator in plan.Indicators
               from region in plan.Regions
               let key = (indicator.Id, region.Code)
               where series.Contains(key) && (region == plan.City || regional.Contains(key))
               select new IndicatorSeries(indicator.Id, region.Code, [.. series[key].OrderBy(value => value.Key.Period).Select(Point)]),
        ];

        IndicatorSeriesPoint Point(Observation observation) => new(
            PlanTimeline.Years(timeline.EndOf(observation.Key.Period)).ToDecimal()!.Value,
            new SeriesPoint(observation.Key.Period, observation.Value!.Value, observation.Origin));
    }
}
