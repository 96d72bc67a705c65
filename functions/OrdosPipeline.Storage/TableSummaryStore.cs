using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage;

/// <summary>Summaries in the table Summaries, a head per version before the rows of all versions, and their files in <c>reports/</c>.</summary>
internal sealed class TableSummaryStore(StorageClients clients) : ISummaryStore
{
    private const string HeadKind = "head";

    private readonly TableClient table = clients.Table(TableNames.Summaries);
    private readonly BlobReports reports = new(clients);

    public async Task<IReadOnlyList<SummaryHead>> VersionsAsync(string plan, ReportingQuarter quarter, CancellationToken cancellationToken)
    {
        var (partition, heads) = (TableKeys.SummaryPartition(plan, quarter), TableKeys.SummaryHeads);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {heads.From} and RowKey lt {heads.Before}");
        var versions = new List<SummaryHead>();
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).ConfigureAwait(false))
            versions.Add(ReadHead(entity));
        return versions;
    }

    public async IAsyncEnumerable<(SummaryHead Head, SummaryRow Row)> FindRowsAsync(
        string plan, ReportingQuarter from, IReadOnlyList<(string Kind, string Id)> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (first, all, heads) = (TableKeys.SummaryPartition(plan, from), TableKeys.StartingWith(plan), TableKeys.SummaryHeads);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey ge {first} and PartitionKey lt {all.Before} and RowKey ge {heads.From} and RowKey lt {heads.Before}");
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            var head = ReadHead(entity);
            if (head.State == SummaryState.Writing)
                continue;
            foreach (var (kind, id) in rows)
            {
                var found = await table.GetEntityIfExistsAsync<TableEntity>(
                    entity.PartitionKey, TableKeys.SummaryRow(head.Version, kind, id), cancellationToken: cancellationToken).ConfigureAwait(false);
                if (found.HasValue)
                    yield return (head, ReadRow(found.Value!, kind, id));
            }
        }
    }

    public async Task<bool> ReserveAsync(SummaryHead head, CancellationToken cancellationToken)
    {
        try
        {
            await table.AddEntityAsync(WriteHead(head with { State = SummaryState.Writing }), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException exception) when (StorageErrors.IsConflict(exception))
        {
            return false;
        }
    }

    public async Task CompleteAsync(SummaryHead head, IReadOnlyList<SummaryRow> rows, CancellationToken cancellationToken)
    {
        var recorded = await ReadRecordedAsync(head, cancellationToken).ConfigureAwait(false);
        var stands = ReadHead(recorded);
        if (stands.State == SummaryState.Published)
            throw Frozen(head);

        // What a run that was cut off has written of other inputs must not stay among these rows.
        var (partition, range) = (TableKeys.SummaryPartition(head.Plan, head.Quarter), TableKeys.SummaryVersion(head.Version));
        var entities = rows.Select(row => WriteRow(head, row)).ToList();
        await TableRows.DeleteAsync(
            table,
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {range.From} and RowKey lt {range.Before}"),
            entities.Select(entity => entity.RowKey).ToHashSet(StringComparer.Ordinal),
            cancellationToken).ConfigureAwait(false);
        await TableBatches.SubmitAsync(
            table, entities.Select(entity => new TableTransactionAction(TableTransactionActionType.UpsertReplace, entity)), cancellationToken).ConfigureAwait(false);
        await table.UpdateEntityAsync(
            WriteHead(head with { State = SummaryState.Computed, PublishedAt = null }), recorded.ETag, TableUpdateMode.Replace, cancellationToken).ConfigureAwait(false);
    }

    public async Task PublishAsync(SummaryHead head, DateTimeOffset publishedAt, CancellationToken cancellationToken)
    {
        var recorded = await ReadRecordedAsync(head, cancellationToken).ConfigureAwait(false);
        var stands = ReadHead(recorded);
        if (stands.State == SummaryState.Published)
            return;
        if (stands.State == SummaryState.Writing)
            throw new InvalidOperationException($"{Name(head)} is not complete.");
        await table.UpdateEntityAsync(
            WriteHead(stands with { State = SummaryState.Published, PublishedAt = publishedAt }), recorded.ETag, TableUpdateMode.Replace, cancellationToken).ConfigureAwait(false);
    }

    public async Task WriteReportAsync(SummaryHead head, string fileName, string contentType, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        var recorded = await table.GetEntityIfExistsAsync<TableEntity>(
            TableKeys.SummaryPartition(head.Plan, head.Quarter), TableKeys.SummaryHeadRow(head.Version), cancellationToken: cancellationToken).ConfigureAwait(false);
        if (recorded.HasValue && ReadHead(recorded.Value!).State == SummaryState.Published)
            throw Frozen(head);
        await reports.WriteAsync(BlobNames.Report(head.Plan, head.Quarter, head.Version, fileName), contentType, write, cancellationToken).ConfigureAwait(false);
    }

    public Task<Stream?> OpenReportAsync(string plan, ReportingQuarter quarter, int version, string fileName, CancellationToken cancellationToken) =>
        reports.OpenAsync(BlobNames.Report(plan, quarter, version, fileName), cancellationToken);

    public IAsyncEnumerable<(string Plan, ReportingQuarter Quarter, int Version)> ListReportsAsync(CancellationToken cancellationToken) =>
        reports.ListAsync(cancellationToken);

    internal static SummaryHead ReadHead(TableEntity entity) => new()
    {
        Plan = TableRow.Text(entity, "Plan"),
        Quarter = ReportingQuarter.Parse(TableRow.Text(entity, "Quarter")),
        Version = TableRow.Integer(entity, "Version"),
        State = Words<SummaryState>.Parse(TableRow.Text(entity, "State")),
        Inputs = TableRow.Text(entity, "Inputs"),
        AsOf = TableRow.Instant(entity, "AsOf"),
        PublishedAt = entity.GetDateTimeOffset("PublishedAt"),
    };

    private async Task<TableEntity> ReadRecordedAsync(SummaryHead head, CancellationToken cancellationToken)
    {
        var recorded = await table.GetEntityIfExistsAsync<TableEntity>(
            TableKeys.SummaryPartition(head.Plan, head.Quarter), TableKeys.SummaryHeadRow(head.Version), cancellationToken: cancellationToken).ConfigureAwait(false);
        return recorded.HasValue ? recorded.Value! : throw new InvalidOperationException($"{Name(head)} was never reserved.");
    }

    private static TableEntity WriteHead(SummaryHead head) =>
        Row(head, TableKeys.SummaryHeadRow(head.Version), HeadKind, "")
            .Set("State", Words<SummaryState>.Of(head.State))
            .Set("Inputs", head.Inputs)
            .Set("AsOf", head.AsOf)
            .Set("PublishedAt", head.PublishedAt)
            .Entity;

    private static TableEntity WriteRow(SummaryHead head, SummaryRow row)
    {
        var entity = Row(head, TableKeys.SummaryRow(head.Version, row.Kind, row.Id), row.Kind, row.Id);
        foreach (var (name, value) in row.Columns)
            entity.Set(name, value);
        return entity.Entity;
    }

    private static SummaryRow ReadRow(TableEntity entity, string kind, string id) => new(
        kind, id, TableDefinitions.Summaries.Columns.ToDictionary(column => column.Name, column => TableRow.Read(entity, column), StringComparer.Ordinal));

    private static TableRow Row(SummaryHead head, string rowKey, string kind, string id) =>
        new TableRow(TableDefinitions.Summaries, TableKeys.SummaryPartition(head.Plan, head.Quarter), rowKey)
            .Set("Plan", head.Plan)
            .Set("Quarter", head.Quarter.ToString())
            .Set("Version", head.Version)
            .Set("Kind", kind)
            .Set("Id", id);

    private static InvalidOperationException Frozen(SummaryHead head) => new($"{Name(head)} is published and thus frozen.");

    private static string Name(SummaryHead head) => $"Version {head.Version} of the summary of {head.Quarter}, plan {head.Plan},";
}
