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
/// Observations applied through the store, beside bare batched upserts of the very rows that come of it: one in the current
/// table and one in the history for each observation, in full batches, as many partitions at a time.
/// </summary>
/// <remarks>The emulator slows down as it fills, so the two take turns, each in its own tables, and either is first as often.</remarks>
internal static class ApplyBenchmark
{
    private const int Rounds = 10;
    private const int RowsPerBatch = 100;
    private const int PartitionsAtATime = 8;

    public static async Task RunAsync(int count, TextWriter output)
    {
        var plan = TestPlan.Ordos14();
        var plans = new PlanLibrary([plan]);
        var connection = await AzuriteFixture.ConnectionStringAsync();
        var options = new StorageOptions { ConnectionString = connection, Prefix = AzuriteFixture.UniqueName("b") };
        await using var services = new ServiceCollection().AddSingleton(plans).AddOrdosStorage(options).BuildServiceProvider();
        await services.GetRequiredService<IStorageMaintenance>().EnsureCreatedAsync(CancellationToken.None);
        var store = services.GetRequiredService<IObservationStore>();
        var bareTables = new[] { "BareHistory", "BareCurrent" }.Select(name => new TableClient(connection, options.Prefix + name)).ToArray();
        foreach (var table in bareTables)
            await table.CreateAsync();

        await output.WriteLineAsync(Line($"{count:N0} observations, each a row in Observations and a row in ObservationHistory."));
        await store.ApplyAsync([.. Observations(plan, 2000, year: 2001, "0")], [], CancellationToken.None);
        await BareAsync(bareTables, new ObservationForm(plans), [.. Observations(plan, 2000, year: 2001, "0")]);

        var (applied, bare) = (TimeSpan.Zero, TimeSpan.Zero);
        var rounds = Observations(plan, count, year: 2021, "1").Chunk((count + Rounds - 1) / Rounds).ToList();
        for (var round = 0; round < rounds.Count; round++)
        {
            var rows = rounds[round];
            if (round % 2 == 1)
                bare += await BareAsync(bareTables, new ObservationForm(plans), rows);
            applied += await TimeAsync(() => store.ApplyAsync(rows, [], CancellationToken.None));
            if (round % 2 == 0)
                bare += await BareAsync(bareTables, new ObservationForm(plans), rows);
        }

        await output.WriteLineAsync(Report("applied", 2 * count, applied));
        await output.WriteLineAsync(Report("bare batched upserts", 2 * count, bare));
        await output.WriteLineAsync(Line($"{"ratio of the rates",-24} {bare / applied,10:P0}"));

        var part = rounds[0];
        await output.WriteLineAsync(Report("applied again", 2 * part.Length, await TimeAsync(() => store.ApplyAsync(part, [], CancellationToken.None))));
        var revised = Observations(plan, part.Length, year: 2021, "2").ToList();
        await output.WriteLineAsync(Report("revised", 2 * part.Length, await TimeAsync(() => store.ApplyAsync(revised, [], CancellationToken.None))));
    }

    /// <summary>Makes the entities and upserts them.</summary>
    public static Task<TimeSpan> BareAsync(TableClient[] tables, ObservationForm form, Observation[] rows) => TimeAsync(async () =>
    {
        await UpsertAsync(tables[0], rows, form.Partition, form.History);
        await UpsertAsync(tables[1], rows, form.Partition, row => form.Current(row, 1));
    });

    private static Task UpsertAsync(TableClient table, Observation[] rows, Func<Observation, string> partition, Func<Observation, TableEntity> entity) =>
        Parallel.ForEachAsync(
            rows.GroupBy(partition, StringComparer.Ordinal),
            new ParallelOptions { MaxDegreeOfParallelism = PartitionsAtATime },
            async (rows, cancellationToken) =>
            {
                foreach (var batch in rows.Chunk(RowsPerBatch))
                    await table.SubmitTransactionAsync(batch.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, entity(row))), cancellationToken);
            });

    /// <summary>As a large file of the whole city: every region, every month, indicator by indicator.</summary>
    /// <param name="plan">Whose indicators.</param>
    /// <param name="count">How many.</param>
    /// <param name="year">The first year.</param>
    /// <param name="submission">A digit; a greater one is a later upload with other values.</param>
    private static IEnumerable<Observation> Observations(PlanCatalogue plan, int count, int year, string submission)
    {
        var indicators = plan.Indicators.Where(indicator => indicator.Series is null).ToList();
        var months = 1 + (count / (indicators.Count * plan.Regions.Count));
        var uploadedAt = new DateTimeOffset(2023, 10, 12, 8, 0, submission[0] - '0', TimeSpan.Zero);
        var keys =
            from indicator in indicators
            from region in plan.Regions
            from month in Enumerable.Range(0, months)
            select new ObservationKey(plan.Id, indicator.Id, region.Code, Period.Month(year + month / 12, month % 12 + 1));
        return keys.Take(count).Select((key, index) => new Observation
        {
            Key = key,
            Value = index + decimal.Parse($"0.{submission}", CultureInfo.InvariantCulture),
            Origin = new Origin(submission, uploadedAt, "表一", Line($"C{index + 5}"), Line($"{index}.{submission}")),
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
