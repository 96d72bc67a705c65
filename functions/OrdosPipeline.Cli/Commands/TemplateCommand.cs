using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Cli.Output;
using OrdosPipeline.Cli.Running;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;

namespace OrdosPipeline.Cli.Commands;

/// <summary><c>ordos template</c>: the workbook that a department fills in; with a storage it shows what was reported last.</summary>
internal static class TemplateCommand
{
    public static Command Create()
    {
        var department = CommonOptions.Department();
        var quarter = new Option<string?>("--quarter", "-q") { Description = "季度，缺省为正在报送的季度 (quarter; the open one by default)", HelpName = "Q" };
        var plan = CommonOptions.Plan();
        var output = new Option<string>("--out", "-o") { Description = "保存为 (where to write it)", Required = true, HelpName = "FILE.xlsx" };
        var command = new Command("template", "生成填报模板 (make a template to fill in)") { department, quarter, plan, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var isOnline = StorageSettings.IsAvailable;
            await using var services = isOnline ? await OrdosServices.OnlineAsync(cancellationToken) : OrdosServices.Offline();
            var plans = services.GetRequiredService<PlanLibrary>();
            var check = services.GetRequiredService<SubmissionCheck>();
            var ofQuarter = CompletenessSettings.OpenQuarter(check.Now);
            if (parsed.GetValue(quarter) is { } text && !ReportingQuarter.TryParse(text, out ofQuarter))
                throw new UsageException($"季度应写成 2023Q3 (a quarter such as 2023Q3 is expected): {text}");
            var chosen = CommonOptions.Find(plans, parsed.GetValue(plan)) ?? plans.InForce(ofQuarter.Year);
            if (!chosen.Years.Contains(ofQuarter))
                throw new UsageException($"{ofQuarter} 不在规划 {chosen.Id}（{chosen.Years}）之内 (is outside the plan's years)。");
            var named = parsed.GetRequiredValue(department);
            var found = chosen.FindDepartment(check.Department(named, chosen))
                ?? throw new UsageException($"没有部门 {named} (there is no such department)。");

            var template = isOnline
                ? await services.GetRequiredService<TemplatePipeline>().OfAsync(chosen, found, ofQuarter, cancellationToken)
                : ReturnTemplate.Of(chosen, found, ofQuarter, services.GetRequiredService<CompletenessSettings>().LastDay(ofQuarter));
            await using var target = File.Create(parsed.GetRequiredValue(output));
            services.GetRequiredService<ITemplateWriter>().Write(template, target);
            Terminal.Note($"{found.Name} {ofQuarter}：指标 {template.Indicators.Count} 项，项目 {template.Projects.Count} 项 (indicators and projects)。");
            if (!isOnline)
                Terminal.Note("没有连接存储，“上次报送”各列为空 (no storage: what was reported last is left empty)。");
            return ExitCodes.Done;
        });
        return command;
    }
}
