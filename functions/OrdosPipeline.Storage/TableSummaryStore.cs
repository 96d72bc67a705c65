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

    public async Task<SummaryClaim?> ClaimAsync(SummaryHead head, CancellationToken cancellationToken)
    {
        var claim = new SummaryClaim(head with { State = SummaryState.Writing }, Guid.NewGuid().ToString("n"));
        var recorded = await ReadRecordedAsync(head, cancellationToken).ConfigureAwait(false);
        if (recorded is not null && ReadHead(recorded).State != SummaryState.Writing)
            return null;
        try
        {
            if (recorded is null)
                await table.AddEntityAsync(WriteHead(claim), cancellationToken).ConfigureAwait(false);
            else
                await table.UpdateEntityAsync(WriteHead(claim), recorded.ETag, TableUpdateMode.Replace, cancellationToken).ConfigureAwait(false);
            return claim;
        }
        catch (RequestFailedException exception) when (StorageErrors.IsConflict(exception))
        {
            return null;
        }
    }

    public async Task CompleteAsync(SummaryClaim claim, SummaryHead computed, IReadOnlyList<SummaryRow> rows, CancellationToken cancellationToken)
    {
        // After the claim nobody else adds rows: each of their transactions would carry the head as it was.
        var (etag, head) = (await OwnedAsync(claim, cancellationToken).ConfigureAwait(false), claim.Head);
        var (partition, range) = (TableKeys.SummaryPartition(head.Plan, head.Quarter), TableKeys.SummaryVersion(head.Version));
        var entities = rows.Select(row => WriteRow(head, row)).ToList();
        var stale = await TableRows.KeysAsync(
            table,
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {range.From} and RowKey lt {range.Before}"),
            entities.Select(entity => entity.RowKey).ToHashSet(StringComparer.Ordinal),
            cancellationToken).ConfigureAwait(false);
        var writes = stale.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All))
            .Concat(entities.Select(entity => new TableTransactionAction(TableTransactionActionType.UpsertReplace, entity)));
        try
        {
            foreach (var batch in TableBatches.Split(writes, alsoInEach: WriteHead(claim)))
                etag = await SubmitAsync([new(TableTransactionActionType.UpdateReplace, WriteHead(claim), etag), .. batch], cancellationToken).ConfigureAwait(false);
            await table.UpdateEntityAsync(
                WriteHead(computed with { State = SummaryState.Computed, PublishedAt = null }), etag, TableUpdateMode.Replace, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException exception) when (StorageErrors.IsChanged(exception))
        {
            await OwnedAsync(claim, cancellationToken).ConfigureAwait(false);

            // Still this run's: an answer was lost and the client has repeated the write, so the next attempt will do.
            throw;
        }
    }

    public async Task PublishAsync(SummaryHead head, DateTimeOffset publishedAt, CancellationToken cancellationToken)
    {
        var recorded = await ReadRecordedAsync(head, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"{Name(head)} was never claimed.");
        var stands = ReadHead(recorded);
        if (stands.State == SummaryState.Published)
            return;
        if (stands.State == SummaryState.Writing)
            throw new InvalidOperationException($"{Name(head)} is not complete.");
        try
        {
            await table.UpdateEntityAsync(
                WriteHead(stands with { State = SummaryState.Published, PublishedAt = publishedAt }), recorded.ETag, TableUpdateMode.Replace, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException exception) when (StorageErrors.IsChanged(exception))
        {
            // A complete version changes only by being published.
        }
    }

    public async Task WriteReportAsync(SummaryClaim claim, string fileName, string contentType, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        await using var content = await TemporaryFile.CreateAsync(write).ConfigureAwait(false);
        var name = BlobNames.Report(claim.Head.Plan, claim.Head.Quarter, claim.Head.Version, fileName);
        while (true)
        {
            // In this order: what a later run writes after its claim is newer than what is read here, and so is not replaced.
            var standing = await reports.ETagAsync(name, cancellationToken).ConfigureAwait(false);
            await OwnedAsync(claim, cancellationToken).ConfigureAwait(false);
            if (await reports.WriteAsync(name, contentType, content, standing, cancellationToken).ConfigureAwait(false))
                return;
        }
    }

    public async Task WriteOnceAsync(SummaryHead head, string fileName, string contentType, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        await using var content = await TemporaryFile.CreateAsync(write).ConfigureAwait(false);
        await reports.WriteAsync(BlobNames.Report(head.Plan, head.Quarter, head.Version, fileName), contentType, content, replaces: null, cancellationToken).ConfigureAwait(false);
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

    private async Task<TableEntity?> ReadRecordedAsync(SummaryHead head, CancellationToken cancellationToken)
    {
        var recorded = await table.GetEntityIfExistsAsync<TableEntity>(
            TableKeys.SummaryPartition(head.Plan, head.Quarter), TableKeys.SummaryHeadRow(head.Version), cancellationToken: cancellationToken).ConfigureAwait(false);
        return recorded.HasValue ? recorded.Value! : null;
    }

    /// <summary>The ETag of a head that is still this claim's.</summary>
    private async Task<ETag> OwnedAsync(SummaryClaim claim, CancellationToken cancellationToken) =>
        await ReadRecordedAsync(claim.Head, cancellationToken).ConfigureAwait(false) is { } recorded && recorded.GetString("Writer") == claim.Writer
            ? recorded.ETag
            : throw new SummaryOvertakenException(claim.Head);

    /// <summary>Sends a transaction and gives the ETag of its first entity.</summary>
    private async Task<ETag> SubmitAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        var answers = await table.SubmitTransactionAsync(actions, cancellationToken).ConfigureAwait(false);
        return answers.Value[0].Headers.ETag ?? throw new InvalidOperationException("The service gave no ETag for the first entity of a transaction.");
    }

    private static TableEntity WriteHead(SummaryClaim claim) => WriteHead(claim.Head, claim.Writer);

    private static TableEntity WriteHead(SummaryHead head, string? writer = null) =>
        Row(head, TableKeys.SummaryHeadRow(head.Version), HeadKind, "")
            .Set("State", Words<SummaryState>.Of(head.State))
            .Set("Inputs", head.Inputs)
            .Set("AsOf", head.AsOf)
            .Set("PublishedAt", head.PublishedAt)
            .Set("Writer", writer)
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

    private static string Name(SummaryHead head) => $"Version {head.Version} of the summary of {head.Quarter}, plan {head.Plan},";
}
