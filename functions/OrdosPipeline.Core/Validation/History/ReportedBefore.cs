using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Validation.History;

/// <summary>
/// What a check knows of the time before an upload: what the same department's earlier uploads said, and what of it was
/// published. A snapshot that the flow reads from the tables; the rules of History hold a file against it.
/// </summary>
public sealed class ReportedBefore
{
    private ILookup<RegionSeries, EarlierValue> values = Array.Empty<EarlierValue>().ToLookup(value => value.Series);
    private ILookup<string, EarlierProgress> projects = Array.Empty<EarlierProgress>().ToLookup(progress => progress.Project, StringComparer.Ordinal);

    /// <summary>That of a department's first return.</summary>
    public static ReportedBefore Nothing { get; } = new();

    /// <summary>The first earlier upload with the same content; null when there is none.</summary>
    public EarlierUpload? SameContent { get; init; }

    /// <summary>The published versions of summaries, in the order in which they were published.</summary>
    public IReadOnlyList<PublishedSummary> Published { get; init; } = [];

    /// <summary>Every value of the series that the file is about.</summary>
    public IEnumerable<EarlierValue> Values
    {
        init => values = value.OrderBy(earlier => earlier.Upload, EarlierUpload.UploadOrder).ToLookup(earlier => earlier.Series);
    }

    /// <summary>Every report on the projects that the file is about.</summary>
    public IEnumerable<EarlierProgress> Projects
    {
        init => projects = value.OrderBy(earlier => earlier.Upload, EarlierUpload.UploadOrder).ToLookup(earlier => earlier.Project, StringComparer.Ordinal);
    }

    /// <summary>In the order of upload.</summary>
    internal IEnumerable<EarlierValue> ValuesOf(RegionSeries series) => values[series];

    /// <summary>In the order of upload.</summary>
    internal IEnumerable<EarlierProgress> ReportsOn(string project) => projects[project];
}

/// <summary>The values of one indicator for one region.</summary>
/// <param name="Indicator">Id under which the values are stored.</param>
/// <param name="Region">GB/T 2260 code.</param>
public readonly record struct RegionSeries(string Indicator, string Region);

/// <param name="Submission">Its id.</param>
/// <param name="Path">Below <c>incoming/</c>.</param>
/// <param name="UploadedAt">The blob's LastModified, UTC.</param>
public sealed record EarlierUpload(string Submission, string Path, DateTimeOffset UploadedAt)
{
    /// <summary>By time, then by id: of two values for one key the later one counts.</summary>
    public static Comparer<EarlierUpload> UploadOrder { get; } = Comparer<EarlierUpload>.Create((left, right) =>
    {
        var byTime = left.UploadedAt.CompareTo(right.UploadedAt);
        return byTime != 0 ? byTime : string.CompareOrdinal(left.Submission, right.Submission);
    });

    /// <summary>As a person calls it.</summary>
    internal string FileName => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>In China.</summary>
    internal string Day => ChinaTime.DayOf(UploadedAt).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <param name="Series">What it is a value of.</param>
/// <param name="Period">As <see cref="Plan.Period.KeyFor"/> gives it.</param>
/// <param name="Value">In the unit of the catalogue; null for a withdrawal.</param>
/// <param name="Remark">备注 of its row.</param>
/// <param name="Upload">Where it was handed in.</param>
public sealed record EarlierValue(RegionSeries Series, Period Period, decimal? Value, string Remark, EarlierUpload Upload);

/// <param name="Project">Its id.</param>
/// <param name="Period">As <see cref="Plan.Period.ToInstant"/> gives it.</param>
/// <param name="Progress">As a percentage; null when not reported.</param>
/// <param name="Investment">In 亿元; null when not reported.</param>
/// <param name="Quantities">By sequence, in the units of the catalogue.</param>
/// <param name="Remark">备注 of its row.</param>
/// <param name="Upload">Where it was handed in.</param>
public sealed record EarlierProgress(
    string Project, Period Period, decimal? Progress, decimal? Investment, IReadOnlyDictionary<int, decimal> Quantities, string Remark, EarlierUpload Upload);

/// <summary>A published version of a summary. It contains what was known at an instant of the periods up to its quarter.</summary>
/// <param name="Quarter">That it is of.</param>
/// <param name="AsOf">What was uploaded by then is in it, UTC.</param>
public sealed record PublishedSummary(ReportingQuarter Quarter, DateTimeOffset AsOf);
