using Azure.Data.Tables;

namespace OrdosPipeline.Storage;

/// <summary>
/// Cuts writes to one partition into transactions that the service takes: one partition, at most 100 entities and 4 MiB, each key once
/// (learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions).
/// </summary>
/// <remarks>The emulator takes transactions over several partitions (github.com/Azure/Azurite/issues/1215), so they are refused here.</remarks>
internal static class TableBatches
{
    public const int MostEntities = 100;

    /// <summary>4 MiB are 4,194,304 bytes; the rest is for the frame of the transaction.</summary>
    public const int MostBytes = 4_000_000;

    /// <summary>
    /// How many partitions are written at a time. A transaction of 100 takes the service 20 to 50 ms, so eight make 16,000 entities
    /// a second at best, below the 20,000 that an account takes (github.com/MicrosoftDocs/azure-docs includes/storage-tables-scale-targets.md).
    /// </summary>
    public const int Parallelism = 8;

    /// <summary>Writes one batch after another.</summary>
    /// <exception cref="ArgumentException">The actions are of several partitions, or one key stands twice.</exception>
    public static async Task SubmitAsync(TableClient table, IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        foreach (var batch in Split(actions))
            await table.SubmitTransactionAsync(batch, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes each group one batch after another, several groups at a time.</summary>
    public static Task SubmitAsync<T>(TableClient table, IEnumerable<T> groups, Func<T, IEnumerable<TableTransactionAction>> actions, CancellationToken cancellationToken) =>
        ForEachAsync(groups, (group, token) => SubmitAsync(table, actions(group), token), cancellationToken);

    public static Task ForEachAsync<T>(IEnumerable<T> items, Func<T, CancellationToken, Task> act, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (item, token) => await act(item, token).ConfigureAwait(false));

    /// <param name="actions">What is to be done.</param>
    /// <param name="alsoInEach">An entity for which each transaction leaves room; null for none.</param>
    /// <exception cref="ArgumentException">The actions are of several partitions, or one key stands twice.</exception>
    public static IEnumerable<IReadOnlyList<TableTransactionAction>> Split(IEnumerable<TableTransactionAction> actions, TableEntity? alsoInEach = null)
    {
        var (mostEntities, mostBytes) = alsoInEach is null ? (MostEntities, MostBytes) : (MostEntities - 1, MostBytes - EstimateBytes(alsoInEach));
        string? partition = null;
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var batch = new List<TableTransactionAction>();
        var bytes = 0L;
        foreach (var action in actions)
        {
            var entity = action.Entity;
            if ((partition ??= entity.PartitionKey) != entity.PartitionKey)
                throw new ArgumentException($"A batch is of one partition: '{partition}' and '{entity.PartitionKey}' are two.", nameof(actions));
            if (!keys.Add(entity.RowKey))
                throw new ArgumentException($"The row '{entity.RowKey}' of the partition '{partition}' stands twice.", nameof(actions));

            var size = EstimateBytes((TableEntity)entity);
            if (batch.Count == mostEntities || (batch.Count > 0 && bytes + size > mostBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(action);
            bytes += size;
        }

        if (batch.Count > 0)
            yield return batch;
    }

    /// <summary>
    /// At least the bytes that an entity takes in a transaction. The client writes JSON in which any character but plain ASCII
    /// becomes <c>\u1234</c>, six bytes; keys stand in the address too, where a character takes at most nine.
    /// </summary>
    public static long EstimateBytes(TableEntity entity)
    {
        const int Headers = 1200;
        const int NameAndQuotes = 60;
        const int LongestNumber = 40;
        var bytes = Headers + 15L * (entity.PartitionKey.Length + entity.RowKey.Length);
        foreach (var (name, value) in entity)
            bytes += name.Length * 2 + NameAndQuotes + (value is string text ? JsonBytes(text) : LongestNumber);
        return bytes;
    }

    private static long JsonBytes(string text)
    {
        var bytes = 0L;
        foreach (var c in text)
            bytes += char.IsAsciiLetterOrDigit(c) || c is ' ' or '.' or '-' or ',' ? 1 : 6;
        return bytes;
    }
}
