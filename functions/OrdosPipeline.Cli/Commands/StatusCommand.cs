using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Cli.Output;
using OrdosPipeline.Cli.Running;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Stores;
using Spectre.Console;

namespace OrdosPipeline.Cli.Commands;

/// <summary><c>ordos status</c>: where submissions stand, and who has reported a quarter.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var quarter = new Option<string?>("--quarter") { Description = "某季度各部门报送情况 (who has reported a quarter)", HelpName = "Q" };
        var plan = CommonOptions.Plan();
        var command = new Command("status", "报送进度 (where submissions stand)") { quarter, plan };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await OrdosServices.OnlineAsync(cancellationToken);
            var entries = new List<LedgerEntry>();
            await foreach (var entry in services.GetRequiredService<ISubmissionLedger>().ListAsync(department: null, cancellationToken))
                entries.Add(entry);
            if (parsed.GetValue(quarter) is not { } text)
            {
                ShowStates(entries);
                return ExitCodes.Done;
            }

            if (!ReportingQuarter.TryParse(text, out var ofQuarter))
                throw new UsageException("季度应写成 2023Q3 (a quarter such as 2023Q3 is expected)。");
            var plans = services.GetRequiredService<PlanLibrary>();
            var chosen = CommonOptions.Find(plans, parsed.GetValue(plan)) ?? plans.InForce(ofQuarter.Year);
            ShowDepartments(Completeness.Of(chosen, ofQuarter, entries.Select(entry => entry.ToReturn()), services.GetRequiredService<CompletenessSettings>()), ofQuarter);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void ShowStates(List<LedgerEntry> entries)
    {
        var table = Terminal.Table("报送", "状态", "件数", "最近一件");
        foreach (var group in entries.GroupBy(entry => entry.State).OrderBy(group => group.Key))
        {
            var latest = group.MaxBy(entry => entry.UploadedAt)!;
            table.AddRow(group.Key.ToString().ToLowerInvariant(), Text(group.Count()), Markup.Escape(latest.Path));
        }

        Terminal.Show(table);
    }

    private static void ShowDepartments(IReadOnlyList<DepartmentCompleteness> departments, ReportingQuarter quarter)
    {
        var table = Terminal.Table($"{quarter} 各部门报送", "部门", "应报", "收到", "通过", "按时", "最后报送");
        foreach (var department in departments)
        {
            table.AddRow(
                Markup.Escape(department.Name), department.IsExpected ? "是" : "", Text(department.Received), Text(department.Accepted),
                department.IsOnTime ? "[green]是[/]" : department.IsExpected ? department.Accepted > 0 ? "[yellow]迟[/]" : "[red]缺[/]" : "",
                department.LastUploadedAt is { } at ? ChinaTime.DayOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "");
        }

        Terminal.Show(table);
        var expected = departments.Where(department => department.IsExpected).ToList();
        Terminal.Line($"应报 {expected.Count} 个部门，已报 {expected.Count(d => d.Accepted > 0)} 个，按时 {expected.Count(d => d.IsOnTime)} 个。");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
