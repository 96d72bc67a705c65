using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Answers;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.FunctionApp.Http.Frame;

namespace OrdosPipeline.FunctionApp.Http;

/// <summary>
/// <c>GET /api/template?department=D&amp;quarter=Q</c>: the workbook that a department fills in, with what it reported
/// last; without a quarter that of the one that is open.
/// </summary>
public sealed class Template(TemplatePipeline pipeline, ITemplateWriter writer, Questions questions, PlanLibrary plans, TimeProvider clock)
{
    [Function(nameof(Template))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/template")] HttpRequest request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        var code = questions.Department(call.DepartmentInScope(questions, call.Required("department"))!);
        var quarter = Questions.Quarter(call.Text("quarter"), "quarter") ?? CompletenessSettings.OpenQuarter(clock.GetUtcNow());
        var plan = call.Text("plan") is { } id ? questions.Plan(id) : plans.InForce(quarter.Year);
        if (!plan.Years.Contains(quarter))
            throw new ProblemException(Problem.BadRequest($"{quarter} 不在规划 {plan.Id}（{plan.Years}）之内。", $"{quarter} is outside the years of plan {plan.Id}.", "quarter"));
        if (plan.FindDepartment(code) is not { } department)
            throw new ProblemException(Problem.NotFound($"规划 {plan.Id} 没有部门“{code}”。", $"The plan {plan.Id} has no department '{code}'."));

        var template = await pipeline.OfAsync(plan, department, quarter, cancellationToken);
        return await Answer.OfAsync(
            Content.XlsxType,
            output =>
            {
                writer.Write(template, output);
                return Task.CompletedTask;
            },
            template.FileName);
    }
}
