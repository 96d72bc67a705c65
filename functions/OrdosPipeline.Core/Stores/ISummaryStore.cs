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
