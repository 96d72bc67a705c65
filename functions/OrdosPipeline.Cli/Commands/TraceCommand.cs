using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Cli.Output;
using OrdosPipeline.Cli.Running;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Documents.Exports;

namespace OrdosPipeline.Cli.Commands;

/// <summary><c>ordos trace</c>: from a figure to every cell that said something of it, and the summaries that used it.</summary>
internal static class TraceCommand
{
    public static Command Create()
    {
        var subject = new Argument<string>("subject") { Description = "指标或重点工程的编码或名称 (id or name of an indicator or project)" };
        var period = new Argument<string>("period") { Description = "期间，如 2023Q3YTD (canonical period)" };
        var region = new Option<string?>("--region") { Description = "地区，缺省为全市 (region)", HelpName = "R" };
        var plan = CommonOptions.Plan();
        var asOf = new Option<string?>("--asof") { Description = "按某日结束时已知的数据 (as was known at the end of a day)", HelpName = "DATE" };
        var format = CommonOptions.Format("table", "json");
        var command = new Command("trace", "追溯一个数字到文件、工作表和单元格 (from a figure to its cell)") { subject, period, region, plan, asOf, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await OrdosServices.OnlineAsync(cancellationToken);
            var plans = services.GetRequiredService<PlanLibrary>();
            var text = parsed.GetRequiredValue(period);
            var chosen = CommonOptions.Find(plans, parsed.GetValue(plan)) ?? plans.InForce(Questions.Period(text).Year);
            var trace = await services.GetRequiredService<Tracing>().OfAsync(
                chosen, parsed.GetRequiredValue(subject), text, parsed.GetValue(region),
                parsed.GetValue(asOf) is { } day ? Questions.Instant(day) : null, cancellationToken);
            if (trace is null)
            {
                var by = parsed.GetValue(asOf) is { } known ? $"到 {known} " : "";
                Terminal.Note($"{by}还没有人报过 {parsed.GetRequiredValue(subject)} {text} (nobody had reported it)。");
                return ExitCodes.Rejected;
            }

            if (parsed.GetRequiredValue(format) == "json")
                Terminal.Line(Spectre.Console.Markup.Escape(JsonSerializer.Serialize(trace, RecordJson.Options)));
            else
                TraceTable.Show(trace);
            return ExitCodes.Done;
        });
        return command;
    }
}
