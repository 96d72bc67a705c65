using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress.Decisions;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Documents.Reading;

namespace OrdosPipeline.FunctionApp.Http;

/// <summary>
/// <c>POST /api/plan/assign?plan=P</c> with a CSV table of targets, adjustments and baselines as body: all of it is put on
/// record, or nothing and every problem is named.
/// </summary>
public sealed class Assign(DecisionRecord decisions, PlanLibrary plans, TimeProvider clock)
{
    /// <summary>A table of decisions with many rows has some 100 KiB.</summary>
    private const int MostBytes = 1 << 20;

    [Function(nameof(Assign))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/plan/assign")] HttpRequest request, CancellationToken cancellationToken)
    {
        var planId = request.Query["plan"] is [{ Length: > 0 } id] ? id : plans.InForce(ChinaTime.DayOf(clock.GetUtcNow()).Year).Id;
        if (plans.Find(planId) is not { } plan)
            return Problems.NotFound($"没有规划“{planId}”。", $"There is no plan '{planId}'.");
        using var body = new MemoryStream();
        var buffer = new byte[1 << 14];
        int read;
        while (body.Length <= MostBytes && (read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
            body.Write(buffer, 0, read);
        if (body.Length > MostBytes)
            return Problems.BadRequest($"表格不得超过 {MostBytes} 字节。", $"A table has at most {MostBytes} bytes.");
        CsvFile csv;
        try
        {
            csv = CsvFile.Parse(body.ToArray());
        }
        catch (CsvFileException exception)
        {
            return Problems.BadRequest($"不是 UTF-8 的 CSV 表格：{exception.Message}", exception.Message);
        }

        var table = new CatalogueTable("", csv.Header, [.. csv.Records.Select(record => new CatalogueRecord(record.LineNumber, record.Fields))]);
        var recording = await decisions.RecordAsync(plan, table, ActorOf(request), cancellationToken);
        return recording.Problems.Count > 0
            ? Problems.Rejected(recording.Problems)
            : Results.Json(new { recorded = recording.Recorded.Select(recorded => new { id = recorded.Id, indicator = recorded.Decision.Indicator, region = recorded.Decision.Region, kind = recorded.Decision.Kind.Code(), effectiveFrom = recorded.Decision.EffectiveFrom.ToString(), recordedAt = recorded.RecordedAt.UtcDateTime, recordedBy = recorded.RecordedBy }) });
    }

    /// <summary>Whoever the platform has authenticated, else the holder of the function key.</summary>
    private static Actor ActorOf(HttpRequest request) =>
        new(request.Headers["X-MS-CLIENT-PRINCIPAL-NAME"] is [{ Length: > 0 } name] ? name : "function-key", "administrator", "http");
}
