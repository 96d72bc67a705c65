using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation.History;

namespace OrdosPipeline.Storage;

/// <summary>Observations and project reports in tables; <see cref="RevisedRows{T}"/> says why the order of uploads does not matter.</summary>
internal sealed class TableObservationStore : IObservationStore
{
    private readonly ObservationForm observationForm;
    private readonly ProjectReportForm projectForm;
    private readonly RevisedRows<Observation> observations;
    private readonly RevisedRows<ProjectReport> projects;
    private readonly TableClient current;
    private readonly TableClient history;
    private readonly TableClient projectHistory;

    public TableObservationStore(StorageClients clients, PlanLibrary plans)
    {
        current = clients.Table(TableNames.Observations);
        history = clients.Table(TableNames.ObservationHistory);
        projectHistory = clients.Table(TableNames.ProjectReportHistory);
        observationForm = new ObservationForm(plans);
        projectForm = new ProjectReportForm(plans);
        observations = new RevisedRows<Observation>(current, history, observationForm);
        projects = new RevisedRows<ProjectReport>(clients.Table(TableNames.ProjectReports), projectHistory, projectForm);
    }

    public async Task ApplyAsync(IReadOnlyList<Observation> observations, IReadOnlyList<ProjectReport> reports, CancellationToken cancellationToken)
    {
        await this.observations.ApplyAsync(observations, cancellationToken).ConfigureAwait(false);
        await projects.ApplyAsync(reports, cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<Observation> CurrentAsync(string plan, string? region, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = And(OfPlan(plan), InRegion(region), TableClient.CreateQueryFilter($"State eq {ObservationForm.Reported}"));
        await foreach (var entity in current.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).ConfigureAwait(false))
            yield return observationForm.Read(entity);
    }

    public IAsyncEnumerable<Observation> AsKnownAtAsync(string plan, string? region, DateTimeOffset asOf, CancellationToken cancellationToken) =>
        LastOfEachAsync(history, observationForm, And(OfPlan(plan), InRegion(region), UploadedBy(asOf)), cancellationToken);

    public IAsyncEnumerable<ProjectReport> ProjectsAsKnownAtAsync(string plan, DateTimeOffset asOf, CancellationToken cancellationToken) =>
        LastOfEachAsync(projectHistory, projectForm, And(OfPlan(plan), UploadedBy(asOf)), cancellationToken);

    public IAsyncEnumerable<Observation> HistoriesAsync(string plan, IEnumerable<RegionSeries> series, DateTimeOffset uploadedBy, CancellationToken cancellationToken)
    {
        // One range of one partition for each indicator: a banner's file asks for its region, the city's for all of them.
        var ranges = series.GroupBy(one => one.Indicator, StringComparer.Ordinal).Select(indicator =>
        {
            var (first, last) = (indicator.Select(one => one.Region).Min(StringComparer.Ordinal)!, indicator.Select(one => one.Region).Max(StringComparer.Ordinal)!);
            var (from, before) = (TableKeys.StartingWith(first).From, TableKeys.StartingWith(last).Before);
            return TableClient.CreateQueryFilter($"PartitionKey eq {TableKeys.ObservationPartition(plan, indicator.Key)} and RowKey ge {from} and RowKey lt {before}");
        });
        var wanted = series.ToHashSet();
        return ReadAllAsync(history, observationForm, ranges, uploadedBy, row => wanted.Contains(new(row.Key.Indicator, row.Key.Region)), cancellationToken);
    }

    public IAsyncEnumerable<ProjectReport> ProjectHistoriesAsync(string plan, IEnumerable<string> projects, DateTimeOffset uploadedBy, CancellationToken cancellationToken) =>
        ReadAllAsync(
            projectHistory,
            projectForm,
            projects.Select(project => TableClient.CreateQueryFilter($"PartitionKey eq {TableKeys.ProjectPartition(plan, project)}")),
            uploadedBy,
            _ => true,
            cancellationToken);

    /// <summary>Asks for several ranges at a time.</summary>
    private static async IAsyncEnumerable<T> ReadAllAsync<T>(
        TableClient table, RevisedRowForm<T> form, IEnumerable<string> ranges, DateTimeOffset uploadedBy, Predicate<T> isWanted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = new ConcurrentBag<T>();
        await TableBatches.ForEachAsync(
            ranges,
            async (range, token) =>
            {
                await foreach (var entity in table.QueryAsync<TableEntity>(And(range, UploadedBy(uploadedBy)), cancellationToken: token).ConfigureAwait(false))
                {
                    if (form.Read(entity) is var row && isWanted(row))
                        found.Add(row);
                }
            },
            cancellationToken).ConfigureAwait(false);
        foreach (var row in found)
            yield return row;
    }

    /// <summary>The history comes sorted by key, then by upload, so that the last row of a run of one key is its greatest.</summary>
    private static async IAsyncEnumerable<T> LastOfEachAsync<T>(
        TableClient table, RevisedRowForm<T> form, string filter, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        T? last = null;
        (string, string) lastKey = default;
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            var row = form.Read(entity);
            var key = (entity.PartitionKey, form.CurrentKey(row));
            if (last is not null && key != lastKey)
                yield return last;
            (last, lastKey) = (row, key);
        }

        if (last is not null)
            yield return last;
    }

    private static string OfPlan(string plan)
    {
        var range = TableKeys.StartingWith(plan);
        return TableClient.CreateQueryFilter($"PartitionKey ge {range.From} and PartitionKey lt {range.Before}");
    }

    private static string? InRegion(string? region) => region is null ? null : TableClient.CreateQueryFilter($"Region eq {region}");

    private static string UploadedBy(DateTimeOffset asOf) => TableClient.CreateQueryFilter($"UploadedAt le {asOf}");

    private static string And(params IEnumerable<string?> conditions) => string.Join(" and ", conditions.Where(condition => condition is not null));
}
