using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Health;

/// <summary>Looks at every part of the system, each within a few seconds.</summary>
/// <remarks>Anybody may ask, so a report is kept for some seconds: however many ask, the storage is asked once.</remarks>
public sealed class SystemHealth
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly IReadOnlyList<IHealthProbe> probes;
    private readonly PlanLibrary plans;
    private readonly TimeProvider clock;
    private readonly Recent<HealthReport> recent;

    public SystemHealth(IEnumerable<IHealthProbe> probes, PlanLibrary plans, TimeProvider clock)
    {
        (this.probes, this.plans, this.clock) = ([.. probes], plans, clock);
        recent = new Recent<HealthReport>(Kept, clock, LookAsync);
    }

    public Task<HealthReport> ReportAsync(CancellationToken cancellationToken) => recent.GetAsync(cancellationToken);

    private async Task<HealthReport> LookAsync(CancellationToken cancellationToken)
    {
        // The storage first: what else would be found without it is its fault once more, after many tries.
        var storage = await Task.WhenAll(probes.OfType<StorageHealth>().Select(async probe => (probe.Service, Component: await LookAsync(probe, cancellationToken))));
        var unwell = storage.Where(one => one.Component.Status != HealthStatus.Ok).Select(one => one.Service).ToList();
        var others = await Task.WhenAll(probes.Where(probe => probe is not StorageHealth)
            .Select(probe => probe.Needs.Intersect(unwell).Any() ? Task.FromResult(NotLookedAt(probe.Name)) : LookAsync(probe, cancellationToken)));
        HealthComponent[] components = [.. storage.Select(one => one.Component), .. others];
        return new HealthReport(components.Max(component => component.Status), clock.GetUtcNow(), [.. plans.All.Select(plan => plan.Id)], components);
    }

    private async Task<HealthComponent> LookAsync(IHealthProbe probe, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            // Not every client gives up when it is told to; those that do may say so.
            return await Task.Run(() => probe.LookAsync(either.Token), either.Token).WaitAsync(Limit + Grace, clock, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            var (chinese, english) = fault is TimeoutException or OperationCanceledException
                ? ($"{Limit.TotalSeconds} 秒内没有查明", $"It could not be looked at within {Limit.TotalSeconds} seconds")
                : ($"没能查明（{fault.GetType().Name}）", $"It could not be looked at ({fault.GetType().Name})");
            return new HealthComponent(probe.Name, HealthStatus.Degraded, $"{chinese}。", $"{english}.") { Advice = "看函数应用的日志。", AdviceEn = "See the function app's log.", Fault = fault };
        }
    }

    private static HealthComponent NotLookedAt(string name) =>
        new(name, HealthStatus.Degraded, "没有查看：存储不正常，见 storage-* 各项。", "Not looked at, because the storage is not well; see storage-*.");
}

/// <summary>How the system is.</summary>
/// <param name="Status">As its worst component.</param>
/// <param name="CheckedAt">When it was looked at.</param>
/// <param name="Plans">The ids of the plans that it serves, by their first year.</param>
/// <param name="Components">Each part.</param>
public sealed record HealthReport(HealthStatus Status, DateTimeOffset CheckedAt, IReadOnlyList<string> Plans, IReadOnlyList<HealthComponent> Components);
