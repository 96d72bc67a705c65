using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Answers;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress.Decisions;
using OrdosPipeline.Documents.Reading;
using OrdosPipeline.FunctionApp.Http.Frame;

namespace OrdosPipeline.FunctionApp.Http.Acts;

/// <summary>
/// <c>POST /api/plan/assign?plan=P</c> with a CSV table of targets, adjustments and baselines as body: all of it is put on
/// record, or nothing and every problem is named.
/// </summary>
public sealed class Assign(DecisionRecord decisions, Questions questions, PlanLibrary plans, TimeProvider clock)
{
    /// <summary>A table of decisions with many rows has some 100 KiB.</summary>
    private const int MostBytes = 1 << 20;

    [Function(nameof(Assign))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/plan/assign")] HttpRequest request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        var plan = call.Text("plan") is { } id ? questions.Plan(id) : plans.InForce(ChinaTime.DayOf(clock.GetUtcNow()).Year);
        var csv = Parse(await ReadAsync(request.Body, cancellationToken));
        var table = new CatalogueTable("", csv.Header, [.. csv.Records.Select(record => new CatalogueRecord(record.LineNumber, record.Fields))]);
        var recording = await decisions.RecordAsync(plan, table, call.Caller!.ToActor(), cancellationToken);
        if (recording.Problems.Count > 0)
        {
            throw new ProblemException(Problem.Rejected(
                "表格有误，没有录入任何一行。", "The table is faulty; nothing was recorded.",
                recording.Problems.Select(problem => new RowProblem(problem.LineNumber, problem.Column, problem.Message, problem.MessageEn))));
        }

        return await Answer.OfAsync(new AssignAnswer([.. recording.Recorded.Select(Describe)]));
    }

    private static async Task<byte[]> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        using var read = new MemoryStream();
        var buffer = new byte[1 << 14];
        int count;
        while (read.Length <= MostBytes && (count = await body.ReadAsync(buffer, cancellationToken)) > 0)
            read.Write(buffer, 0, count);
        return read.Length <= MostBytes ? read.ToArray() : throw new ProblemException(Problem.TooLarge(MostBytes));
    }

    private static CsvFile Parse(byte[] body)
    {
        try
        {
            return CsvFile.Parse(body);
        }
        catch (CsvFileException exception)
        {
            throw new ProblemException(Problem.BadRequest($"不是 UTF-8 的 CSV 表格：{exception.Message}", exception.Message));
        }
    }

    private static AssignedDecision Describe(RecordedDecision recorded) => new(
        recorded.Id, recorded.Decision.Indicator, recorded.Decision.Region, recorded.Decision.Kind.Code(), recorded.Decision.EffectiveFrom.ToString(), recorded.RecordedAt, recorded.RecordedBy);

    /// <param name="Recorded">What is on record now, in the order of the rows; of what was there already as it was recorded first.</param>
    internal sealed record AssignAnswer(IReadOnlyList<AssignedDecision> Recorded);

    /// <param name="Id">Of the decision.</param>
    /// <param name="Indicator">Id.</param>
    /// <param name="Region">Code.</param>
    /// <param name="Kind">assigned, annual, adjusted or baseline.</param>
    /// <param name="EffectiveFrom">The first quarter whose summaries know it.</param>
    /// <param name="RecordedAt">UTC.</param>
    /// <param name="RecordedBy">Who recorded it first.</param>
    internal sealed record AssignedDecision(string Id, string Indicator, string Region, string Kind, string EffectiveFrom, DateTimeOffset RecordedAt, string RecordedBy);
}
