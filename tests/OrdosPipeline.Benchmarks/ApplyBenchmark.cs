using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Storage;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Benchmarks;

/// <summary>
/// Observations applied through the store, beside bare batched upserts of the very rows that came of it: one in the current
/// table and one in the history for each observation, in full batches, as many partitions at a time.
/// </summary>
internal static class ApplyBenchmark
{
    private const int RowsPerBatch = 100;
    private const int PartitionsAtATime = 8;

    public static async Task RunAsync(int count, TextWriter output)
    {
        var plan = TestPlan.Ordos14();
        var connection = await AzuriteFixture.ConnectionStringAsync();
        var options = new StorageOptions { ConnectionString = connection, Prefix = AzuriteFixture.UniqueName("b") };
        await using var services = new ServiceCollection().AddSingleton(new PlanLibrary([plan])).AddOrdosStorage(options).BuildServiceProvider();
        await services.GetRequiredService<IStorageMaintenance>().EnsureCreatedAsync(CancellationToken.None);
        var store = services.GetRequiredService<IObservationStore>();
        var tables = new TableServiceClient(connection);

        await output.WriteLineAsync(Line($"{count:N0} observations, each a row in Observations and a row in ObservationHistory."));
        var warm = Observations(plan, 2000, year: 2001, "warm").ToList();
        await store.ApplyAsync(warm, [], CancellationToken.None);

        var first = Observations(plan, count, year: 2021, "first").ToList();
        var applied = await TimeAsync(() => store.ApplyAsync(first, [], CancellationToken.None));
        await output.WriteLineAsync(Report("applied", 2 * count, applied));

        var bare = await BareAsync(tables, options.Prefix, first.Select(row => row.Key.Indicator).ToHashSet(StringComparer.Ordinal), first.Count);
        await output.WriteLineAsync(Report("bare batched upserts", 2 * count, bare));
        await output.WriteLineAsync(Line($"{"ratio of rates",-24} {bare / applied,10:P0}"));

        var again = await TimeAsync(() => store.ApplyAsync(first, [], CancellationToken.None));
        await output.WriteLineAsync(Report("applied again", 2 * count, again));
        var revised = Observations(plan, count, year: 2021, "second").ToList();
        var revision = await TimeAsync(() => store.ApplyAsync(revised, [], CancellationToken.None));
        await output.WriteLineAsync(Report("all of them revised", 2 * count, revision));
    }

    /// <summary>Reads back what the store wrote and upserts it into two fresh tables; only the upserts are timed.</summary>
    private static async Task<TimeSpan> BareAsync(TableServiceClient tables, string prefix, HashSet<string> indicators, int count)
    {
        var total = TimeSpan.Zero;
        foreach (var name in new[] { TableNames.ObservationHistory, TableNames.Observations })
        {
            var rows = new List<TableEntity>(count);
            await foreach (var row in tables.GetTableClient(prefix + name).QueryAsync<TableEntity>("Year ge 2021L"))
            {
                if (!indicators.Contains(row.GetString("Indicator")))
                    continue;
                row.Remove("Timestamp");
                row.Remove("odata.etag");
                rows.Add(row);
            }

            if (rows.Count != count)
                throw new InvalidOperationException(Line($"{name} holds {rows.Count} rows instead of {count}."));
            var bare = tables.GetTableClient(prefix + "Bare" + name);
            await bare.CreateAsync();
            total += await TimeAsync(() => Parallel.ForEachAsync(
                rows.GroupBy(row => row.PartitionKey, StringComparer.Ordinal),
                new ParallelOptions { MaxDegreeOfParallelism = PartitionsAtATime },
                async (partition, cancellationToken) =>
                {
                    foreach (var batch in partition.Chunk(RowsPerBatch))
                        await bare.SubmitTransactionAsync(batch.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellationToken);
                }));
        }

        return total;
    }

    /// <summary>As a large file of the whole city: every indicator, region and month, until there are enough.</summary>
    private static IEnumerable<Observation> Observations(PlanCatalogue plan, int count, int year, string submission)
    {
        // A longer name is a later upload.
        var uploadedAt = new DateTimeOffset(2023, 10, 12, 8, 0, submission.Length, TimeSpan.Zero);
        var keys =
            from month in Enumerable.Range(0, 1200)
            from indicator in plan.Indicators.Where(indicator => indicator.Series is null)
            from region in plan.Regions
            select new ObservationKey(plan.Id, indicator.Id, region.Code, Period.Month(year + month / 12, month % 12 + 1));
        return keys.Take(count).Select((key, index) => new Observation
        {
            Key = key,
            Value = index + (submission.Length / 100m),
            Origin = new Origin(submission, uploadedAt, "表一", Line($"C{index + 5}"), Line($"{index}.{submission.Length:D2}")),
        });
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> act)
    {
        var watch = Stopwatch.StartNew();
        await act();
        return watch.Elapsed;
    }

    private static string Report(string what, int rows, TimeSpan time) => Line($"{what,-24} {rows / time.TotalSeconds,10:N0} rows/s {time.TotalSeconds,8:N1} s");

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
