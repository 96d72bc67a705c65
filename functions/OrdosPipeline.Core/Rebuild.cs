using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Core;

/// <summary>Makes every table again from the record, the reports, the decisions, the catalogue and the audit trail. The result is identical to what was there.</summary>
public sealed class Rebuild(
    SubmissionPipeline submissions,
    IRecordStore record,
    ISummaryStore summaries,
    ICatalogueStore catalogue,
    INoticeStore notices,
    DecisionRecord decisions,
    IStorageMaintenance maintenance,
    IAuditTrail audit,
    PlanLibrary plans)
{
    /// <param name="progress">Told what has been done so far, for people.</param>
    /// <param name="cancellationToken">Ends the work between records; running it again completes it.</param>
    public async Task<RebuildCounts> RunAsync(Action<string> progress, CancellationToken cancellationToken)
    {
        var appliedAt = await maintenance.ClearTablesAsync(cancellationToken);
        foreach (var plan in plans.All)
        {
            await catalogue.WriteAsync(plan, cancellationToken);
            await decisions.RestoreAsync(plan, cancellationToken);
        }

        var counts = new RebuildCounts(0, 0);
        await foreach (var recorded in record.ReadAllAsync(cancellationToken))
        {
            await submissions.RestoreAsync(recorded, appliedAt.TryGetValue(recorded.Submission.Id, out var at) ? at : null, cancellationToken);
            counts = counts with { Submissions = counts.Submissions + 1 };
            progress($"{counts.Submissions} × {recorded.Submission.Path}");
        }

        await foreach (var (plan, quarter, version) in summaries.ListReportsAsync(cancellationToken))
        {
            await using var stored = await summaries.OpenReportAsync(plan, quarter, version, SummaryJson.Name, cancellationToken);
            if (stored is null)
                continue;
            var (head, rows) = await SummaryRows.ReadAsync(stored, cancellationToken);
            if (await summaries.ClaimAsync(head with { State = SummaryState.Writing }, cancellationToken) is { } claim)
                await summaries.CompleteAsync(claim, head, rows, cancellationToken);
            await using var published = await summaries.OpenReportAsync(plan, quarter, version, Publication.FileName, cancellationToken);
            if (published is not null)
                await summaries.PublishAsync(head, await Publication.ReadAsync(published, cancellationToken), cancellationToken);
            counts = counts with { Summaries = counts.Summaries + 1 };
            progress($"{plan} {quarter} v{version}");
        }

        await audit.RestoreAsync(cancellationToken);
        await foreach (var notice in notices.ListAsync(cancellationToken))
            await notices.WriteRowsAsync(notice, cancellationToken);
        return counts;
    }
}

/// <summary>How much a rebuild has restored.</summary>
public readonly record struct RebuildCounts(int Submissions, int Summaries);
