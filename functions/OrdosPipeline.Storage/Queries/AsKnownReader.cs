using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage.Queries;

/// <summary>
/// Answers questions about current rows as they were known at an instant, from their history: of each key the last upload
/// not after it, with the revision number that it had then. The history stands sorted by key and then by upload, so that
/// the last row of a run is meant.
/// </summary>
internal sealed class AsKnownReader(StorageClients clients, PlanLibrary plans)
{
    /// <summary>What every row of a key has in common, so that a filter on it leaves whole keys.</summary>
    private static readonly string[] OfTheKey =
        ["PartitionKey", "Plan", "Indicator", "Region", "Project", "Period", "Year", "Quarter", "Department", "Part", "Attribute"];

    private readonly TableQueries queries = new(plans);

    /// <param name="question">About Observations or ProjectReports.</param>
    /// <param name="columns">Those wanted.</param>
    /// <param name="start">Where the page begins: a partition and the key to go on with, with a blank between them.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<TablePage> ReadAsync(TableQuestion question, IReadOnlyList<TableColumn> columns, Continuation start, CancellationToken cancellationToken) =>
        question.Table == TableNames.Observations
            ? ReadAsync(question, TableNames.ObservationHistory, new ObservationForm(plans), columns, start, cancellationToken)
            : ReadAsync(question, TableNames.ProjectReportHistory, new ProjectReportForm(plans), columns, start, cancellationToken);

    private async Task<TablePage> ReadAsync<T>(
        TableQuestion question, string history, RevisedRowForm<T> form, IReadOnlyList<TableColumn> columns, Continuation start, CancellationToken cancellationToken)
    {
        // Whether a row is the last of its key is not known to the service, so that what differs within a key is compared here.
        var ofHistory = queries.Of(question with { Table = history, State = null, Submission = null, Filter = null, Select = [] });
        var filter = new FilterText().Add(ofHistory!).And(Asked(question));
        if (start.Token.Split(' ', 2) is [var partition, var row])
            filter.Add(TableClient.CreateQueryFilter($"PartitionKey ge {partition} and (PartitionKey gt {partition} or RowKey ge {row})"), 3);

        var rows = new List<IReadOnlyList<object?>>();
        await foreach (var (entity, key, revision) in LastOfEachAsync(history, filter.Checked(), form, cancellationToken).ConfigureAwait(false))
        {
            if ((question.State is not null && question.State != TableRow.Text(entity, "State"))
                || (question.Submission is not null && question.Submission != TableRow.Text(entity, "Submission")))
                continue;
            if (rows.Count == question.Top)
                return Page(columns, rows, new Continuation(0, $"{entity.PartitionKey} {key}|").Write(question));
            rows.Add([.. columns.Select(column => column.Name == "Revision" ? revision : TableRow.Read(entity, column))]);
        }

        return Page(columns, rows, continuation: null);
    }

    private async IAsyncEnumerable<(TableEntity Entity, string Key, long Revision)> LastOfEachAsync<T>(
        string history, string? filter, RevisedRowForm<T> form, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (TableEntity Entity, string Key, long Revision)? last = null;
        T? before = default;
        await foreach (var entity in clients.Table(history).QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            var row = form.Read(entity);
            var key = form.CurrentKey(row);
            if (last is { } ended && (ended.Key != key || ended.Entity.PartitionKey != entity.PartitionKey))
            {
                yield return ended;
                last = null;
            }

            last = (entity, key, last is { } earlier ? earlier.Revision + (form.SayTheSame(before!, row) ? 0 : 1) : 1);
            before = row;
        }

        if (last is { } final)
            yield return final;
    }

    private static ODataFilter? Asked(TableQuestion question)
    {
        var asked = TableQueries.Asked(question);
        var other = asked?.Columns.FirstOrDefault(column => !OfTheKey.Contains(column, StringComparer.Ordinal));
        return other is null ? asked : throw new RefusedQuestionException(
            $"与 asOf 一起用时，$filter 只能用 {string.Join("、", OfTheKey)}，不能用 {other}：当时的值要先从历史中选出。",
            $"With asOf, $filter takes {string.Join(", ", OfTheKey)} alone and not {other}: which row counted then is told from the history first.",
            "$filter");
    }

    private static TablePage Page(IReadOnlyList<TableColumn> columns, List<IReadOnlyList<object?>> rows, string? continuation) =>
        new([.. columns.Select(column => column.Name)], rows, continuation);
}
