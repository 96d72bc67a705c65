using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrdosPipeline.LocalHost.Functions;
using OrdosPipeline.LocalHost.Invocation;
using OrdosPipeline.LocalHost.Storage;

namespace OrdosPipeline.LocalHost.Triggers.Timers;

/// <summary>Runs a listener for each timer function.</summary>
internal sealed class TimerTriggerService(
    FunctionCatalog functions,
    StorageAccounts accounts,
    TimerStatusStore store,
    FunctionInvoker invoker,
    IConfiguration configuration,
    TimeProvider time,
    ILogger<TimerTriggerService> logger) : BackgroundService
{
    private List<TimerListener> listeners = [];
    private CancellationToken stopping;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Here and not in the background, so that a fault in the settings stops the start.
        listeners = [.. functions.OfTrigger<TimerTriggerAttribute>().Select(f => CreateListener(f.Function, f.Trigger))];
        if (listeners.Count > 0)
            _ = accounts.Host;
        return base.StartAsync(cancellationToken);
    }

    /// <summary>Starts a run of a timer function outside its schedule; false when there is no such function.</summary>
    public bool TryRunNow(string functionName)
    {
        if (listeners.Find(listener => listener.FunctionName.Equals(functionName, StringComparison.OrdinalIgnoreCase)) is not { } listener)
            return false;
        _ = listener.RunNowAsync(stopping);
        return true;
    }

    public override void Dispose()
    {
        foreach (var listener in listeners)
            listener.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        stopping = stoppingToken;
        return Task.WhenAll(listeners.Select(listener => listener.RunAsync(stoppingToken)));
    }

    private TimerListener CreateListener(Function function, TimerTriggerAttribute trigger)
    {
        function.RequireTriggerType<TimerInfo>();
        var schedule = TimerSchedule.Parse(SettingReferences.Resolve(trigger.Schedule, configuration));
        return new TimerListener(function, trigger, schedule, store, invoker, time, logger);
    }
}
