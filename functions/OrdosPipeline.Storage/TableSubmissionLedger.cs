using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage;

/// <summary>The ledger in the table Submissions: read, merge, write on condition that nobody wrote meanwhile, else again.</summary>
internal sealed class TableSubmissionLedger(StorageClients clients, PlanLibrary plans) : ISubmissionLedger
{
    /// <summary>Few workers ever tell of one submission at a time.</summary>
    private const int MostAttempts = 100;

    private readonly TableClient table = clients.Table(TableNames.Submissions);
    private readonly LedgerRows rows = new(plans);

    public async Task<LedgerEntry?> FindAsync(string department, string submissionId, CancellationToken cancellationToken) =>
        await ReadAsync(department, submissionId, cancellationToken).ConfigureAwait(false) is { } entity ? LedgerRows.Read(entity) : null;

    public Task AdvanceAsync(LedgerEntry entry, CancellationToken cancellationToken) =>
        ChangeAsync(entry, recorded => LedgerMerge.Advance(recorded, entry), cancellationToken);

    public Task RecordFailureAsync(LedgerEntry entry, string failure, int limit, CancellationToken cancellationToken) =>
        ChangeAsync(entry, recorded => LedgerMerge.Fail(recorded, entry, failure, limit), cancellationToken);

    public async Task ForgetFailuresAsync(string department, string submissionId, CancellationToken cancellationToken)
    {
        if (await FindAsync(department, submissionId, cancellationToken).ConfigureAwait(false) is { } entry)
            await ChangeAsync(entry, recorded => LedgerMerge.Forget(recorded ?? entry), cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<LedgerEntry> ListAsync(string? department, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = department is null ? null : TableClient.CreateQueryFilter($"PartitionKey eq {TableKeys.SubmissionPartition(department)}");
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).ConfigureAwait(false))
            yield return LedgerRows.Read(entity);
    }

    public async IAsyncEnumerable<SubmissionStanding> ListStandingsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entity in table.QueryAsync<TableEntity>(filter: (string?)null, select: LedgerRows.StandingColumns, cancellationToken: cancellationToken).ConfigureAwait(false))
            yield return LedgerRows.ReadStanding(entity);
    }

    private async Task ChangeAsync(LedgerEntry entry, Func<LedgerEntry?, LedgerEntry> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var recorded = await ReadAsync(entry.Department, entry.Id, cancellationToken).ConfigureAwait(false);
            var changed = rows.Write(change(recorded is null ? null : LedgerRows.Read(recorded)));
            if (recorded is not null && TableRow.HoldSame(changed, recorded))
                return;
            try
            {
                if (recorded is null)
                    await table.AddEntityAsync(changed, cancellationToken).ConfigureAwait(false);
                else
                    await table.UpdateEntityAsync(changed, recorded.ETag, TableUpdateMode.Replace, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (RequestFailedException exception) when (StorageErrors.IsConflict(exception) && attempt < MostAttempts)
            {
                await Task.Delay(Random.Shared.Next(20 * Math.Min(attempt, 20)), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<TableEntity?> ReadAsync(string department, string submissionId, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            TableKeys.SubmissionPartition(department), TableKeys.SubmissionRow(submissionId), cancellationToken: cancellationToken).ConfigureAwait(false);
        return found.HasValue ? found.Value : null;
    }
}
