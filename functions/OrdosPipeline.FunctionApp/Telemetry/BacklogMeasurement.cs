using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrdosPipeline.Core.Health;

namespace OrdosPipeline.FunctionApp.Telemetry;

/// <summary>Looks at the backlog and the poison queue every five minutes, so that there are figures to send.</summary>
/// <remarks>In the process and not a timer function: figures are of the process that sends them, and every instance that runs sends its own.</remarks>
internal sealed partial class BacklogMeasurement(Backlog backlog, TimeProvider clock, ILogger<BacklogMeasurement> logger) : BackgroundService
{
    internal static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await backlog.ReadAsync(stoppingToken);
                await backlog.CountPoisonAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                NotMeasured(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The backlog could not be looked at; it is tried again in five minutes.")]
    private partial void NotMeasured(Exception exception);
}
