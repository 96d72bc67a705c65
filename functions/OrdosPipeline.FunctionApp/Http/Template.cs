using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.FunctionApp.Http;

/// <summary>
/// <c>GET /api/template?department=D&amp;quarter=Q</c>: the workbook that a department fills in, with what it reported
/// last; without a quarter that of the one that is open.
/// </summary>
public sealed class Template(TemplatePipeline pipeline, ITemplateWriter writer, SubmissionCheck check, PlanLibrary plans)
{
    [Function(nameof(Template))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/template")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.Query["department"] is not [{ Length: > 0 } name])
            return Problems.BadRequest("请在 department 中写明部门代码或名称。", "department must name the department.");
        var quarter = CompletenessSettings.OpenQuarter(check.Now);
        if (request.Query["quarter"] is [{ Length: > 0 } text] && !ReportingQuarter.TryParse(text, out quarter))
            return Problems.BadRequest($"“{text}”不是季度，请写成 2023Q3。", $"'{text}' is not a quarter such as 2023Q3.");
        var plan = plans.InForce(quarter.Year);
        if (request.Query["plan"] is [{ Length: > 0 } planId])
        {
            if (plans.Find(planId) is not { } named)
                return Problems.NotFound($"没有规划“{planId}”。", $"There is no plan '{planId}'.");
            plan = named;
        }

        if (!plan.Years.Contains(quarter))
            return Problems.BadRequest($"{quarter} 不在规划 {plan.Id}（{plan.Years}）之内。", $"{quarter} is outside the years of plan {plan.Id}.");
        if (plan.FindDepartment(check.Department(name, plan)) is not { } department)
            return Problems.NotFound($"没有部门“{name}”。", $"There is no department '{name}'.");

        var template = await pipeline.OfAsync(plan, department, quarter, cancellationToken);
        using var content = new MemoryStream();
        writer.Write(template, content);
        return Results.File(content.ToArray(), BlobNames.WorkbookType, template.FileName);
    }
}
