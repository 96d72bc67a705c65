using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Health;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Documents;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Storage.Tests;

/// <summary>What the pipeline measures of itself while uploads go through it.</summary>
public sealed class TelemetryTests
{
    private const string Good = "指标编码,期间,数值,单位\nA1,2026年一季度,6.1,%\nA2,2026年一季度,5,亿元\n";
    private const string Faulty = "指标编码,期间,数值,单位\nA4,2026年一季度,约6,万亩\nA5,2026年一季度,近5,个\nA9,2026年一季度,5,%\n";

    [Fact]
    public async Task A_submission_counts_once_however_often_its_events_come()
    {
        await using var system = await PipelineSystem.CreateAsync();
        var good = await system.UploadAsync("statistics/a.csv", Good);
        var faulty = await system.UploadAsync("works/b.csv", Faulty);

        system.Clock.Now = good.UploadedAt.AddSeconds(7);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => system.Pipeline.ArriveAsync(good.Path, CancellationToken.None)));
        system.Clock.Now = faulty.UploadedAt.AddSeconds(12.5);
        var rejected = await system.Pipeline.ArriveAsync(faulty.Path, CancellationToken.None);
        await system.Pipeline.ArriveAsync(faulty.Path, CancellationToken.None);
        Assert.Equal(
            [
                "ordos.findings{ordos.finding.code=indicator-unknown,ordos.plan=mini-16} 1",
                "ordos.findings{ordos.finding.code=value-imprecise,ordos.plan=mini-16} 2",
                "ordos.submission.feedback.duration{ordos.plan=mini-16,ordos.verdict=accepted} 7",
                "ordos.submission.feedback.duration{ordos.plan=mini-16,ordos.verdict=rejected} 12.5",
                "ordos.submissions{ordos.plan=mini-16,ordos.verdict=accepted} 1",
                "ordos.submissions{ordos.plan=mini-16,ordos.verdict=rejected} 1",
            ],
            system.Recording.Take());

        var accepted = BlobNames.AcceptedDocument("mini-16", "statistics", BlobNames.SubmissionId(good.Path, good.ETag));
        system.Clock.Now = good.UploadedAt.AddSeconds(9);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => system.Pipeline.ApplyAsync(accepted, CancellationToken.None)));
        await system.Pipeline.RestoreAsync(rejected!, appliedAt: null, CancellationToken.None);
        Assert.Equal(["ordos.submission.apply.duration{ordos.plan=mini-16} 9"], system.Recording.Take());
    }

    [Fact]
    public async Task The_backlog_is_what_is_neither_applied_nor_rejected_nor_given_up()
    {
        await using var system = await PipelineSystem.CreateAsync(breaksOn: "毒");
        // Nothing is known before the first look.
        Assert.Empty(system.Recording.Take());
        Assert.Equal(new BacklogState(0, null, 0), await system.LookAsync());
        Assert.Equal(["ordos.backlog.age{} 0", "ordos.backlog.submissions{} 0", "ordos.poison.messages{} 0", "ordos.submissions.failed{} 0"], system.Recording.Take());

        var first = await system.UploadAsync("statistics/a.csv", Good);
        var second = await system.UploadAsync("works/b.csv", Good.Replace("A1", "A4", StringComparison.Ordinal));
        system.Clock.Now = first.UploadedAt.AddMinutes(40);
        Assert.Equal(new BacklogState(2, first.UploadedAt, 0), await system.LookAsync());
        Assert.Contains("ordos.backlog.age{} 2400", system.Recording.Take());

        // Accepted is half the way.
        await system.Pipeline.ArriveAsync(first.Path, CancellationToken.None);
        Assert.Equal(new BacklogState(2, first.UploadedAt, 0), await system.LookAsync());
        // Overwritten since, by a version that the system fails on.
        var third = await system.UploadAsync("statistics/a.csv", Good + "A3,2026年一季度,毒,万人\n");
        Assert.Equal(new BacklogState(3, first.UploadedAt, 0), await system.LookAsync());
        await system.Pipeline.ApplyAsync(BlobNames.AcceptedDocument("mini-16", "statistics", BlobNames.SubmissionId(first.Path, first.ETag)), CancellationToken.None);
        Assert.Equal(new BacklogState(2, second.UploadedAt, 0), await system.LookAsync());

        system.Recording.Take();
        for (var time = 0; time < new SubmissionPipelineOptions().Tries; time++)
            await Assert.ThrowsAsync<IOException>(() => system.Pipeline.ArriveAsync(third.Path, CancellationToken.None));
        Assert.Equal(new BacklogState(1, second.UploadedAt, 1), await system.LookAsync());
        var lines = system.Recording.Take();
        Assert.Equal(5, lines.Count(line => line == "ordos.submission.failures{ordos.step=check} 1"));
        Assert.Contains("ordos.submissions.failed{} 1", lines);
        // Its age goes on between two looks.
        system.Clock.Now = second.UploadedAt.AddMinutes(50);
        Assert.Contains("ordos.backlog.age{} 3000", system.Recording.Take());
    }

    [Fact]
    public async Task A_span_says_which_submission_it_is_about_and_not_which_it_took_up_first()
    {
        await using var system = await PipelineSystem.CreateAsync();
        var earlier = await system.UploadAsync("statistics/a.csv", Good);
        while (DateTimeOffset.UtcNow < earlier.UploadedAt.AddSeconds(1))
            await Task.Delay(20);
        var later = await system.UploadAsync("statistics/b.csv", Good.Replace("6.1", "6.2", StringComparison.Ordinal));
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == PipelineSpans.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                lock (spans)
                    spans.Add(span);
            },
        };
        ActivitySource.AddActivityListener(listener);
        Activity? invocation;
        using (invocation = PipelineSpans.Source.StartActivity("SubmissionArrived"))
            await system.Pipeline.ArriveAsync(later.Path, CancellationToken.None);

        var (laterId, earlierId) = (BlobNames.SubmissionId(later.Path, later.ETag), BlobNames.SubmissionId(earlier.Path, earlier.ETag));
        Assert.Equal((laterId, "statistics", "mini-16", "accepted"), Said(invocation!));
        lock (spans)
        {
            var own = spans.Where(span => span.TraceId == invocation!.TraceId).ToList();
            // In the order in which they ended.
            Assert.Equal(
                [$"check {earlierId}", $"apply {earlierId}", $"check {laterId}"],
                own.Where(span => span.OperationName is "check" or "apply").Select(span => $"{span.OperationName} {span.GetTagItem(PipelineSpans.Submission)}"));
            Assert.Superset(
                new HashSet<string> { "read file", "wait for order", "read history", "apply rules", "write feedback" },
                own.Where(span => span.ParentSpanId == own.Single(check => check.OperationName == "check" && Said(check).Item1 == laterId).SpanId).Select(span => span.OperationName).ToHashSet());
        }

        static (string?, string?, string?, string?) Said(Activity span) => (
            span.GetTagItem(PipelineSpans.Submission) as string, span.GetTagItem(PipelineSpans.Department) as string,
            span.GetTagItem(PipelineSpans.Plan) as string, span.GetTagItem(PipelineSpans.Verdict) as string);
    }

    /// <summary>A system without its host, on a clock that stands still.</summary>
    private sealed class PipelineSystem : IAsyncDisposable
    {
        private readonly ServiceProvider services;

        private PipelineSystem(StorageOptions options, string? breaksOn)
        {
            services = new ServiceCollection()
                .AddOrdosPipelines(name => name == "Plans" ? Checkout.PathOf("tests", "TestPlans") : null)
                .AddOrdosStorage(options)
                .AddSingleton<TimeProvider>(Clock)
                .AddSingleton<IWorkbookOpener>(new BreakingOpener(breaksOn))
                .AddSingleton<IPoisonQueue, NoPoison>()
                .BuildServiceProvider();
            Recording = new MeterRecording(services.GetRequiredService<PipelineMetrics>().Meter);
        }

        public StoppedClock Clock { get; } = new(DateTimeOffset.UtcNow);

        public MeterRecording Recording { get; }

        public SubmissionPipeline Pipeline => services.GetRequiredService<SubmissionPipeline>();

        public static async Task<PipelineSystem> CreateAsync(string? breaksOn = null)
        {
            var options = new StorageOptions { ConnectionString = await AzuriteFixture.ConnectionStringAsync(), Prefix = AzuriteFixture.UniqueName("t") };
            var system = new PipelineSystem(options, breaksOn);
            await system.services.GetRequiredService<Preparation>().RunAsync(CancellationToken.None);
            return system;
        }

        public async Task<IncomingVersion> UploadAsync(string path, string text)
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
            return await services.GetRequiredService<IInbox>().UploadAsync(path, content, submittedBy: null, CancellationToken.None);
        }

        /// <summary>Looks anew: a look is kept for a minute.</summary>
        public async Task<BacklogState> LookAsync()
        {
            var backlog = ActivatorUtilities.CreateInstance<Backlog>(services);
            await backlog.CountPoisonAsync(CancellationToken.None);
            return await backlog.ReadAsync(CancellationToken.None);
        }

        public async ValueTask DisposeAsync()
        {
            Recording.Dispose();
            await services.DisposeAsync();
        }
    }

    /// <summary>Tests share the host's queue.</summary>
    private sealed class NoPoison : IPoisonQueue
    {
        public Task<int> RemoveAsync(string container, string name, CancellationToken cancellationToken) => Task.FromResult(0);

        public Task<int?> CountAsync(CancellationToken cancellationToken) => Task.FromResult<int?>(0);
    }
}
