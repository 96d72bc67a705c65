using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage;

internal sealed class StorageMaintenance(StorageClients clients, ISubmissionLedger ledger) : IStorageMaintenance
{
    private readonly AppliedTimes appliedTimes = new(clients);

    public async Task EnsureCreatedAsync(CancellationToken cancellationToken)
    {
        foreach (var container in BlobNames.Containers)
            await clients.Container(container).CreateIfNotExistsAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        foreach (var table in TableNames.All)
            await clients.Table(table).CreateIfNotExistsAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> ClearTablesAsync(CancellationToken cancellationToken)
    {
        var times = await appliedTimes.KeepAsync(ledger.ListAsync(department: null, cancellationToken), cancellationToken).ConfigureAwait(false);

        // Rows are deleted and not the tables: the name of a deleted table stays taken for 40 seconds or more
        // (learn.microsoft.com/rest/api/storageservices/delete-table). Current rows go before their histories, see RevisedRows.
        foreach (var table in TableNames.All)
            await TableRows.DeleteAsync(clients.Table(table), filter: null, keep: new HashSet<string>(), cancellationToken).ConfigureAwait(false);
        return times;
    }
}
