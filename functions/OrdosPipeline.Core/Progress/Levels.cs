using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>Reads a stock, count, share or yesno: one figure for each position in time, in the order of time.</summary>
internal static class Levels
{
    public static IReadOnlyList<Figure> Read(IEnumerable<SeriesPoint> points, Measure measure, PlanTimeline timeline)
    {
        var figures = new SortedDictionary<int, Figure>();
        foreach (var (period, point) in SeriesKeys.LastOfEach(points, measure))
        {
            var at = timeline.EndOf(period);
            if (!figures.TryGetValue(at, out var other) || Rank(period) < Rank(other.Period))
                figures[at] = new(period, at, point.Value, [point]);
        }

        return [.. figures.Values];
    }

    /// <summary>Which of two values of one position counts: the year, then January to date, then the quarter, then the month.</summary>
    private static int Rank(Period period) => period.Kind switch
    {
        PeriodKind.Year => 0,
        _ when period.StartsInJanuary => 1,
        PeriodKind.Quarter => 2,
        _ => 3,
    };
}
