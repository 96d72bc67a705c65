using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Cli.Output;
using OrdosPipeline.Cli.Running;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress.Decisions;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Documents.Plan;
using Spectre.Console;

namespace OrdosPipeline.Cli.Commands;

/// <summary><c>ordos plan</c>: the catalogue as loaded.</summary>
internal static class PlanCommand
{
    public static Command Create() => new("plan", "规划目录 (the plan's catalogue)") { CreateShow(), CreateCheck(), DecisionCommands.CreateAssign(), DecisionCommands.CreateAdjust() };

    private static Command CreateShow()
    {
        var id = new Argument<string?>("plan") { Description = "规划编号，缺省为全部 (plan id)", Arity = ArgumentArity.ZeroOrOne };
        var indicator = new Option<string?>("--indicator") { Description = "只看一个指标 (one indicator in full)", HelpName = "ID" };
        var targets = new Option<bool>("--targets") { Description = "下达、年度、调整目标与基期，含历史 (targets set after the plan, with their history)" };
        var command = new Command("show", "查看规划 (show plans)") { id, indicator, targets };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(targets))
                return await ShowDecisionsAsync(parsed.GetValue(id), parsed.GetValue(indicator), cancellationToken);
            await using var services = OrdosServices.Offline();
            var plans = services.GetRequiredService<PlanLibrary>();
            var chosen = CommonOptions.Find(plans, parsed.GetValue(id));
            if (parsed.GetValue(indicator) is { } indicatorId)
                return ShowIndicator(chosen is null ? plans.All : [chosen], indicatorId);
            ShowPlans(chosen is null ? plans.All : [chosen]);
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command CreateCheck()
    {
        var folder = new Argument<string?>("folder") { Description = "规划文件夹，缺省为已安装的全部 (a plan's folder)", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("check", "检查规划目录 (check a catalogue)") { folder };
        command.SetAction(parsed =>
        {
            try
            {
                var path = parsed.GetValue(folder);
                if (path is not null && !Directory.Exists(path))
                    throw new UsageException($"没有文件夹 {path} (there is no such folder)。");
                ShowPlans(path is null ? PlanCatalogueReader.LoadAll(PlanCatalogueReader.DefaultPlansFolder) : [PlanCatalogueReader.Load(path)]);
                return ExitCodes.Done;
            }
            catch (PlanCatalogueException exception)
            {
                foreach (var problem in exception.Problems)
                    Terminal.Error(problem.ToString());
                Terminal.Error($"规划 {exception.PlanId}：{exception.Problems.Count} 处有误 (problems)。");
                return ExitCodes.Rejected;
            }
        });
        return command;
    }

    private static void ShowPlans(IReadOnlyList<PlanCatalogue> plans)
    {
        var table = Terminal.Table("规划", "编号", "名称", "年份", "指标", "项目", "实物量", "部门", "地区", "单位");
        foreach (var plan in plans)
        {
            table.AddRow(
                plan.Id, Markup.Escape(plan.Name), plan.Years.ToString(), Text(plan.Indicators.Count), Text(plan.Projects.Count),
                Text(plan.Projects.Sum(project => project.Quantities.Count)), Text(plan.Departments.Count), Text(plan.Regions.Count), Text(plan.Units.All.Count));
        }

        Terminal.Show(table);
    }

    private static int ShowIndicator(IReadOnlyList<PlanCatalogue> plans, string id)
    {
        var found = plans.Select(plan => plan.FindIndicator(id)).FirstOrDefault(indicator => indicator is not null);
        if (found is null)
        {
            Terminal.Error($"没有指标 {id} (there is no such indicator)。");
            return ExitCodes.Rejected;
        }

        var table = Terminal.Table($"{found.Id} {found.Name}", "项", "值");
        (string, string?)[] rows =
        [
            ("英文名", found.NameEn), ("别名", string.Join("；", found.Aliases)), ("单位", found.Unit.Symbol), ("目标", found.TargetText),
            ("目标年", Text(found.TargetYear)), ("基期", found.BaselineValue is { } baseline ? $"{baseline.ToString(CultureInfo.InvariantCulture)}（{found.BaselineYear}）" : "—"),
            ("属性", found.Attribute == IndicatorAttribute.None ? "—" : found.Attribute.Chinese()),
            ("部门", found.Department), ("频率", found.Frequency == Frequency.Quarter ? "季" : "年"), ("说明", found.Note), ("原文", found.Quote),
        ];
        foreach (var (name, value) in rows)
            table.AddRow(name, Markup.Escape(value ?? ""));
        Terminal.Show(table);
        return ExitCodes.Done;
    }

    private static async Task<int> ShowDecisionsAsync(string? planId, string? indicator, CancellationToken cancellationToken)
    {
        await using var services = await OrdosServices.OnlineAsync(cancellationToken);
        var plans = services.GetRequiredService<PlanLibrary>();
        var today = ReportingQuarter.Of(ChinaTime.DayOf(services.GetRequiredService<TimeProvider>().GetUtcNow()));
        foreach (var plan in CommonOptions.Find(plans, planId) is { } chosen ? [chosen] : plans.All)
        {
            var decisions = (await services.GetRequiredService<IDecisionStore>().ListAsync(plan.Id, cancellationToken))
                .Where(decision => indicator is null || decision.Decision.Indicator == indicator)
                .OrderBy(decision => decision.Decision.Indicator, StringComparer.Ordinal).ThenBy(decision => decision.Decision.Region, StringComparer.Ordinal)
                .ThenBy(decision => decision, RecordedDecision.Precedence).ToList();
            var quarter = today.Year > plan.Years.Last ? new ReportingQuarter(plan.Years.Last, 4) : today;
            var inForce = decisions.TargetsInForce(plan, quarter).Concat(decisions.AnnualTargetsInForce(plan, quarter)).Select(decision => decision.Id).ToHashSet(StringComparer.Ordinal);
            DecisionListing.Show(plan, decisions, $"{plan.Id} 目标与基期（{quarter} 现行）", inForce);
            var pending = plan.Indicators.Where(item => item.External && decisions.TargetsInForce(plan, quarter).All(decision => decision.Decision.Indicator != item.Id)).ToList();
            if (pending.Count > 0 && indicator is null)
                Terminal.Line(Markup.Escape($"待下达目标 (targets pending)：{string.Join("、", pending.Select(item => $"{item.Id} {item.Name}"))}"));
        }

        return ExitCodes.Done;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
