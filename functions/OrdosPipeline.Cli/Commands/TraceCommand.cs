using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Cli.Output;
using OrdosPipeline.Cli.Running;
using OrdosPipeline.Core.Answers;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Documents.Exports;

namespace OrdosPipeline.Cli.Commands;

/// <summary><c>ordos trace</c>: from a figure to every cell that said something of it, and the summaries that used it.</summary>
internal static class TraceCommand
{
    public static Command Create()
    {
        var subject = new Argument<string>("subject") { Description = "指标或重点工程的编码或名称 (id or name of an indicator or project)" };
        var period = new Argument<string?>("period") { Description = "期间，如 2023Q3YTD (canonical period)", Arity = ArgumentArity.ZeroOrOne };
        var quarter = new Option<string?>("--quarter") { Description = "不给期间而给季度：该季度小结中的数字由哪些单元格组成 (instead of a period: the cells of a figure of that summary)", HelpName = "Q" };
        var version = new Option<int?>("--version-number") { Description = "小结版本，缺省为最新 (summary version)", HelpName = "N" };
        var region = new Option<string?>("--region") { Description = "地区，缺省为全市 (region)", HelpName = "R" };
        var plan = CommonOptions.Plan();
        var asOf = new Option<string?>("--asof") { Description = "按某日结束时已知的数据 (as was known at the end of a day)", HelpName = "DATE" };
        var format = CommonOptions.Format("table", "json");
        var command = new Command("trace", "追溯一个数字到文件、工作表和单元格 (from a figure to its cell)") { subject, period, quarter, version, region, plan, asOf, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (text, ofQuarter) = (parsed.GetValue(period), Questions.Quarter(parsed.GetValue(quarter), "quarter"));
            if (text is null == ofQuarter is null || (ofQuarter is not null && parsed.GetValue(asOf) is not null))
                throw new UsageException("请写期间，如 2023Q3YTD，或用 --quarter 指明小结的季度；--asof 只与期间同用 (a period, or --quarter without --asof)。");
            await using var services = await OrdosServices.OnlineAsync(cancellationToken);
            var plans = services.GetRequiredService<PlanLibrary>();
            var named = parsed.GetRequiredValue(subject);
            var chosen = CommonOptions.Find(plans, parsed.GetValue(plan)) ?? plans.InForce(ofQuarter?.Year ?? Questions.Period(text!).Year);
            if (ofQuarter is { } summary)
            {
                var figure = await services.GetRequiredService<FigureTracing>().OfAsync(chosen, named, summary, parsed.GetValue(version), parsed.GetValue(region), cancellationToken);
                return Show(figure, $"{summary} 的小结里没有 {named} (no summary of that quarter judges it)。", parsed.GetRequiredValue(format), FigureTraceTable.Show);
            }

            var known = parsed.GetValue(asOf) is { } day ? Questions.Instant(day) : (DateTimeOffset?)null;
            var trace = await services.GetRequiredService<Tracing>().OfAsync(chosen, named, text!, parsed.GetValue(region), known, cancellationToken);
            var silence = Silence.OfFigure(chosen, named, text!, known);
            return Show(trace, $"{silence.Chinese}\n{silence.English}", parsed.GetRequiredValue(format), TraceTable.Show);
        });
        return command;
    }

    private static int Show<T>(T? trace, string missing, string format, Action<T> show)
        where T : class
    {
        if (trace is null)
        {
            Terminal.Note(missing);
            return ExitCodes.Rejected;
        }

        if (format == "json")
            Console.WriteLine(JsonSerializer.Serialize(trace, RecordJson.Options));
        else
            show(trace);
        return ExitCodes.Done;
    }
}
