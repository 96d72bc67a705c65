using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Core;

/// <summary>The acts of administrators with what the audit trail says of each, the same over HTTP and at the command line.</summary>
public static class AdministrationActs
{
    public static Task<Replayed?> ReplayAsync(
        this Administration administration, Actor actor, Replay replay, string department, string submissionId, CancellationToken cancellationToken) => administration.DoAsync(
            actor,
            new AuditOrder("replay", $"{department} {submissionId}"),
            () => replay.RunAsync(department, submissionId, cancellationToken),
            replayed => replayed is null ? "not found" : $"{Describe(replayed.Before)} → {Describe(replayed.After)}; {replayed.PoisonMessages} poison messages",
            cancellationToken);

    public static Task<IReadOnlyList<string>> SweepAsync(
        this Administration administration, Actor actor, MissedSubmissions missed, CancellationToken cancellationToken) => administration.DoAsync(
            actor, new AuditOrder("sweep", "incoming"), () => missed.TakeUpAsync(cancellationToken), taken => string.Join("; ", taken), cancellationToken);

    public static Task<RebuildCounts> RebuildAsync(
        this Administration administration, Actor actor, Rebuild rebuild, Action<string> progress, CancellationToken cancellationToken) => administration.DoAsync(
            actor, new AuditOrder("rebuild", "tables"), () => rebuild.RunAsync(progress, cancellationToken), counts => $"{counts.Submissions} submissions, {counts.Summaries} summaries", cancellationToken);

    private static string Describe(LedgerEntry entry) =>
        $"{entry.State.ToString().ToLowerInvariant()}{(entry.LastFailure is null ? "" : $" ({entry.FailedTries} × {entry.LastFailure})")}";
}
