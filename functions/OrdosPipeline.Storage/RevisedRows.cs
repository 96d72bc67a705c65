using Azure;
using Azure.Data.Tables;
using OrdosPipeline.Core.Normalisation;

namespace OrdosPipeline.Storage;

/// <summary>
/// A table of current rows beside the table of every row that ever was, such that both are in the end a function of the
/// set of rows applied: not of their order, of repetitions, or of where a run was cut off.
/// </summary>
/// <remarks>
/// <para>
/// The history is easy: its key holds the upload, so writing it is the union of sets. Of a set H of rows of one key the
/// current row is to be f(H): the greatest of H in the order of upload, with the revision number 1 + how often the content
/// changes along H in that order. f grows with H: the greatest can only rise, and one more row between two others never
/// takes a change away. And for a row g greater than all of H, f(H + g) follows from f(H) and g alone.
/// </para>
/// <para>
/// To apply a row h, its history is written first, then the current row is replaced or inserted on condition that it still
/// is as it was read: (1) there was none: insert f({h}); (2) h is greater: f(H + h) from the f(H) that stands there; (3) h is
/// the greatest already: nothing; (4) something later stands there: f of the history, read after the current row. When the
/// condition fails, all is done again.
/// </para>
/// <para>
/// Claim: every current row is f(H) for some H that is in the history, and from write to write H only grows. (1) Nothing
/// was there. (2) H + h contains H. (4) The H that stands was in the history before it was written, thus before it was read,
/// thus before the history was read; so the history read contains H, and h. As each write needs the very row it was made
/// from, none undoes another. So once the apply of h has ended, H contains h for good; or, where case 3 or 4 found the result
/// standing and wrote nothing, f(H) = f(H + h), and everything computed from it later is the same as if h were in H. When all
/// applies have ended, the current row is f of all rows. A run that is cut off leaves an H without h, which its repetition adds.
/// </para>
/// <para>
/// A withdrawal is a row like any other. Were it a deletion, an insert of something older would find nothing and win.
/// Should a rebuild empty the tables meanwhile, every row is applied again, and case 4 counts what stands in the current row too.
/// </para>
/// </remarks>
internal sealed class RevisedRows<T>(TableClient current, TableClient history, RevisedRowForm<T> form)
{
    /// <summary>More attempts than there are submissions to lose against; after that something else is wrong.</summary>
    private const int MostAttempts = 100;

    /// <exception cref="ArgumentException">A key stands twice.</exception>
    public Task ApplyAsync(IReadOnlyList<T> rows, CancellationToken cancellationToken) =>
        TableBatches.ForEachAsync(rows.GroupBy(form.Partition, StringComparer.Ordinal), ApplyPartitionAsync, cancellationToken);

    private async Task ApplyPartitionAsync(IGrouping<string, T> rows, CancellationToken cancellationToken)
    {
        var pending = new SortedList<string, T>(StringComparer.Ordinal);
        foreach (var row in rows)
            pending.Add(form.CurrentKey(row), row);
        await TableBatches.SubmitAsync(
            history, pending.Values.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, form.History(row))), cancellationToken).ConfigureAwait(false);

        // Most rows are new, so the first attempt spares the reading.
        var standing = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await ReplaceAsync(rows.Key, pending, standing, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (RequestFailedException exception) when (StorageErrors.IsConflict(exception) && attempt < MostAttempts)
            {
                if (attempt > 1)
                    await Task.Delay(Random.Shared.Next(20 * Math.Min(attempt, 20)), cancellationToken).ConfigureAwait(false);
                standing = await ReadStandingAsync(rows.Key, pending, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Writes what is pending against what was found standing, and takes from pending what is done.</summary>
    private async Task ReplaceAsync(string partition, SortedList<string, T> pending, Dictionary<string, TableEntity> standing, CancellationToken cancellationToken)
    {
        var overtaken = pending.Where(row => standing.TryGetValue(row.Key, out var stands) && IsAfter(form.Read(stands), row.Value)).Select(row => row.Key).ToList();
        var histories = await ReadHistoriesAsync(partition, overtaken, cancellationToken).ConfigureAwait(false);
        var actions = new List<TableTransactionAction>();
        foreach (var (key, row) in pending.ToList())
        {
            if (Replacement(row, standing.GetValueOrDefault(key), histories[key]) is { } action)
                actions.Add(action);
            else
                pending.Remove(key);
        }

        foreach (var batch in TableBatches.Split(actions))
        {
            await current.SubmitTransactionAsync(batch, cancellationToken).ConfigureAwait(false);
            foreach (var action in batch)
                pending.Remove(action.Entity.RowKey);
        }
    }

    /// <summary>Null when what stands there is right.</summary>
    private TableTransactionAction? Replacement(T row, TableEntity? standing, IEnumerable<T> known)
    {
        if (standing is null)
            return new TableTransactionAction(TableTransactionActionType.Add, form.Current(row, 1));
        var stands = form.Read(standing);
        var revision = TableRow.Integer(standing, "Revision");
        var entity = IsAfter(row, stands) ? form.Current(row, revision + (form.SayTheSame(stands, row) ? 0 : 1))
            : IsAfter(stands, row) ? Folded([.. known, stands, row])
            : form.Current(row, revision);
        return TableRow.HoldSame(entity, standing) ? null : new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, standing.ETag);
    }

    private TableEntity Folded(List<T> known)
    {
        var ordered = known.DistinctBy(form.OriginOf, SameUpload.Instance).OrderBy(form.OriginOf, Origin.UploadOrder).ToList();
        return form.Current(ordered[^1], 1 + ordered.Zip(ordered.Skip(1)).Count(pair => !form.SayTheSame(pair.First, pair.Second)));
    }

    private async Task<Dictionary<string, TableEntity>> ReadStandingAsync(string partition, SortedList<string, T> pending, CancellationToken cancellationToken)
    {
        var (first, last) = (pending.Keys[0], pending.Keys[^1]);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey le {last}");
        var standing = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        await foreach (var entity in current.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (pending.ContainsKey(entity.RowKey))
                standing.Add(entity.RowKey, entity);
        }

        return standing;
    }

    private async Task<ILookup<string, T>> ReadHistoriesAsync(string partition, List<string> keys, CancellationToken cancellationToken)
    {
        var known = new List<T>();
        if (keys.Count > 0)
        {
            var range = TableKeys.HistoriesOf(keys);
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {range.From} and RowKey lt {range.Before}");
            await foreach (var entity in history.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).ConfigureAwait(false))
                known.Add(form.Read(entity));
        }

        return known.ToLookup(form.CurrentKey, StringComparer.Ordinal);
    }

    private bool IsAfter(T left, T right) => Origin.UploadOrder.Compare(form.OriginOf(left), form.OriginOf(right)) > 0;

    private sealed class SameUpload : IEqualityComparer<Origin>
    {
        public static SameUpload Instance { get; } = new();

        public bool Equals(Origin? x, Origin? y) => Origin.UploadOrder.Compare(x, y) == 0;

        public int GetHashCode(Origin origin) => HashCode.Combine(origin.UploadedAt, origin.Submission);
    }
}
