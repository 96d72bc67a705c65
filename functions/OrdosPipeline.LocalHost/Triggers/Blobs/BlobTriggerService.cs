using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrdosPipeline.LocalHost.Functions;
using OrdosPipeline.LocalHost.Hosting;
using OrdosPipeline.LocalHost.Invocation;
using OrdosPipeline.LocalHost.Storage;

namespace OrdosPipeline.LocalHost.Triggers.Blobs;

/// <summary>Runs a listener for each blob function.</summary>
internal sealed class BlobTriggerService(
    FunctionCatalog functions,
    StorageAccounts accounts,
    BlobSlots slots,
    FunctionInvoker invoker,
    HostSettings settings,
    HostReadiness readiness,
    IConfiguration configuration,
    TimeProvider time,
    ILogger<BlobTriggerService> logger) : BackgroundService
{
    private List<BlobTriggerListener> listeners = [];

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Here and not in the background, so that a fault in the settings stops the start.
        listeners = [.. functions.OfTrigger<BlobTriggerAttribute>().Select(f => CreateListener(f.Function, f.Trigger))];
        foreach (var listener in listeners)
            readiness.Require(listener.Ready);
        return base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => Task.WhenAll(listeners.Select(listener => listener.RunAsync(stoppingToken)));

    private BlobTriggerListener CreateListener(Function function, BlobTriggerAttribute trigger)
    {
        function.RequireTriggerType<Azure.Storage.Blobs.BlobClient>();
        var pattern = BlobPathPattern.Parse(SettingReferences.Resolve(trigger.BlobPath, configuration));
        var receipts = new BlobReceipts(accounts.HostContainer, settings.HostId, function.Id);
        return new BlobTriggerListener(
            function, pattern, accounts.Get(trigger.Connection), receipts, slots, invoker, settings, time, logger);
    }
}
