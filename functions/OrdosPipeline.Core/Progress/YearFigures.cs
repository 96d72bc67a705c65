using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>What a flow or a growth rate says about each calendar year.</summary>
internal sealed class YearFigures
{
    private readonly PlanTimeline timeline;

    private YearFigures(PlanTimeline timeline, List<Figure> complete, Figure? latestPart)
    {
        this.timeline = timeline;
        AllComplete = complete;
        Complete = [.. complete.Where(figure => figure.At > 0)];
        var lastComplete = complete.Count > 0 ? complete[^1].At : int.MinValue;
        Running = latestPart is { At: > 0 } part && part.At > lastComplete ? part : null;
    }

    /// <summary>Totals or rates of complete years, also of years before the plan, in the order of time.</summary>
    public IReadOnlyList<Figure> AllComplete { get; }

    /// <summary>Those of the plan's years.</summary>
    public IReadOnlyList<Figure> Complete { get; }

    /// <summary>The year of the latest usable period as far as it is known; null where that year is complete.</summary>
    public Figure? Running { get; }

    public Figure? LastComplete => Complete.Count > 0 ? Complete[^1] : null;

    public Figure? Latest => Running ?? LastComplete;

    /// <summary>The plan's years before the latest one that are not complete.</summary>
    public IReadOnlyList<int> MissingBeforeLatest => Latest is { } latest ? [.. MissingYears(latest.Period.Year - 1)] : [];

    /// <summary>The plan's years up to the latest one that are not complete, the latest included.</summary>
    public IReadOnlyList<int> Missing => Latest is { } latest ? [.. MissingYears(latest.Period.Year)] : [];

    /// <summary>The figures in the order of time: complete years, then the running one.</summary>
    public IReadOnlyList<Figure> All => Running is { } running ? [.. Complete, running] : Complete;

    /// <summary>
    /// A flow: a year's total is its own value, else the amount that covers all twelve months; of a year that is not
    /// complete, the amount from January.
    /// </summary>
    public static YearFigures OfFlow(IEnumerable<SeriesPoint> points, PlanTimeline timeline) => Read(points, Measure.Flow, timeline, FromJanuary);

    /// <summary>A growth rate: a year's own value; of a year that is not complete, its latest rate from January on.</summary>
    public static YearFigures OfGrowth(IEnumerable<SeriesPoint> points, PlanTimeline timeline) => Read(points, Measure.Growth, timeline, LatestToDate);

    /// <summary>The share of its year that a figure covers: w.</summary>
    public static Rational Weight(Figure figure) => Rational.OfFraction(figure.Period.LastMonth, 12);

    private static YearFigures Read(
        IEnumerable<SeriesPoint> points, Measure measure, PlanTimeline timeline, Func<int, IReadOnlyDictionary<Period, SeriesPoint>, List<SeriesPoint>> partOf)
    {
        var complete = new List<Figure>();
        Figure? latestPart = null;
        var values = SeriesKeys.LastOfEach(points, measure);
        foreach (var year in values.GroupBy(value => value.Key.Year).OrderBy(group => group.Key))
        {
            var ofYear = year.ToDictionary();
            var used = ofYear.TryGetValue(Period.FullYear(year.Key), out var whole) ? [whole] : partOf(year.Key, ofYear);
            if (used.Count == 0)
                continue;
            var period = Period.MonthYearToDate(year.Key, used.Max(point => point.Period.LastMonth));
            var figure = new Figure(period, timeline.EndOf(period), used.Aggregate(Rational.Zero, (sum, point) => sum + point.Value), used);
            if (period.Kind == PeriodKind.Year)
                complete.Add(figure);
            else
                latestPart = figure;
        }

        return new(timeline, complete, latestPart);
    }

    private static List<SeriesPoint> LatestToDate(int year, IReadOnlyDictionary<Period, SeriesPoint> values) =>
        values.Where(value => value.Key.StartsInJanuary).OrderBy(value => value.Key.LastMonth).TakeLast(1).Select(value => value.Value).ToList();

    /// <summary>The latest amount from January with the quarters or months that follow it, or an unbroken run from January: whichever reaches furthest.</summary>
    private static List<SeriesPoint> FromJanuary(int year, IReadOnlyDictionary<Period, SeriesPoint> values)
    {
        var toDate = LatestToDate(year, values);
        var fromLatest = toDate is [var latest] ? Extend(year, latest.Period.LastMonth, toDate, values) : (Points: toDate, End: 0);
        var run = Extend(year, 0, [], values);
        return run.End > fromLatest.End ? run.Points : fromLatest.Points;
    }

    /// <summary>Follows an amount that ends with <paramref name="month"/>; a quarter goes before the months it is made of.</summary>
    private static (List<SeriesPoint> Points, int End) Extend(int year, int month, List<SeriesPoint> start, IReadOnlyDictionary<Period, SeriesPoint> values)
    {
        var points = new List<SeriesPoint>(start);
        while (month < 12)
        {
            if ((month % 3 != 0 || !values.TryGetValue(Period.Quarter(year, month / 3 + 1), out var next))
                && !values.TryGetValue(Period.Month(year, month + 1), out next))
                break;
            points.Add(next);
            month = next.Period.LastMonth;
        }

        return (points, month);
    }

    private IEnumerable<int> MissingYears(int last)
    {
        var known = Complete.Select(figure => figure.Period.Year).ToHashSet();
        for (var year = timeline.Plan.First; year <= last; year++)
        {
            if (!known.Contains(year))
                yield return year;
        }
    }
}
