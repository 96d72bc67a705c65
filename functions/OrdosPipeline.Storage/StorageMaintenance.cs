using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage;

internal sealed class StorageMaintenance(StorageClients clients, ISubmissionLedger ledger) : IStorageMaintenance
{
    private readonly AppliedTimes appliedTimes = new(clients);

    public async Task EnsureCreatedAsync(CancellationToken cancellationToken)
    {
        // What exists is not created: an identity whose roles are on the containers and tables themselves may use them and
        // not make new ones.
        foreach (var container in BlobNames.Containers.Select(clients.Container))
        {
            if (!await container.ExistsAsync(cancellationToken).ConfigureAwait(false))
                await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        }

        foreach (var table in TableNames.All.Select(clients.Table))
        {
            if (!await ExistsAsync(table, cancellationToken).ConfigureAwait(false))
                await table.CreateIfNotExistsAsync(cancellationToken).ConfigureAwait(false);
        }
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

    /// <summary>Asks for a row, because to ask for the table one needs a role on the account.</summary>
    internal static async Task<bool> ExistsAsync(TableClient table, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var page in table.QueryAsync<TableEntity>(maxPerPage: 1, select: ["PartitionKey"], cancellationToken: cancellationToken).AsPages().ConfigureAwait(false))
                break;
            return true;
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == TableErrorCode.TableNotFound)
        {
            return false;
        }
    }
}
