using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace OrdosPipeline.Storage;

/// <summary>Reads and deletes many rows.</summary>
internal static class TableRows
{
    /// <summary>Deletes the rows that a filter finds, except those with the row keys given.</summary>
    public static async Task DeleteAsync(TableClient table, string? filter, IReadOnlySet<string> keep, CancellationToken cancellationToken)
    {
        // Before a page is left its rows are gone; the continuation token names a key, not a count, so none is passed over.
        await foreach (var page in KeyPagesAsync(table, filter, cancellationToken).ConfigureAwait(false))
        {
            var partitions = page.Where(row => !keep.Contains(row.RowKey)).GroupBy(row => row.PartitionKey, StringComparer.Ordinal);
            await TableBatches.ForEachAsync(partitions, (partition, token) => DeleteAsync(table, [.. partition], token), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The keys of the rows that a filter finds, except those with the row keys given.</summary>
    public static async Task<IReadOnlyList<TableEntity>> KeysAsync(TableClient table, string? filter, IReadOnlySet<string> except, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var page in KeyPagesAsync(table, filter, cancellationToken).ConfigureAwait(false))
            rows.AddRange(page.Where(row => !except.Contains(row.RowKey)));
        return rows;
    }

    private static async Task DeleteAsync(TableClient table, List<TableEntity> rows, CancellationToken cancellationToken)
    {
        try
        {
            await TableBatches.SubmitAsync(table, rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)), cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException exception) when (StorageErrors.IsConflict(exception))
        {
            // Somebody else deletes them too: one by one, as a missing row fails its whole batch.
            foreach (var row in rows)
                await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<TableEntity>> KeyPagesAsync(
        TableClient table, string? filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken).AsPages().ConfigureAwait(false))
            yield return page.Values;
    }
}
