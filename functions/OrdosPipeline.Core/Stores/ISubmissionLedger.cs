using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Core.Stores;

/// <summary>How far a submission has come.</summary>
public enum SubmissionState
{
    Received,
    Checking,

    /// <summary>The system, not the data, is at fault; tried again until the limit, then left for an administrator.</summary>
    Failed,
    Rejected,
    Accepted,
    Applying,
    Applied,
}

public static class SubmissionStates
{
    /// <summary>The word for people.</summary>
    public static string Chinese(this SubmissionState state) => state switch
    {
        SubmissionState.Received => "已收到",
        SubmissionState.Checking => "校验中",
        SubmissionState.Failed => "系统故障",
        SubmissionState.Rejected => "退回",
        SubmissionState.Accepted => "通过",
        SubmissionState.Applying => "入库中",
        _ => "已入库",
    };
}

/// <summary>One submission in the ledger.</summary>
public sealed record LedgerEntry
{
    public required string Id { get; init; }

    /// <summary>Code, or the path segment as written when no department has that name; empty for a file in no folder.</summary>
    public required string Department { get; init; }

    /// <summary>Null until it is checked.</summary>
    public string? Plan { get; init; }

    public required string Path { get; init; }

    public required string ETag { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public required long Bytes { get; init; }

    public string? Sha256 { get; init; }

    public string? SubmittedBy { get; init; }

    public required SubmissionState State { get; init; }

    public Verdict? Verdict { get; init; }

    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>When its values first stood in the tables.</summary>
    public DateTimeOffset? AppliedAt { get; init; }

    public int Errors { get; init; }

    public int Warnings { get; init; }

    public int Infos { get; init; }

    /// <summary>True counts by code.</summary>
    public IReadOnlyDictionary<string, int> FindingCounts { get; init; } = new Dictionary<string, int>();

    /// <summary>How many values it holds, withdrawals among them.</summary>
    public int Values { get; init; }

    public int ProjectRows { get; init; }

    /// <summary>The quarters in which its values' periods end, ascending.</summary>
    public IReadOnlyList<ReportingQuarter> Quarters { get; init; } = [];

    /// <summary>How often the system has failed on it since it last got further.</summary>
    public int FailedTries { get; init; }

    /// <summary>The last failure of the system, for the operator; never shown to a department.</summary>
    public string? LastFailure { get; init; }
}

/// <param name="Id">Of the submission.</param>
/// <param name="State">How far it has come.</param>
/// <param name="UploadedAt">UTC.</param>
public sealed record SubmissionStanding(string Id, SubmissionState State, DateTimeOffset UploadedAt);

/// <summary>The ledger: one row per submission. Its state only ever advances, however often and in whatever order it is told.</summary>
public interface ISubmissionLedger
{
    Task<LedgerEntry?> FindAsync(string department, string submissionId, CancellationToken cancellationToken);

    /// <summary>
    /// Merges <paramref name="entry"/> into the ledger. A state that lies behind the one recorded changes nothing;
    /// <see cref="SubmissionState.Failed"/> may be left for any state and is never entered from rejected or applied.
    /// <see cref="LedgerEntry.AppliedAt"/> keeps its first value.
    /// </summary>
    Task AdvanceAsync(LedgerEntry entry, CancellationToken cancellationToken);

    /// <summary>Counts a failure of the system against a submission, and sets it to failed once <paramref name="limit"/> tries have failed.</summary>
    Task RecordFailureAsync(LedgerEntry entry, string failure, int limit, CancellationToken cancellationToken);

    /// <summary>Takes a submission that was given up back to where it stood, with no failures counted; one that is not known or has no failures stays as it is.</summary>
    Task ForgetFailuresAsync(string department, string submissionId, CancellationToken cancellationToken);

    /// <summary>Every entry, or those of one department.</summary>
    IAsyncEnumerable<LedgerEntry> ListAsync(string? department, CancellationToken cancellationToken);

    /// <summary>How far every submission has come, and nothing else of it.</summary>
    IAsyncEnumerable<SubmissionStanding> ListStandingsAsync(CancellationToken cancellationToken);
}
