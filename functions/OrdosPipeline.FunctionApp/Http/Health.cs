using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OrdosPipeline.Core.Health;
using OrdosPipeline.Documents.Exports;

namespace OrdosPipeline.FunctionApp.Http;

/// <summary>
/// <c>GET /api/health</c>: how each part of the system is, and what to do. Open to anyone: counts and ages, and nothing
/// that a department has written. 503 where the system does not work; what merely wants care stays 200, so that nobody
/// takes a working app out of service.
/// </summary>
public sealed partial class Health(SystemHealth health, ILogger<Health> logger)
{
    private static HealthReport? latest;

    [Function(nameof(Health))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request, CancellationToken cancellationToken)
    {
        var report = await health.ReportAsync(cancellationToken);
        // A report is given to all who ask meanwhile, and logged once.
        if (Interlocked.Exchange(ref latest, report) != report)
        {
            foreach (var component in report.Components.Where(component => component.Fault is not null))
                NotLookedAt(component.Fault!, component.Name);
        }

        var answer = HealthAnswer.Of(report);
        return Results.Json(answer, RecordJson.Options, statusCode: report.Status == HealthStatus.Failing ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The health of {Component} could not be looked at.")]
    private partial void NotLookedAt(Exception fault, string component);
}
