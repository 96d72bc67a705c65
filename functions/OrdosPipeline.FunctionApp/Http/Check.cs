using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;

namespace OrdosPipeline.FunctionApp.Http;

/// <summary>
/// <c>POST /api/check?department=D&amp;file=NAME</c> with the file as body: a dry run that stores nothing and answers with
/// what a submission would give; with <c>explain=true</c> also with what was understood of the file, and why.
/// </summary>
public sealed class Check(DryRun dryRun, SubmissionPipeline pipeline, PlanLibrary plans)
{
    [Function(nameof(Check))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/check")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.Query["department"] is not [{ Length: > 0 } department])
            return Problems.BadRequest("请在 department 中写明部门代码或名称。", "department must name the department.");
        PlanCatalogue? plan = null;
        if (request.Query["plan"] is [{ Length: > 0 } planId] && (plan = plans.Find(planId)) is null)
            return Problems.NotFound($"没有规划“{planId}”。", $"There is no plan '{planId}'.");
        var asOf = (DateOnly?)null;
        if (request.Query["asof"] is [{ Length: > 0 } day])
        {
            if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", out var date))
                return Problems.BadRequest($"“{day}”不是日期，请写成 2023-10-20。", $"'{day}' is not a date such as 2023-10-20.");
            asOf = date;
        }

        var name = request.Query["file"] is [{ Length: > 0 } file] ? file : "upload";
        var result = await dryRun.CheckAsync(request.Body, name, department, plan, asOf, pipeline, cancellationToken);
        var explain = request.Query["explain"] is [{ } asked] && asked.Equals("true", StringComparison.OrdinalIgnoreCase);
        using var answer = new MemoryStream();
        CheckJson.Write(answer, name, result.Submission, result.Plan, explain ? result.Explanation : null);
        return Results.Bytes(answer.ToArray(), "application/json; charset=utf-8");
    }
}
