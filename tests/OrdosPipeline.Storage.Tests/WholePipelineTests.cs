using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Documents;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Storage.Tests;

/// <summary>
/// From files in storage to every table: two systems that share one inbox end with the same tables, whatever the order
/// of events, their repetitions and the places where runs were cut off; and so does a rebuild.
/// </summary>
public sealed class WholePipelineTests
{
    // One for all systems, since the tables hold when a submission was checked and applied; after every upload.
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow.AddDays(1);
    private static readonly string[] Indicators = ["A1", "A2", "A3"];
    private static readonly string[] Periods = ["2026年一季度", "2026年1-6月", "2026年前三季度", "2026年6月"];

    [Fact]
    public async Task All_tables_are_a_function_of_the_uploads()
    {
        for (var seed = 1; seed <= 4; seed++)
        {
            var random = new Random(seed);
            var orderly = await PipelineSystem.CreateAsync(inboxOf: null, crash: null);
            var paths = await orderly.UploadAsync(random, count: 7);
            foreach (var path in paths)
                await orderly.ProcessAsync(path);
            await orderly.CloseAsync();
            var expected = await orderly.DumpAsync();
            Assert.Contains("State=applied", expected, StringComparison.Ordinal);
            Assert.Contains("State=rejected", expected, StringComparison.Ordinal);

            var (own, gate) = (new Random(seed + 1000), new Lock());
            var unruly = await PipelineSystem.CreateAsync(orderly, new CrashPolicy(_ =>
            {
                lock (gate)
                    return own.Next(25) > 0 ? Crash.No : own.Next(2) == 0 ? Crash.Before : Crash.After;
            }));
            var events = paths.Concat(paths.Where(_ => random.Next(2) == 0)).ToArray();
            random.Shuffle(events);
            await Task.WhenAll(events.Select(path => UntilDoneAsync(() => unruly.ProcessAsync(path))));
            await UntilDoneAsync(unruly.CloseAsync);
            Assert.Equal(expected, await unruly.DumpAsync());

            await UntilDoneAsync(unruly.RebuildAsync);
            Assert.Equal(expected, await unruly.DumpAsync());
        }
    }

    [Fact]
    public async Task Closing_again_without_new_data_writes_no_version_and_new_data_write_one()
    {
        var system = await PipelineSystem.CreateAsync(inboxOf: null, crash: null);
        await system.UploadTextAsync("statistics/a.csv", "指标编码,期间,数值,单位\nA1,2026年一季度,6.1,%\n");
        await system.ProcessAsync("statistics/a.csv");
        Assert.NotEmpty(await system.CloseAsync());
        Assert.Empty(await system.CloseAsync());

        await system.UploadTextAsync("statistics/b.csv", "指标编码,期间,数值,单位\nA1,2026年一季度,6.2,%\n");
        await system.ProcessAsync("statistics/b.csv");
        Assert.All(await system.CloseAsync(), head => Assert.Equal(2, head.Version));
    }

    [Fact]
    public async Task The_sweep_takes_up_what_no_event_has_told_of()
    {
        var system = await PipelineSystem.CreateAsync(inboxOf: null, crash: null);
        await system.UploadTextAsync("statistics/a.csv", "指标编码,期间,数值,单位\nA1,2026年一季度,6.1,%\n");
        Assert.Equal(["statistics/a.csv"], await system.SweepAsync());
        // The first sweep has checked it, the second applies what is recorded.
        Assert.Equal(["statistics/a.csv"], await system.SweepAsync());
        Assert.Empty(await system.SweepAsync());
        Assert.Contains("State=applied", await system.DumpAsync(), StringComparison.Ordinal);
    }

    private static async Task UntilDoneAsync(Func<Task> step)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await step();
                return;
            }
            catch (Exception exception) when (attempt < 200 && IsCrash(exception))
            {
                // The platform delivers the event again.
            }
        }
    }

    private static bool IsCrash(Exception exception) => exception is CrashException || (exception.InnerException is { } inner && IsCrash(inner));

    private static string RandomFile(Random random)
    {
        var text = new StringBuilder("指标编码,地区,期间,数值,单位\n");
        for (var row = random.Next(1, 8); row > 0; row--)
        {
            var indicator = Indicators[random.Next(Indicators.Length)];
            // A3 is believable from 50 to 300 万人.
            var number = (random.Next(10, 400) / 10m) + (indicator == "A3" ? 100 : 0);
            var value = random.Next(12) == 0 ? "撤回" : random.Next(40) == 0 ? "约5" : number.ToString(CultureInfo.InvariantCulture);
            var unit = indicator switch { "A1" => "%", "A2" => random.Next(2) == 0 ? "亿元" : "万元", _ => "万人" };
            text.Append(CultureInfo.InvariantCulture, $"{indicator},{(random.Next(2) == 0 ? "" : "全市")},{Periods[random.Next(Periods.Length)]},{value},{unit}\n");
        }

        return text.ToString();
    }

    /// <summary>A whole system without its host.</summary>
    private sealed class PipelineSystem
    {
        private readonly ServiceProvider services;
        private readonly StorageOptions options;
        private readonly string inboxPrefix;

        private PipelineSystem(StorageOptions options, string inboxPrefix, CrashPolicy? crash)
        {
            (this.options, this.inboxPrefix) = (options, inboxPrefix);
            services = new ServiceCollection()
                .AddOrdosPipelines(name => name == "Plans" ? Checkout.PathOf("tests", "TestPlans") : null)
                .AddOrdosStorage(options)
                .AddSingleton<TimeProvider>(new StoppedClock(Now))
                .AddSingleton(_ => Clients(options, crash))
                .BuildServiceProvider();
        }

        public static async Task<PipelineSystem> CreateAsync(PipelineSystem? inboxOf, CrashPolicy? crash)
        {
            var options = new StorageOptions
            {
                ConnectionString = await AzuriteFixture.ConnectionStringAsync(),
                Prefix = AzuriteFixture.UniqueName("p"),
                IncomingPrefix = inboxOf?.inboxPrefix,
            };
            var system = new PipelineSystem(options, options.IncomingPrefix ?? options.Prefix, crash);
            await UntilDoneAsync(() => system.services.GetRequiredService<Preparation>().RunAsync(CancellationToken.None));
            return system;
        }

        public async Task<List<string>> UploadAsync(Random random, int count)
        {
            var paths = new List<string>();
            for (var file = 1; file <= count; file++)
            {
                var path = $"{(random.Next(8) == 0 ? "没有的部门" : "统计局")}/报表/{file}.csv";
                await UploadTextAsync(path, file == 1 ? "指标编码,期间,数值\nA9,2026年一季度,约5\n" : RandomFile(random));
                paths.Add(path);
            }

            return paths;
        }

        public async Task UploadTextAsync(string path, string text)
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
            await services.GetRequiredService<IInbox>().UploadAsync(path, content, submittedBy: null, CancellationToken.None);
        }

        /// <summary>What the two blob triggers do for one upload.</summary>
        public async Task ProcessAsync(string path)
        {
            var pipeline = services.GetRequiredService<SubmissionPipeline>();
            var recorded = await pipeline.ArriveAsync(path, CancellationToken.None);
            if (recorded!.Verdict != Verdict.Rejected)
                await pipeline.ApplyAsync(BlobNames.AcceptedDocument(recorded.Submission.Plan, recorded.Submission.Department, recorded.Submission.Id), CancellationToken.None);
        }

        public Task<IReadOnlyList<Core.Reporting.SummaryHead>> CloseAsync() => services.GetRequiredService<QuarterClosePipeline>().CloseDueAsync(CancellationToken.None);

        public Task<RebuildCounts> RebuildAsync() => services.GetRequiredService<Rebuild>().RunAsync(_ => { }, CancellationToken.None);

        public Task<IReadOnlyList<string>> SweepAsync() => services.GetRequiredService<MissedSubmissions>().TakeUpAsync(CancellationToken.None);

        public Task<string> DumpAsync() => TableDump.OfAllAsync(options.ConnectionString!, options.Prefix);

        private static StorageClients Clients(StorageOptions options, CrashPolicy? crash)
        {
            if (crash is null)
                return new StorageClients(options);
            var tables = new Azure.Data.Tables.TableClientOptions();
            tables.AddPolicy(crash, Azure.Core.HttpPipelinePosition.PerCall);
            var blobs = new Azure.Storage.Blobs.BlobClientOptions();
            blobs.AddPolicy(crash, Azure.Core.HttpPipelinePosition.PerCall);
            return new StorageClients(options, tables, blobs);
        }
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
