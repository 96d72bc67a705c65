using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.FunctionApp.Http;

/// <summary><c>GET /api/health</c>: whether plans are loaded and the tables answer. Open to anyone; says nothing about data.</summary>
public sealed class Health(PlanLibrary plans, ITableReader tables)
{
    [Function(nameof(Health))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request, CancellationToken cancellationToken)
    {
        string storage;
        try
        {
            await tables.ReadAsync(new TableQuestion { Table = TableNames.Submissions, Top = 1 }, cancellationToken);
            storage = "ok";
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            storage = $"unreachable ({exception.GetType().Name})";
        }

        var report = new { status = storage == "ok" ? "ok" : "failing", storage, plans = plans.All.Select(plan => plan.Id) };
        return Results.Json(report, statusCode: storage == "ok" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
