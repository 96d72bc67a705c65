using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Validation.History;

/// <summary>One series as it will stand when the file is applied, and as it stood before.</summary>
internal sealed class SeriesView
{
    private readonly SortedList<Period, KnownValue> known = [];
    private readonly Dictionary<Period, List<EarlierValue>> earlier = [];

    /// <param name="before">Of earlier uploads, in their order.</param>
    /// <param name="inFile">Of the file.</param>
    public SeriesView(IEnumerable<EarlierValue> before, IEnumerable<ValueItem> inFile)
    {
        foreach (var value in before)
        {
            if (!earlier.TryGetValue(value.Period, out var revisions))
                earlier[value.Period] = revisions = [];
            revisions.Add(value);
        }

        foreach (var (period, revisions) in earlier)
        {
            if (revisions[^1] is { Value: { } value } last)
                known[period] = new KnownValue(period, value, last.Upload);
        }

        foreach (var item in inFile)
        {
            if (item.Value is { } value)
                known[item.Period] = new KnownValue(item.Period, value, null);
            else
                known.Remove(item.Period);
        }
    }

    /// <summary>By period.</summary>
    public IList<KnownValue> Known => known.Values;

    /// <summary>What stood for a period before the file; null when nothing did, or it had been withdrawn.</summary>
    public EarlierValue? Before(Period period) => earlier.TryGetValue(period, out var revisions) && revisions[^1].Value is not null ? revisions[^1] : null;

    /// <summary>What stood for a period at an instant.</summary>
    public EarlierValue? AsKnownAt(Period period, DateTimeOffset instant) =>
        earlier.TryGetValue(period, out var revisions) ? revisions.LastOrDefault(value => value.Upload.UploadedAt <= instant) : null;

    /// <summary>Everything that stood before the file, by period.</summary>
    public IEnumerable<EarlierValue> StoodBefore() =>
        earlier.Values.Select(revisions => revisions[^1]).Where(value => value.Value is not null).OrderBy(value => value.Period);

    /// <summary>
    /// The earlier uploads' value that another should be of the same size as: of the same period, else for an amount of a
    /// year the same months of the nearest year, else the nearest period of the same kind. Null when there is none.
    /// </summary>
    public KnownValue? Comparable(ValueItem item)
    {
        if (Before(item.Period) is { Value: { } same } before)
            return new KnownValue(item.Period, same, before.Upload);
        var measure = item.Indicator.Measure;
        EarlierValue? nearest = null;
        foreach (var value in StoodBefore().Where(value => value.Value != 0 && IsComparable(value.Period, item.Period, measure)))
        {
            // The last one before, else the first one after.
            if (nearest is null || value.Period < item.Period)
                nearest = value;
        }

        return nearest is { Value: { } found } ? new KnownValue(nearest.Period, found, nearest.Upload) : null;
    }

    /// <summary>Whether values of two periods may be compared: amounts of the same months, rates of the same kind of period, levels always.</summary>
    public static bool IsComparable(Period left, Period right, Measure measure) => measure switch
    {
        Measure.Flow => left.FirstMonth == right.FirstMonth && left.LastMonth == right.LastMonth,
        Measure.Growth or Measure.Share => left.StartsInJanuary == right.StartsInJanuary && (left.FirstMonth == left.LastMonth) == (right.FirstMonth == right.LastMonth),
        _ => true,
    };

    public decimal? At(Period period) => known.TryGetValue(period, out var value) ? value.Value : null;
}

/// <param name="Period">Of the value.</param>
/// <param name="Value">In the unit of the catalogue.</param>
/// <param name="From">The upload that it came with; null when it stands in the file that is checked.</param>
internal readonly record struct KnownValue(Period Period, decimal Value, EarlierUpload? From);
