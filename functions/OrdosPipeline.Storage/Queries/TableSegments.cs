using Azure.Data.Tables;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage.Queries;

/// <summary>One version of one summary.</summary>
internal readonly record struct SummaryVersion(string Plan, ReportingQuarter Quarter, int Number);

/// <summary>
/// The filters that answer a question, one after the other. Most questions are one filter. Where other rows know the keys of
/// the rows that are wanted, those are read first and each segment is a point, a range or a partition:
/// summaries by their heads, submissions of a quarter by its index, findings by the submissions that have them.
/// </summary>
internal sealed class TableSegments(StorageClients clients, PlanLibrary plans)
{
    private readonly TableQueries queries = new(plans);

    /// <returns>In the order of keys; none when nothing can be found.</returns>
    /// <exception cref="RefusedQuestionException">The table cannot be asked so.</exception>
    public async Task<IReadOnlyList<string?>> OfAsync(TableQuestion question, CancellationToken cancellationToken)
    {
        TableQueries.Check(question);
        return question switch
        {
            { Table: TableNames.Summaries } => await OfSummariesAsync(question, cancellationToken).ConfigureAwait(false),
            { Table: TableNames.Submissions, Submission: null } and ({ Quarter: not null } or { Code: not null }) =>
                await OfSubmissionsAsync(question, cancellationToken).ConfigureAwait(false),
            { Table: TableNames.Findings, Submission: null } and ({ Quarter: not null } or { Code: not null } or { Department: not null }) =>
                await OfFindingsAsync(question, cancellationToken).ConfigureAwait(false),
            _ => [queries.Of(question)],
        };
    }

    /// <summary>Of each quarter the version asked for, or the latest that is complete, or was at an instant.</summary>
    private async Task<IReadOnlyList<string?>> OfSummariesAsync(TableQuestion question, CancellationToken cancellationToken)
    {
        var versions = new SortedDictionary<(string, ReportingQuarter), SummaryHead>();
        await foreach (var entity in Query(TableNames.Summaries, TableQueries.SummaryHeads(question), cancellationToken).ConfigureAwait(false))
        {
            var head = TableSummaryStore.ReadHead(entity);
            var isMeant = question.Version is { } version ? head.Version == version : head.State != SummaryState.Writing;
            if (isMeant && (question.AsOf is not { } asOf || head.AsOf <= asOf))
                versions[(head.Plan, head.Quarter)] = head;
        }

        // Kind head asks for every version, not for the latest of each quarter.
        return question is { Kind: "head", Version: null }
            ? [new FilterText().Add(TableQueries.SummaryHeads(question), 4).And(TableQueries.Asked(question)).Checked()]
            : [.. versions.Values.Select(head => TableQueries.OfSummary(question, new SummaryVersion(head.Plan, head.Quarter, head.Version)))];
    }

    private async Task<IReadOnlyList<string?>> OfSubmissionsAsync(TableQuestion question, CancellationToken cancellationToken)
    {
        var segments = new List<string?>();
        var atOnce = TableQueries.SubmissionsAtOnce(question);
        foreach (var department in (await FindAsync(question, cancellationToken).ConfigureAwait(false)).GroupBy(found => found.Department, StringComparer.Ordinal))
            segments.AddRange(department.Chunk(atOnce).Select(some => TableQueries.OfSubmissionsNamed(question, department.Key, [.. some.Select(found => found.Id)])));
        return segments;
    }

    private async Task<IReadOnlyList<string?>> OfFindingsAsync(TableQuestion question, CancellationToken cancellationToken) =>
    [
        .. (await FindAsync(question, cancellationToken).ConfigureAwait(false))
            .Select(found => queries.Of(question with { Submission = found.Id, Department = null, Quarter = null })),
    ];

    /// <summary>The submissions that a question means, from the index of its quarter, else from the ledger.</summary>
    private async Task<List<(string Department, string Id)>> FindAsync(TableQuestion question, CancellationToken cancellationToken)
    {
        var filters = question.Quarter is null
            ? [(Table: TableNames.Submissions, Filter: queries.Of(new TableQuestion { Table = TableNames.Submissions, Department = question.Department, Plan = question.Plan }))]
            : plans.All.Where(plan => question.Plan is null || plan.Id == question.Plan)
                .Select(plan => (Table: TableNames.QuarterSubmissions, Filter: TableQueries.QuarterSubmissionsOf(question, plan.Id))).ToArray();
        var found = new List<(string Department, string Id)>();
        foreach (var (table, filter) in filters)
        {
            await foreach (var row in Query(table, filter, cancellationToken, ["PartitionKey", "RowKey", "Department", "Submission", "FindingCounts"]).ConfigureAwait(false))
            {
                if (question.Code is null || LedgerRows.ReadCounts(TableRow.Text(row, "FindingCounts")).ContainsKey(question.Code))
                    found.Add((TableRow.Text(row, "Department"), TableRow.Text(row, "Submission")));
            }
        }

        found.Sort((left, right) => (string.CompareOrdinal(left.Department, right.Department), string.CompareOrdinal(left.Id, right.Id)).CompareTo((0, 0)));
        return found;
    }

    private Azure.AsyncPageable<TableEntity> Query(string table, string? filter, CancellationToken cancellationToken, string[]? select = null) =>
        clients.Table(table).QueryAsync<TableEntity>(filter, select: select, cancellationToken: cancellationToken);
}
