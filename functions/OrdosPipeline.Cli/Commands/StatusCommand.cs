using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Cli.Output;
using OrdosPipeline.Cli.Running;
using OrdosPipeline.Core.Answers;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Cli.Commands;

/// <summary><c>ordos status</c>: where submissions stand, who has reported a quarter, what a department has handed in, and which faults are the most frequent.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var quarter = new Option<string?>("--quarter") { Description = "某季度各部门报送情况 (who has reported a quarter)", HelpName = "Q" };
        var department = new Option<string?>("--department", "-d") { Description = "某部门的报送 (what a department has handed in)", HelpName = "D" };
        var missing = new Option<bool>("--missing") { Description = "只列还没有报的部门 (only those that have not reported)" };
        var findings = new Option<bool>("--findings") { Description = "某季度最常见的问题 (the most frequent findings of a quarter)" };
        var plan = CommonOptions.Plan();
        var command = new Command("status", "报送进度 (where submissions stand)") { quarter, department, missing, findings, plan };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(quarter) is null && (parsed.GetValue(missing) || parsed.GetValue(findings)))
                throw new UsageException("--missing 和 --findings 要与 --quarter 同用 (need --quarter)。");
            await using var services = await OrdosServices.OnlineAsync(cancellationToken);
            var ofDepartment = parsed.GetValue(department) is { } name ? services.GetRequiredService<Questions>().Department(name) : null;
            if (Questions.Quarter(parsed.GetValue(quarter), "quarter") is not { } ofQuarter)
            {
                var entries = await services.GetRequiredService<ISubmissionLedger>().ListAsync(ofDepartment, cancellationToken).ToListAsync(cancellationToken);
                if (ofDepartment is null)
                    StatusTables.ShowStates(entries);
                else
                    StatusTables.ShowSubmissions(ofDepartment, entries);
                return ExitCodes.Done;
            }

            var plans = services.GetRequiredService<PlanLibrary>();
            var chosen = CommonOptions.Find(plans, parsed.GetValue(plan)) ?? plans.InForce(ofQuarter.Year);
            if (!chosen.Years.Contains(ofQuarter.Year))
                throw new UsageException($"{ofQuarter} 不在规划 {chosen.Id} 的年份 {chosen.Years.First}—{chosen.Years.Last} 之内 (outside the years of the plan)。");
            var handedIn = await services.GetRequiredService<IQuarterSubmissionStore>().ListAsync(chosen.Id, ofQuarter, cancellationToken)
                .Where(submission => ofDepartment is null || submission.Department == ofDepartment).ToListAsync(cancellationToken);
            if (parsed.GetValue(findings))
            {
                StatusTables.ShowFindings(ofQuarter, handedIn, plans.DepartmentName);
                return ExitCodes.Done;
            }

            var departments = Completeness.Of(chosen, ofQuarter, handedIn.Select(submission => submission.ToReceived()), services.GetRequiredService<CompletenessSettings>());
            StatusTables.ShowDepartments(
                ofQuarter,
                [.. departments.Where(one => ofDepartment is null || one.Department == ofDepartment)],
                parsed.GetValue(missing));
            return ExitCodes.Done;
        });
        return command;
    }
}
