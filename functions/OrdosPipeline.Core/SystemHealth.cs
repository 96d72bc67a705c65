using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core;

/// <summary>Looks at every part of the system at once, each within a few seconds.</summary>
/// <remarks>Anybody may ask, so a report is kept for some seconds: however many ask, the storage is asked once.</remarks>
public sealed class SystemHealth
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

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
        var components = await Task.WhenAll(probes.Select(probe => LookAsync(probe, cancellationToken)));
        return new HealthReport(components.Max(component => component.Status), clock.GetUtcNow(), [.. plans.All.Select(plan => plan.Id)], components);
    }

    private async Task<HealthComponent> LookAsync(IHealthProbe probe, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            // Not every client gives up when it is told to.
            return await Task.Run(() => probe.LookAsync(either.Token), either.Token).WaitAsync(Limit, clock, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return fault is TimeoutException or OperationCanceledException
                ? Unknown(probe.Name, $"{Limit.TotalSeconds} 秒内没有回答", $"No answer within {Limit.TotalSeconds} seconds")
                : Unknown(probe.Name, $"没能查明（{fault.GetType().Name}）", $"It could not be looked at ({fault.GetType().Name})");
        }
    }

    /// <summary>What cannot be looked at is degraded: where the storage is the cause, its own component says that it fails.</summary>
    private static HealthComponent Unknown(string name, string message, string messageEn) => new(name, HealthStatus.Degraded, $"{message}。", $"{messageEn}.")
    {
        Advice = "先看 storage-* 各项；它们正常时看函数应用的日志。",
        AdviceEn = "See the components storage-* first; where they are well, the function app's log.",
    };
}

/// <summary>How the system is.</summary>
/// <param name="Status">As its worst component.</param>
/// <param name="CheckedAt">When it was looked at.</param>
/// <param name="Plans">The ids of the plans that it serves, by their first year.</param>
/// <param name="Components">Each part.</param>
public sealed record HealthReport(HealthStatus Status, DateTimeOffset CheckedAt, IReadOnlyList<string> Plans, IReadOnlyList<HealthComponent> Components);
