using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;

namespace OrdosPipeline.Core.Stores;

/// <summary>Notices of missing returns: a record and a text in <c>reports/{plan}/{quarter}/</c>, and rows in the table Returns.</summary>
public interface INoticeStore
{
    /// <summary>The notice on record; null when there is none yet.</summary>
    Task<ReturnNotice?> FindAsync(string plan, ReportingQuarter quarter, NoticeKind kind, CancellationToken cancellationToken);

    /// <summary>Writes the record unless it exists already, and returns what is on record.</summary>
    Task<ReturnNotice> WriteOnceAsync(ReturnNotice notice, CancellationToken cancellationToken);

    /// <summary>Writes the text of a notice on record; writing it again changes nothing.</summary>
    Task WriteTextAsync(ReturnNotice notice, string text, CancellationToken cancellationToken);

    /// <summary>Writes the rows of a notice on record; writing them again changes nothing.</summary>
    Task WriteRowsAsync(ReturnNotice notice, CancellationToken cancellationToken);

    /// <summary>Whether the notice has been posted.</summary>
    Task<bool> IsPostedAsync(ReturnNotice notice, CancellationToken cancellationToken);

    /// <summary>Remembers that the notice has been posted.</summary>
    Task MarkPostedAsync(ReturnNotice notice, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Every notice on record, for rebuilding the table.</summary>
    IAsyncEnumerable<ReturnNotice> ListAsync(CancellationToken cancellationToken);
}

/// <summary>Tells another system of a notice.</summary>
public interface INoticePoster
{
    /// <summary>Whether there is anybody to tell.</summary>
    bool IsEnabled { get; }

    /// <exception cref="HttpRequestException">It was not taken.</exception>
    Task PostAsync(ReturnNotice notice, CancellationToken cancellationToken);
}
