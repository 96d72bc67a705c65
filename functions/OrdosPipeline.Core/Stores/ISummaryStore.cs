using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;

namespace OrdosPipeline.Core.Stores;

/// <summary>Summaries in the tables and their reports in <c>reports/</c>.</summary>
public interface ISummaryStore
{
    /// <summary>Every version of a quarter, ascending.</summary>
    Task<IReadOnlyList<SummaryHead>> VersionsAsync(string plan, ReportingQuarter quarter, CancellationToken cancellationToken);

    /// <summary>Some rows of every complete version from a quarter on, by quarter and version.</summary>
    /// <param name="plan">Id of the plan.</param>
    /// <param name="from">The first quarter.</param>
    /// <param name="rows">Kinds and ids.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    IAsyncEnumerable<(SummaryHead Head, SummaryRow Row)> FindRowsAsync(
        string plan, ReportingQuarter from, IReadOnlyList<(string Kind, string Id)> rows, CancellationToken cancellationToken);

    /// <summary>
    /// Claims a version that is not there yet, or is still in state writing because a run was cut off or is at it: only the
    /// last that claimed a version writes it.
    /// </summary>
    /// <returns>Null where the version is complete, or another run claimed it in the same moment.</returns>
    Task<SummaryClaim?> ClaimAsync(SummaryHead head, CancellationToken cancellationToken);

    /// <summary>Writes the rows of a claimed version and, with the last of them, its head as computed. No row of an earlier run is left.</summary>
    /// <exception cref="SummaryOvertakenException">A later run has claimed the version.</exception>
    Task CompleteAsync(SummaryClaim claim, SummaryHead computed, IReadOnlyList<SummaryRow> rows, CancellationToken cancellationToken);

    /// <summary>Freezes a computed version; publishing it again changes nothing.</summary>
    Task PublishAsync(SummaryHead head, DateTimeOffset publishedAt, CancellationToken cancellationToken);

    /// <summary>Writes one report file of a claimed version, replacing what an earlier run may have left.</summary>
    /// <exception cref="SummaryOvertakenException">A later run has claimed the version; what it writes is not replaced.</exception>
    Task WriteReportAsync(SummaryClaim claim, string fileName, string contentType, Func<Stream, Task> write, CancellationToken cancellationToken);

    /// <summary>Writes a file beside the reports of a complete version, unless it is there.</summary>
    Task WriteOnceAsync(SummaryHead head, string fileName, string contentType, Func<Stream, Task> write, CancellationToken cancellationToken);

    /// <summary>Reads one report file; null when there is none.</summary>
    Task<Stream?> OpenReportAsync(string plan, ReportingQuarter quarter, int version, string fileName, CancellationToken cancellationToken);

    /// <summary>Every version that has reports, for rebuilding the table.</summary>
    IAsyncEnumerable<(string Plan, ReportingQuarter Quarter, int Version)> ListReportsAsync(CancellationToken cancellationToken);
}
