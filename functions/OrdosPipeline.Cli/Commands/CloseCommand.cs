using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Cli.Output;
using OrdosPipeline.Cli.Running;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;
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
        var asOf = CommonOptions.AsOf();
        var publish = new Option<bool>("--publish") { Description = "发布并冻结这一版 (publish and freeze)" };
        var language = CommonOptions.Language();
        var format = CommonOptions.Format("table", "json");
        var command = new Command("close", "生成季度小结 (write a quarter's summary)") { quarter, plan, folder, asOf, publish, language, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var ofQuarter = parsed.GetRequiredValue(quarter);
            await using var services = await OrdosServices.OnlineAsync(cancellationToken);
            var plans = services.GetRequiredService<PlanLibrary>();
            var chosen = CommonOptions.Find(plans, parsed.GetValue(plan)) ?? plans.InForce(ofQuarter.Year);
            if (!chosen.Years.Contains(ofQuarter))
                throw new UsageException($"{ofQuarter} 不在规划 {chosen.Id}（{chosen.Years}）之内 (is outside the plan's years)。");
            var chosenLanguage = ReportLanguages.All.Single(one => one.Code() == parsed.GetRequiredValue(language));
            if (parsed.GetValue(asOf) is { } day)
            {
                if (parsed.GetValue(publish))
                    throw new UsageException("--asof 只试算，不能与 --publish 同用 (--asof stores nothing and cannot publish)。");
                var summary = await services.GetRequiredService<QuarterClosePipeline>().ComputeAsync(chosen, ofQuarter, day, cancellationToken);
                await ShowAsync(summary, head: null, parsed.GetRequiredValue(format), cancellationToken);
                Terminal.Note($"按 {ChinaTime.MinuteOf(summary.AsOf)} 所知数据试算，没有存储 (recomputed as known then; nothing was stored)。");
                if (parsed.GetValue(folder) is { } past)
                    await ReportFiles.WriteAsync(services, summary, $"{ofQuarter}-{day:yyyy-MM-dd}", past, chosenLanguage);
                return ExitCodes.Done;
            }

            var closed = await services.GetRequiredService<Administration>().CloseAsync(
                CommandLineActor.Of(name: null), services.GetRequiredService<QuarterClosePipeline>(), services.GetRequiredService<ISummaryStore>(),
                chosen, ofQuarter, parsed.GetValue(publish), cancellationToken);
            await ShowAsync(closed.Summary, closed.Head, parsed.GetRequiredValue(format), cancellationToken);
            Terminal.Note(closed.IsNew
                ? $"已写入 v{closed.Head.Version} (written)。"
                : $"与 v{closed.Head.Version} 相同，没有写新版 (nothing has changed since)。");
            if (parsed.GetValue(folder) is { } target)
                await ReportFiles.SaveAsync(services, closed.Head, target, chosenLanguage, cancellationToken);
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task ShowAsync(QuarterSummary summary, SummaryHead? head, string format, CancellationToken cancellationToken)
    {
        if (format == "json")
        {
            await using var output = Console.OpenStandardOutput();
            await new SummaryJson().WriteAsync(summary, output);
            output.WriteByte((byte)'\n');
        }
        else
        {
            SummaryTable.Show(summary.Quarter, head, await SummaryRows.OfAsync(summary, cancellationToken));
        }
    }
}
