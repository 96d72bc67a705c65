using Azure;
using Azure.Data.Tables;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage.Queries;

/// <summary>Answers questions page by page, with the columns of <see cref="TableDefinitions"/>.</summary>
internal sealed class TableReader(StorageClients clients, PlanLibrary plans) : ITableReader
{
    private readonly TableSegments segments = new(clients, plans);
    private readonly AsKnownReader asKnown = new(clients, plans);

    // As many as the project that has most of them, lest every row show dozens of empty columns.
    private readonly int quantities = plans.All.SelectMany(plan => plan.Projects).SelectMany(project => project.Quantities).Max(quantity => (int?)quantity.Sequence) ?? 0;

    public async Task<TablePage> ReadAsync(TableQuestion question, CancellationToken cancellationToken)
    {
        question = TableQueries.InCodes(question);
        var start = Continuation.Read(question);
        TableQueries.Check(question);
        var columns = Columns(question);
        if (question is { AsOf: not null, Table: TableNames.Observations or TableNames.ProjectReports })
            return await asKnown.ReadAsync(question, columns, start, cancellationToken).ConfigureAwait(false);

        var filters = await segments.OfAsync(question, cancellationToken).ConfigureAwait(false);
        if (start.Segment > filters.Count)
            throw Continuation.Refused();
        var rows = new List<IReadOnlyList<object?>>();
        var (segment, token) = start;
        while (segment < filters.Count && rows.Count < question.Top)
        {
            // A page of the service may come short or empty and yet not be the last.
            var page = await ReadPageAsync(question, filters[segment], columns, token, question.Top - rows.Count, cancellationToken).ConfigureAwait(false);
            rows.AddRange(page.Values.Select(entity => columns.Select(column => TableRow.Read(entity, column)).ToArray()));
            (segment, token) = page.ContinuationToken is { } next ? (segment, next) : (segment + 1, "");
        }

        return new TablePage([.. columns.Select(column => column.Name)], rows, segment < filters.Count ? new Continuation(segment, token).Write(question) : null);
    }

    /// <summary>The properties that hold a column: of a number its double and its exact text.</summary>
    public static IEnumerable<string> Properties(TableColumn column) =>
        column.Type == TableColumnType.Number ? [column.Name, column.ExactName] : [column.Name];

    private IReadOnlyList<TableColumn> Columns(TableQuestion question)
    {
        var definition = TableDefinitions.Of(question.Table);
        return question.Select.Count == 0
            ? definition.Expand(quantities)
            : [.. question.Select.Distinct(StringComparer.Ordinal).Select(name => definition.Find(name) ?? throw ODataFilter.UnknownColumn(definition, name, "$select"))];
    }

    private async Task<Page<TableEntity>> ReadPageAsync(
        TableQuestion question, string? filter, IReadOnlyList<TableColumn> columns, string token, int size, CancellationToken cancellationToken)
    {
        var continuation = token.Length == 0 ? null : token;
        var select = question.Select.Count == 0 ? null : columns.SelectMany(Properties);
        var pages = clients.Table(question.Table).QueryAsync<TableEntity>(filter, maxPerPage: size, select: select, cancellationToken: cancellationToken).AsPages(continuation, size);
        try
        {
            await foreach (var page in pages.ConfigureAwait(false))
                return page;
        }
        catch (RequestFailedException exception) when (exception.Status == 400 && continuation is not null)
        {
            throw Continuation.Refused();
        }

        return Page<TableEntity>.FromValues([], null, null!);
    }
}
