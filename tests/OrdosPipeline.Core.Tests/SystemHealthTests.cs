using OrdosPipeline.Core.Health;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests;

public sealed class SystemHealthTests
{
    [Theory]
    [InlineData(StorageFault.None, HealthStatus.Ok, "Table storage answers.", "well")]
    [InlineData(StorageFault.NotConfigured, HealthStatus.Ok, "Table storage has no address configured, and none is needed.", "well")]
    [InlineData(StorageFault.Unreachable, HealthStatus.Failing, "Table storage does not answer: why.", "Not looked at, because the storage is not well; see storage-*.")]
    [InlineData(StorageFault.NotSignedIn, HealthStatus.Failing, "Table storage does not know the app: why.", "Not looked at, because the storage is not well; see storage-*.")]
    [InlineData(StorageFault.Refused, HealthStatus.Failing, "Table storage refuses the app: why.", "Not looked at, because the storage is not well; see storage-*.")]
    [InlineData(StorageFault.Throttled, HealthStatus.Failing, "Table storage has too much to do: why.", "Not looked at, because the storage is not well; see storage-*.")]
    [InlineData(StorageFault.Missing, HealthStatus.Failing, "Table storage lacks: why.", "Not looked at, because the storage is not well; see storage-*.")]
    [InlineData(StorageFault.Other, HealthStatus.Failing, "Table storage fails: why.", "Not looked at, because the storage is not well; see storage-*.")]
    public async Task What_the_storage_answers_is_told_with_what_to_do_and_what_needs_it_is_not_tried(StorageFault fault, HealthStatus status, string message, string needing)
    {
        var report = await ReportAsync(new StorageHealth(new Storage(fault), StorageService.Tables), new Probe("other", () => Task.FromResult("well")) { Needs = [StorageService.Tables] });
        Assert.Equal(status, report.Status);
        Assert.Equal((message, status != HealthStatus.Ok), (report.Components[0].MessageEn, report.Components[0] is { Advice.Length: > 0, AdviceEn.Length: > 0 }));
        Assert.Equal(needing, report.Components[1].MessageEn);
    }

    [Fact]
    public async Task Without_queues_the_system_works_on() =>
        Assert.Equal(HealthStatus.Degraded, (await ReportAsync(new StorageHealth(new Storage(StorageFault.Unreachable), StorageService.Queues))).Status);

    [Fact]
    public async Task A_part_that_cannot_be_looked_at_keeps_its_fault_to_the_log()
    {
        var report = await ReportAsync(new Probe("broken", () => throw new IOException("DefaultEndpointsProtocol=https;AccountName=secret")), new Probe("other", () => Task.FromResult("well")));
        Assert.Equal(["It could not be looked at (IOException).", "well"], report.Components.Select(component => component.MessageEn));
        Assert.IsType<IOException>(report.Components[0].Fault);
    }

    [Fact]
    public async Task A_part_that_does_not_answer_holds_nothing_up()
    {
        var clock = new ImpatientClock();
        var report = await new SystemHealth([new Probe("hanging", () => new TaskCompletionSource<string>().Task), new Probe("other", () => Task.FromResult("well"))], Plans, clock).ReportAsync(CancellationToken.None);
        Assert.Equal(["It could not be looked at within 5 seconds.", "well"], report.Components.Select(component => component.MessageEn));
    }

    private static PlanLibrary Plans { get; } = new([TestPlan.Mini16()]);

    private static Task<HealthReport> ReportAsync(params IHealthProbe[] probes) => new SystemHealth(probes, Plans, TimeProvider.System).ReportAsync(CancellationToken.None);

    private sealed class Probe(string name, Func<Task<string>> look) : IHealthProbe
    {
        public string Name => name;

        public IReadOnlyList<StorageService> Needs { get; init; } = [];

        public async Task<HealthComponent> LookAsync(CancellationToken cancellationToken) => new(name, HealthStatus.Ok, "", await look());
    }

    private sealed class Storage(StorageFault fault) : IStorageProbe
    {
        public Task<StorageAnswer> AskAsync(StorageService service, CancellationToken cancellationToken) => Task.FromResult(new StorageAnswer(fault, "why"));
    }

    /// <summary>Its timers run twenty times as fast.</summary>
    private sealed class ImpatientClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / 20 : dueTime, period);
    }
}
