using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Validation.History;

/// <summary>How a value changes a series, against how the series changed before: the distance from the median in units of the spread.</summary>
/// <remarks>
/// The spread is 1.4826 times the median absolute deviation, which for a normal distribution is the standard deviation, and
/// at least a floor, so that a series that stood still does not make every move unusual.
/// </remarks>
internal sealed record Trend
{
    /// <summary>The change is from the same months of the year before; else from the period before.</summary>
    public required bool IsYearOnYear { get; init; }

    /// <summary>Changes are relative, 0.1 for 10 %; else in the unit of the catalogue.</summary>
    public required bool IsRelative { get; init; }

    public required decimal Change { get; init; }

    public required decimal Median { get; init; }

    /// <summary>Number of earlier changes.</summary>
    public required int Points { get; init; }

    /// <summary>Never negative.</summary>
    public required decimal Score { get; init; }

    private const decimal SpreadOfDeviation = 1.4826m;

    /// <summary>Of a flow, 5 percentage points of its growth.</summary>
    private const decimal LeastRelativeSpread = 0.05m;

    /// <summary>Of a growth rate, half a percentage point.</summary>
    private const decimal LeastGrowthSpread = 0.5m;

    /// <summary>Of levels and shares, 2 % of the usual level.</summary>
    private const decimal LeastLevelSpread = 0.02m;

    /// <summary>
    /// The trend that a value is judged by, or null where too little is known. Running totals of works jump by nature and
    /// are not judged.
    /// </summary>
    public static Trend? Of(SeriesView series, Indicator indicator, Period period, decimal value, int leastPoints)
    {
        if (indicator.Measure is Measure.Count or Measure.YesNo)
            return null;
        var isRelative = indicator.Measure == Measure.Flow;
        var before = series.Known.Where(known => known.Period < period).ToList();
        decimal? YearBefore(Period of) => Period.Covering(of.Year - 1, of.FirstMonth, of.LastMonth) is { } then ? series.At(then.KeyFor(indicator.Measure)) : null;
        var changes = before.Select(known => Changed(YearBefore(known.Period), known.Value, isRelative)).OfType<decimal>().ToList();
        var isYearOnYear = true;
        var change = Changed(YearBefore(period), value, isRelative);
        if ((change is null || changes.Count < leastPoints) && !isRelative)
        {
            // A cumulative growth rate is not compared with that of a single quarter, nor a month's share with a year's.
            var comparable = before.Where(known => SeriesView.IsComparable(known.Period, period, indicator.Measure)).ToList();
            isYearOnYear = false;
            changes = [.. comparable.Zip(comparable.Skip(1), (first, second) => second.Value - first.Value)];
            change = comparable.Count > 0 ? value - comparable[^1].Value : null;
        }

        if (change is not { } moved || changes.Count < leastPoints)
            return null;
        var median = MedianOf(changes);
        var spread = Math.Max(
            SpreadOfDeviation * MedianOf(changes.Select(known => Math.Abs(known - median))),
            LeastSpread(indicator, before));
        return new Trend
        {
            IsYearOnYear = isYearOnYear,
            IsRelative = isRelative,
            Change = moved,
            Median = median,
            Points = changes.Count,
            Score = Math.Abs(moved - median) / spread,
        };
    }

    private static decimal LeastSpread(Indicator indicator, List<KnownValue> before) => indicator.Measure switch
    {
        Measure.Flow => LeastRelativeSpread,
        Measure.Growth => LeastGrowthSpread,
        _ => Math.Max(LeastLevelSpread * MedianOf(before.Select(known => Math.Abs(known.Value))), LastDigit(indicator.Decimals)),
    };

    private static decimal LastDigit(int decimals) => new(1, 0, 0, false, (byte)decimals);

    // Of something that was nothing or negative no growth can be told.
    private static decimal? Changed(decimal? from, decimal to, bool isRelative)
    {
        if (from is not { } known || (isRelative && known <= 0))
            return null;
        try
        {
            return isRelative ? to / known - 1 : to - known;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static decimal MedianOf(IEnumerable<decimal> numbers)
    {
        var sorted = numbers.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] / 2) + (sorted[middle] / 2);
    }
}
