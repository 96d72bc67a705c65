using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.Core;
using OrdosPipeline.Documents.Exports;

namespace OrdosPipeline.FunctionApp.Http;

/// <summary>
/// <c>GET /api/health</c>: how each part of the system is, and what to do. Open to anyone: counts and ages, and nothing
/// that a department has written. 503 where the system does not work; what merely wants care stays 200, so that nobody
/// takes a working app out of service.
/// </summary>
public sealed class Health(SystemHealth health)
{
    [Function(nameof(Health))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request, CancellationToken cancellationToken)
    {
        var report = HealthAnswer.Of(await health.ReportAsync(cancellationToken));
        return Results.Json(report, RecordJson.Options, statusCode: report.Status == "failing" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }
}

/// <param name="Status">ok, degraded or failing: the worst of the components.</param>
/// <param name="CheckedAt">When the parts were looked at; a report is kept for ten seconds.</param>
/// <param name="Plans">Ids of the plans that are served.</param>
/// <param name="Components">Each part.</param>
internal sealed record HealthAnswer(string Status, DateTimeOffset CheckedAt, IReadOnlyList<string> Plans, IReadOnlyList<HealthAnswer.Part> Components)
{
    public static HealthAnswer Of(HealthReport report) => new(Word(report.Status), report.CheckedAt, report.Plans, [.. report.Components.Select(Of)]);

    private static Part Of(HealthComponent component) => new(component.Name, Word(component.Status), component.Message, component.MessageEn)
    {
        Advice = component.Advice,
        AdviceEn = component.AdviceEn,
        Figures = component.Figures,
    };

    private static string Word(HealthStatus status) => status.ToString().ToLowerInvariant();

    /// <param name="Name">In kebab-case.</param>
    /// <param name="Status">ok, degraded or failing.</param>
    /// <param name="Message">In Chinese.</param>
    /// <param name="MessageEn">In English.</param>
    internal sealed record Part(string Name, string Status, string Message, string MessageEn)
    {
        public string? Advice { get; init; }

        public string? AdviceEn { get; init; }

        public IReadOnlyDictionary<string, long>? Figures { get; init; }
    }
}
