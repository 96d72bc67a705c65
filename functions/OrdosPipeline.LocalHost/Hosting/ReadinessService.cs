using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrdosPipeline.LocalHost.Functions;
using OrdosPipeline.LocalHost.Triggers.Http;

namespace OrdosPipeline.LocalHost.Hosting;

/// <summary>Says where the host listens once requests and blobs are taken.</summary>
internal sealed class ReadinessService(
    HostReadiness readiness,
    HostSettings settings,
    FunctionCatalog functions,
    FunctionKeys keys,
    IServer server,
    IHostApplicationLifetime lifetime,
    ILogger<ReadinessService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        // Every trigger service has named its parts before the application counts as started.
        await readiness.WaitAsync(stoppingToken);
        await keys.AnnounceAsync(stoppingToken);

        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        logger.LogInformation(
            "Host ready at {BaseAddress} ({HostId}: {Functions})",
            $"{address.TrimEnd('/')}/{settings.RoutePrefix}", settings.HostId, string.Join(", ", functions.Select(f => f.Name)));
    }
}
