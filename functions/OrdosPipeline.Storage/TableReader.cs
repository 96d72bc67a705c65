using Azure;
using Azure.Data.Tables;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage;

/// <summary>Answers questions page by page, with the columns of <see cref="TableDefinitions"/>.</summary>
internal sealed class TableReader(StorageClients clients, PlanLibrary plans) : ITableReader
{
    private readonly TableQueries queries = new(plans);

    // As many as the project that has most of them, lest every row show dozens of empty columns.
    private readonly int quantities = plans.All.SelectMany(plan => plan.Projects).SelectMany(project => project.Quantities).Max(quantity => (int?)quantity.Sequence) ?? 0;

    public async Task<TablePage> ReadAsync(TableQuestion question, CancellationToken cancellationToken)
    {
        if (question.Top is < 1 or > 1000)
            throw new ArgumentException($"Top is {question.Top}; it must be 1 to 1000.", nameof(question));
        var columns = TableDefinitions.Of(question.Table).Expand(quantities);
        var query = queries.Of(question);
        if (question.Table == TableNames.Summaries)
            query = await OfLatestVersionAsync(question, query, cancellationToken).ConfigureAwait(false);

        // A page of the service may come short or empty and yet not be the last.
        var rows = new List<IReadOnlyList<object?>>();
        var continuation = question.Continuation;
        do
        {
            var page = await ReadPageAsync(question, query, continuation, question.Top - rows.Count, cancellationToken).ConfigureAwait(false);
            continuation = page.ContinuationToken;
            rows.AddRange(page.Values.Where(query.Keeps).Select(entity => columns.Select(column => TableRow.Read(entity, column)).ToArray()));
        }
        while (continuation is not null && rows.Count < question.Top);

        return new TablePage([.. columns.Select(column => column.Name)], rows, continuation);
    }

    private async Task<Page<TableEntity>> ReadPageAsync(TableQuestion question, TableQuery query, string? continuation, int size, CancellationToken cancellationToken)
    {
        var pages = clients.Table(question.Table).QueryAsync<TableEntity>(query.Filter, maxPerPage: size, cancellationToken: cancellationToken).AsPages(continuation, size);
        try
        {
            await foreach (var page in pages.ConfigureAwait(false))
                return page;
        }
        catch (RequestFailedException exception) when (exception.Status == 400 && continuation is not null)
        {
            throw new ArgumentException("The continuation is not one that a page before gave.", nameof(question), exception);
        }

        return Page<TableEntity>.FromValues([], null, null!);
    }

    /// <summary>Without a version asked for, keeps of each quarter the latest version that is complete.</summary>
    private async Task<TableQuery> OfLatestVersionAsync(TableQuestion question, TableQuery query, CancellationToken cancellationToken)
    {
        if (question.Version is not null)
            return query;
        var latest = new Dictionary<(string, string), long>();
        var heads = clients.Table(TableNames.Summaries).QueryAsync<TableEntity>(TableQueries.SummaryHeads(question), cancellationToken: cancellationToken);
        await foreach (var head in heads.ConfigureAwait(false))
        {
            var key = (TableRow.Text(head, "Plan"), TableRow.Text(head, "Quarter"));
            var version = TableRow.Integer(head, "Version");
            if (TableRow.Text(head, "State") != Words<SummaryState>.Of(SummaryState.Writing) && version > latest.GetValueOrDefault(key))
                latest[key] = version;
        }

        return query with
        {
            Keeps = row => latest.GetValueOrDefault((TableRow.Text(row, "Plan"), TableRow.Text(row, "Quarter"))) == TableRow.Integer(row, "Version"),
        };
    }
}
