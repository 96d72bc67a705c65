using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage.Tests;

/// <summary>Whatever happens on the way, the whole tables are a function of the set of uploads.</summary>
public sealed class ObservationStorePropertyTests
{
    private const int Cases = 30;

    private static readonly string[] Tables = [TableNames.Observations, TableNames.ObservationHistory, TableNames.ProjectReports, TableNames.ProjectReportHistory];

    [Fact]
    public async Task Any_order_with_repetitions_gives_the_same_tables()
    {
        for (var seed = 1; seed <= Cases; seed++)
        {
            var random = new Random(seed);
            var uploads = RandomUploads.Create(random);
            var storage = await TestStorage.CreateAsync(Tables);
            var store = Store(storage.Clients);
            foreach (var upload in Shuffled(random, [.. uploads, .. uploads.Where(_ => random.Next(2) == 0)]))
                await store.ApplyAsync(upload.Observations, upload.Reports, CancellationToken.None);
            await AssertHoldsAsync(storage, uploads, seed);
        }
    }

    [Fact]
    public async Task Uploads_applied_at_the_same_time_give_the_same_tables()
    {
        for (var seed = 101; seed <= 100 + Cases; seed++)
        {
            var random = new Random(seed);
            var uploads = RandomUploads.Create(random);
            var storage = await TestStorage.CreateAsync(Tables);
            var store = Store(storage.Clients);
            await Task.WhenAll(Shuffled(random, [.. uploads, .. uploads.Where(_ => random.Next(3) == 0)])
                .Select(upload => store.ApplyAsync(upload.Observations, upload.Reports, CancellationToken.None)));
            await AssertHoldsAsync(storage, uploads, seed);
        }
    }

    [Fact]
    public async Task Runs_cut_off_at_random_and_repeated_at_the_same_time_give_the_same_tables()
    {
        for (var seed = 201; seed <= 200 + Cases; seed++)
        {
            var random = new Random(seed);
            var uploads = RandomUploads.Create(random);
            var storage = await TestStorage.CreateAsync(Tables);
            await Task.WhenAll(Shuffled(random, uploads).Select(upload =>
            {
                var own = new Random(random.Next());
                var crashes = own.Next(6);
                return RepeatAsync(
                    Store(storage.Through(new CrashPolicy(_ =>
                    {
                        lock (own)
                            return own.Next(4) > 0 || crashes-- <= 0 ? Crash.No : own.Next(2) == 0 ? Crash.Before : Crash.After;
                    }))),
                    upload);
            }));
            await AssertHoldsAsync(storage, uploads, seed);
        }
    }

    [Fact]
    public async Task A_run_cut_off_before_or_after_any_write_and_overtaken_by_others_gives_the_same_tables()
    {
        var random = new Random(4711);
        var uploads = RandomUploads.Create(random);
        while (uploads.Count < 4 || uploads.Any(upload => upload.Observations.Count < 8))
            uploads = RandomUploads.Create(random);
        var (cutOff, others) = (uploads[0], uploads.Skip(1).ToList());
        for (var write = 1; ; write++)
        {
            var fewer = 0;
            foreach (var crash in new[] { Crash.Before, Crash.After })
            {
                var storage = await TestStorage.CreateAsync(Tables);
                var policy = new CrashPolicy(number => number == write ? crash : Crash.No);
                await Store(storage.Clients).ApplyAsync(others[0].Observations, others[0].Reports, CancellationToken.None);
                var crashed = !await TryAsync(Store(storage.Through(policy)), cutOff);
                foreach (var other in others.Skip(1))
                    await Store(storage.Clients).ApplyAsync(other.Observations, other.Reports, CancellationToken.None);
                await Store(storage.Clients).ApplyAsync(cutOff.Observations, cutOff.Reports, CancellationToken.None);
                await AssertHoldsAsync(storage, uploads, write);
                fewer += crashed ? 0 : 1;
            }

            if (fewer == 2)
                return;
        }
    }

    private static TableObservationStore Store(StorageClients clients) => new(clients, TestStorage.Plans);

    private static List<Upload> Shuffled(Random random, List<Upload> uploads) => [.. uploads.OrderBy(_ => random.Next())];

    private static async Task RepeatAsync(TableObservationStore store, Upload upload)
    {
        while (!await TryAsync(store, upload))
        {
        }
    }

    private static async Task<bool> TryAsync(TableObservationStore store, Upload upload)
    {
        try
        {
            await store.ApplyAsync(upload.Observations, upload.Reports, CancellationToken.None);
            return true;
        }
        catch (CrashException)
        {
            return false;
        }
    }

    private static async Task AssertHoldsAsync(TestStorage storage, List<Upload> uploads, int seed)
    {
        var dumps = new List<string>();
        foreach (var table in Tables)
            dumps.Add(await storage.DumpAsync(table));
        Assert.Equal($"{seed}\n{RandomUploads.Expected(uploads, TestStorage.Plans)}", $"{seed}\n{string.Join("\n\n", dumps)}");
    }
}
