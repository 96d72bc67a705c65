using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>The keys by which the values of one series replace each other.</summary>
internal static class SeriesKeys
{
    /// <summary>The last value of each key, in the order in which the keys first came.</summary>
    public static Dictionary<Period, SeriesPoint> LastOfEach(IEnumerable<SeriesPoint> points, Measure measure)
    {
        var values = new Dictionary<Period, SeriesPoint>();
        foreach (var point in points)
            values[KeyOf(point.Period, measure)] = point;
        return values;
    }

    // A level is of one instant, so from January to September is the third quarter and from January to August is August.
    // The year and its last quarter stay apart here, unlike in the tables: the year's value goes before the quarter's.
    private static Period KeyOf(Period period, Measure measure) => measure is not (Measure.Stock or Measure.Count)
        ? period
        : period.Kind switch
        {
            PeriodKind.QuarterYearToDate => Period.Quarter(period.Year, period.LastMonth / 3),
            PeriodKind.MonthYearToDate => Period.Month(period.Year, period.LastMonth),
            _ => period,
        };
}
