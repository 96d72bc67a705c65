using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Cli.Output;
using OrdosPipeline.Cli.Running;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Documents.Reports.Wording;

namespace OrdosPipeline.Cli.Commands;

/// <summary><c>ordos close</c>: writes the summary of a quarter, whether or not its deadline has passed.</summary>
internal static class CloseCommand
{
    public static Command Create()
    {
        var quarter = CommonOptions.Quarter();
        var plan = CommonOptions.Plan();
        var folder = new Option<string?>("--out") { Description = "另存报告的文件夹 (folder for the reports)", HelpName = "DIR" };
        var publish = new Option<bool>("--publish") { Description = "发布并冻结这一版 (publish and freeze)" };
        var language = CommonOptions.Language();
        var format = CommonOptions.Format("table", "json");
        var command = new Command("close", "生成季度小结 (write a quarter's summary)") { quarter, plan, folder, publish, language, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var ofQuarter = parsed.GetRequiredValue(quarter);
            await using var services = await OrdosServices.OnlineAsync(cancellationToken);
            var plans = services.GetRequiredService<PlanLibrary>();
            var chosen = CommonOptions.Find(plans, parsed.GetValue(plan)) ?? plans.InForce(ofQuarter.Year);
            if (!chosen.Years.Contains(ofQuarter))
                throw new UsageException($"{ofQuarter} 不在规划 {chosen.Id}（{chosen.Years}）之内 (is outside the plan's years)。");
            var closed = await services.GetRequiredService<QuarterClosePipeline>().CloseAsync(chosen, ofQuarter, parsed.GetValue(publish), cancellationToken);
            await using var content = new MemoryStream();
            await new SummaryJson().WriteAsync(closed.Summary, content);
            content.Position = 0;
            if (parsed.GetRequiredValue(format) == "json")
            {
                await using var output = Console.OpenStandardOutput();
                await content.CopyToAsync(output, cancellationToken);
                output.WriteByte((byte)'\n');
            }
            else
            {
                var (_, rows) = await SummaryRows.ReadAsync(content, cancellationToken);
                SummaryTable.Show(closed.Head, rows);
            }

            Terminal.Note(closed.IsNew
                ? $"已写入 v{closed.Head.Version} (written)。"
                : $"与 v{closed.Head.Version} 相同，没有写新版 (nothing has changed since)。");
            if (parsed.GetValue(folder) is { } target)
            {
                var chosenLanguage = ReportLanguages.All.Single(one => one.Code() == parsed.GetRequiredValue(language));
                await ReportFiles.SaveAsync(services, closed.Head, target, chosenLanguage, cancellationToken);
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
