using Azure.Data.Tables;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress.Decisions;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage;

/// <summary>
/// The catalogue in the table Catalogue. The plan's own row holds the digest of all others: it is emptied before they are
/// written and set after, so that a run that was cut off never passes for done, whatever is loaded next.
/// </summary>
internal sealed class TableCatalogueStore(StorageClients clients) : ICatalogueStore
{
    private readonly TableClient table = clients.Table(TableNames.Catalogue);

    public async Task WriteAsync(PlanCatalogue plan, CancellationToken cancellationToken)
    {
        var rows = CatalogueRows.Of(plan);
        var digest = CatalogueRows.Digest(plan, rows);
        if (await ReadDigestAsync(plan, cancellationToken).ConfigureAwait(false) == digest)
            return;
        await table.UpsertEntityAsync(CatalogueRows.Plan(plan, ""), TableUpdateMode.Replace, cancellationToken).ConfigureAwait(false);
        foreach (var kind in CatalogueRows.Kinds)
            await WriteKindAsync(TableKeys.CataloguePartition(plan.Id, kind), [.. rows[kind]], cancellationToken).ConfigureAwait(false);
        await table.UpsertEntityAsync(CatalogueRows.Plan(plan, digest), TableUpdateMode.Replace, cancellationToken).ConfigureAwait(false);
    }

    public Task WriteDecisionsAsync(PlanCatalogue plan, IReadOnlyList<RecordedDecision> decisions, CancellationToken cancellationToken) => TableBatches.SubmitAsync(
        table,
        decisions.Select(decision => new TableTransactionAction(TableTransactionActionType.UpsertReplace, CatalogueRows.Decision(plan, decision))),
        cancellationToken);

    private async Task WriteKindAsync(string partition, List<TableEntity> rows, CancellationToken cancellationToken)
    {
        await TableBatches.SubmitAsync(
            table, rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellationToken).ConfigureAwait(false);
        await TableRows.DeleteAsync(
            table, TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), rows.Select(row => row.RowKey).ToHashSet(StringComparer.Ordinal), cancellationToken).ConfigureAwait(false);
    }

    private async Task<string?> ReadDigestAsync(PlanCatalogue plan, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(
            TableKeys.CataloguePartition(plan.Id, CatalogueRows.PlanKind), TableKeys.CatalogueRow(plan.Id), cancellationToken: cancellationToken).ConfigureAwait(false);
        return row.HasValue ? row.Value!.GetString("Digest") : null;
    }
}
