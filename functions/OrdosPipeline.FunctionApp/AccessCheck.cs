using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrdosPipeline.FunctionApp.Http.Access;

namespace OrdosPipeline.FunctionApp;

/// <summary>Reads who may do what before the first request, so that a wrong setting is found at start.</summary>
internal sealed class AccessCheck(ICallerSource callers, ILogger<AccessCheck> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (callers is KeyCallers { Count: 0 })
            logger.LogWarning("No keys are set, so the API is closed but for its health and description; see Auth:Keys in functions/README.md.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
