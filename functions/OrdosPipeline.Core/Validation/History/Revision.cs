using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Validation.History;

/// <summary>A number of the file that replaces another that was reported before.</summary>
internal sealed record Revision
{
    public required Written Cell { get; init; }

    /// <summary>With its unit.</summary>
    public required string Old { get; init; }

    /// <summary>With its unit; 撤回 for a withdrawal.</summary>
    public required string New { get; init; }

    /// <summary>That the old one came with.</summary>
    public required EarlierUpload Upload { get; init; }

    /// <summary>The last published summary that contains another value than the new one; null when there is none.</summary>
    public ReportingQuarter? PublishedIn { get; init; }

    /// <summary>The value that it contains, with its unit.</summary>
    public string? Published { get; init; }

    /// <summary>A remark that is new with the change; empty when there is none.</summary>
    public required string Reason { get; init; }

    /// <summary>How a value revises its series; null when it does not.</summary>
    public static Revision? Of(ValueItem item, SeriesView series, IReadOnlyList<PublishedSummary> published)
    {
        if (series.Before(item.Period) is not { Value: { } old } before || old == item.Value)
            return null;
        var (quarter, contained) = Contained(item.Period, published, asOf => series.AsKnownAt(item.Period, asOf)?.Value);
        var isPublished = contained is not null && contained != item.Value;
        return new Revision
        {
            Cell = item.Amount.Cell,
            Old = HistoryText.Value(old, item.Indicator),
            New = item.Value is { } value ? HistoryText.Value(value, item.Indicator) : "撤回",
            Upload = before.Upload,
            PublishedIn = isPublished ? quarter : null,
            Published = isPublished ? HistoryText.Value(contained!.Value, item.Indicator) : null,
            Reason = NewRemark(before.Remark, item.Checked.Remark),
        };
    }

    /// <summary>How a number of a project's row revises what was reported for the same period; null when it does not.</summary>
    /// <param name="item">The row.</param>
    /// <param name="amount">The number.</param>
    /// <param name="samePeriod">Earlier reports for the period, in the order of upload.</param>
    /// <param name="published">The published summaries.</param>
    public static Revision? Of(ProjectItem item, ProjectAmount amount, IReadOnlyList<EarlierProgress> samePeriod, IReadOnlyList<PublishedSummary> published)
    {
        if (samePeriod is not [.., var before] || amount.Of(before) is not { } old || old == amount.Value)
            return null;
        var (quarter, contained) = Contained(
            before.Period, published, asOf => samePeriod.LastOrDefault(report => report.Upload.UploadedAt <= asOf) is { } known ? amount.Of(known) : null);
        var isPublished = contained is not null && contained != amount.Value;
        return new Revision
        {
            Cell = amount.Cell,
            Old = HistoryText.Number(old) + amount.Unit,
            New = HistoryText.Number(amount.Value) + amount.Unit,
            Upload = before.Upload,
            PublishedIn = isPublished ? quarter : null,
            Published = isPublished ? HistoryText.Number(contained!.Value) + amount.Unit : null,
            Reason = NewRemark(before.Remark, item.Checked.Remark),
        };
    }

    // A summary contains what was known at its instant of the periods that end by its quarter.
    private static (ReportingQuarter? Quarter, decimal? Value) Contained(Period period, IReadOnlyList<PublishedSummary> published, Func<DateTimeOffset, decimal?> asKnownAt)
    {
        (ReportingQuarter? Quarter, decimal? Value) last = default;
        foreach (var summary in published)
        {
            if (summary.Quarter >= period.EndQuarter && asKnownAt(summary.AsOf) is { } value)
                last = (summary.Quarter, value);
        }

        return last;
    }

    // A remark that stood there already explains nothing new, nor does a dash.
    private static string NewRemark(string before, string now)
    {
        var remark = now.Trim();
        return remark.Length == 0 || remark == before.Trim() || MissingMarks.IsMissing(CompactText.Of(remark)) ? "" : remark;
    }
}
