using System.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace OrdosPipeline.LocalHost.Hosting;

/// <summary>Stops the host when the process that <c>LocalHost:ExitWithParent</c> names has ended, however it ended. Where none is named it does nothing.</summary>
internal sealed class ParentWatch(HostSettings settings, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.ParentProcess is not { } id)
            return;
        try
        {
            using var parent = Process.GetProcessById(id);
            await parent.WaitForExitAsync(stoppingToken);
        }
        catch (ArgumentException)
        {
            // It has ended already.
        }

        lifetime.StopApplication();
    }
}
