using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Stores;

public enum SummaryState
{
    /// <summary>Reserved: its rows and reports are being written, or a crash left them half written.</summary>
    Writing,

    /// <summary>Complete; a later version may follow.</summary>
    Computed,

    /// <summary>Frozen and made public.</summary>
    Published,
}

/// <summary>One version of one quarter's summary.</summary>
public sealed record SummaryHead
{
    public required string Plan { get; init; }

    public required ReportingQuarter Quarter { get; init; }

    /// <summary>1-based.</summary>
    public required int Version { get; init; }

    public required SummaryState State { get; init; }

    /// <summary>Digest of everything that the summary is computed from; equal inputs make no new version.</summary>
    public required string Inputs { get; init; }

    /// <summary>What was known at this instant went into it, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>When it was published, UTC; null before.</summary>
    public DateTimeOffset? PublishedAt { get; init; }
}

/// <summary>One row of a summary in the tables.</summary>
/// <param name="Kind">indicator, project, department, part or status.</param>
/// <param name="Id">Within the kind.</param>
/// <param name="Columns">By column name; text, <see cref="decimal"/>, <see cref="double"/>, <see cref="int"/>, <see cref="bool"/>, <see cref="DateTimeOffset"/> or null.</param>
public sealed record SummaryRow(string Kind, string Id, IReadOnlyDictionary<string, object?> Columns);

/// <summary>Summaries in the tables and their reports in <c>reports/</c>.</summary>
public interface ISummaryStore
{
    /// <summary>Every version of a quarter, ascending.</summary>
    Task<IReadOnlyList<SummaryHead>> VersionsAsync(string plan, ReportingQuarter quarter, CancellationToken cancellationToken);

    /// <summary>Takes a version number in state writing; false when it is taken already.</summary>
    Task<bool> ReserveAsync(SummaryHead head, CancellationToken cancellationToken);

    /// <summary>Writes the rows of a reserved version, then its head as computed. Repeating it after a crash gives the same rows.</summary>
    Task CompleteAsync(SummaryHead head, IReadOnlyList<SummaryRow> rows, CancellationToken cancellationToken);

    /// <summary>Freezes a computed version; publishing it again changes nothing.</summary>
    Task PublishAsync(SummaryHead head, DateTimeOffset publishedAt, CancellationToken cancellationToken);

    /// <summary>Writes one report file of a version, replacing what a crash may have left.</summary>
    Task WriteReportAsync(SummaryHead head, string fileName, string contentType, Func<Stream, Task> write, CancellationToken cancellationToken);

    /// <summary>Reads one report file; null when there is none.</summary>
    Task<Stream?> OpenReportAsync(string plan, ReportingQuarter quarter, int version, string fileName, CancellationToken cancellationToken);

    /// <summary>Every version that has reports, for rebuilding the table.</summary>
    IAsyncEnumerable<(string Plan, ReportingQuarter Quarter, int Version)> ListReportsAsync(CancellationToken cancellationToken);
}
