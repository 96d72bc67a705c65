using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.Core.Answers;
using OrdosPipeline.FunctionApp.Http.Access;
using OrdosPipeline.FunctionApp.Http.Frame;

namespace OrdosPipeline.FunctionApp.Http;

/// <summary>From figures to cells.</summary>
public sealed class TraceFunction(Tracing tracing, FigureTracing figures, Questions questions)
{
    /// <summary><c>GET /api/trace/{plan}/{subject}?quarter=Q</c>: from what a summary judged to every cell that it is made of.</summary>
    [Function("TraceFigure")]
    public async Task<IResult> OfSummary(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/trace/{plan}/{subject}")] HttpRequest request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        var (subject, quarter) = (call.Required("subject"), call.Required("quarter"));
        var version = call.Text("version") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : (int?)null;
        var trace = await figures.OfAsync(
            questions.Plan(call.Required("plan")), subject, Questions.Quarter(quarter, "quarter")!.Value, version, call.Text("region"), cancellationToken);
        return trace is null
            ? throw new ProblemException(Problem.NotFound($"{quarter} 的小结里没有 {subject}。", $"No summary of {quarter} judges {subject}."))
            : await Answer.OfAsync(trace);
    }

    /// <summary><c>GET /api/trace/{plan}/{subject}/{period}</c>: from a value to every cell that said something of it, and the summaries that used it.</summary>
    [Function("Trace")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/trace/{plan}/{subject}/{period}")] HttpRequest request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        var plan = questions.Plan(call.Required("plan"));
        var subject = call.Required("subject");
        // Before anything is looked up, so that what is not there and what is not one's own cannot be told apart.
        if (call.Caller is { Role: Role.Department, Department: { } own } && !Tracing.IsOf(plan, own, subject, call.Text("region")))
            throw new ProblemException(Problem.Forbidden($"您只能查看{questions.FindDepartment(own)?.Name ?? own}自己的数据。", $"You may read what is {own}'s own, and nothing else."));
        var asOf = call.Text("asOf") is { } text ? Questions.Instant(text) : (DateTimeOffset?)null;
        var trace = await tracing.OfAsync(plan, subject, call.Required("period"), call.Text("region"), asOf, cancellationToken);
        // Summaries, published or not, are closed to departments.
        if (trace is not null)
            return await Answer.OfAsync(call.Caller is { Role: Role.Department } ? trace with { Uses = [] } : trace);
        var silence = Silence.OfFigure(plan, subject, call.Required("period"), asOf);
        throw new ProblemException(Problem.NotFound(silence.Chinese, silence.English));
    }
}
