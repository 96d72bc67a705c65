using OrdosPipeline.Core.Plan;
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

    /// <summary>Writes the summary of a quarter now, and publishes it when that is ordered.</summary>
    public static async Task<ClosedQuarter> CloseAsync(
        this Administration administration, Actor actor, QuarterClosePipeline pipeline, ISummaryStore summaries,
        PlanCatalogue plan, ReportingQuarter quarter, bool publish, CancellationToken cancellationToken)
    {
        var order = new AuditOrder(publish ? "publish" : "close", quarter.ToString())
        {
            Plan = plan.Id,
            Before = await StandsAsync(summaries, plan, quarter, cancellationToken),
        };
        string? after = null;
        return await administration.DoAsync(
            actor,
            order,
            async () =>
            {
                var closed = await pipeline.CloseAsync(plan, quarter, publish, cancellationToken);
                after = await StandsAsync(summaries, plan, quarter, cancellationToken);
                return closed;
            },
            _ => after,
            cancellationToken);
    }

    public static Task<RebuildCounts> RebuildAsync(
        this Administration administration, Actor actor, Rebuild rebuild, Action<string> progress, CancellationToken cancellationToken) => administration.DoAsync(
            actor, new AuditOrder("rebuild", "tables"), () => rebuild.RunAsync(progress, cancellationToken), counts => $"{counts.Submissions} submissions, {counts.Summaries} summaries", cancellationToken);

    /// <summary>Such as <c>v2 published</c>; null before the first version.</summary>
    private static async Task<string?> StandsAsync(ISummaryStore summaries, PlanCatalogue plan, ReportingQuarter quarter, CancellationToken cancellationToken) =>
        (await summaries.VersionsAsync(plan.Id, quarter, cancellationToken)) is [.., var last] ? $"v{last.Version} {last.State.ToString().ToLowerInvariant()}" : null;

    private static string Describe(LedgerEntry entry) =>
        $"{entry.State.ToString().ToLowerInvariant()}{(entry.LastFailure is null ? "" : $" ({entry.FailedTries} × {entry.LastFailure})")}";
}
