using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.FunctionApp.Http.Frame;

namespace OrdosPipeline.FunctionApp.Http;

/// <summary>
/// <c>POST /api/check?department=D&amp;file=NAME</c> with the file as body: a dry run that stores nothing and answers with
/// what a submission would give; with <c>explain=true</c> also with what was understood of the file, and why.
/// </summary>
public sealed class Check(DryRun dryRun, SubmissionPipeline pipeline, Questions questions)
{
    [Function(nameof(Check))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/check")] HttpRequest request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        var department = call.DepartmentInScope(questions, call.Required("department"))!;
        var plan = call.Text("plan") is { } planId ? questions.Plan(planId) : null;
        var asOf = call.Day("asOf");
        var name = call.Text("file") ?? "upload";
        var result = await dryRun.CheckAsync(request.Body, name, department, plan, asOf, pipeline, cancellationToken);
        var explain = call.Text("explain") == "true";
        using var answer = new MemoryStream();
        CheckJson.Write(answer, name, result.Submission, result.Plan, explain ? result.Explanation : null);
        return Results.Bytes(answer.ToArray(), "application/json; charset=utf-8");
    }
}
