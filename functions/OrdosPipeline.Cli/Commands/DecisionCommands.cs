using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Cli.Output;
using OrdosPipeline.Cli.Running;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress.Decisions;
using OrdosPipeline.Documents.Reading;

namespace OrdosPipeline.Cli.Commands;

/// <summary><c>ordos plan assign</c> and <c>ordos plan adjust</c>: put targets, adjustments and baselines on record.</summary>
internal static class DecisionCommands
{
    public static Command CreateAssign()
    {
        var file = new Argument<string>("file") { Description = "CSV 文件，列名见 functions/README.md (a table of decisions)" };
        var (plan, by) = (CommonOptions.Plan(), By());
        var command = new Command("assign", "录入下达目标、年度计划目标、调整或基期 (record targets, adjustments and baselines)") { file, plan, by };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file);
            if (!File.Exists(path))
                throw new UsageException($"没有文件 {path} (there is no such file)。");
            CsvFile csv;
            try
            {
                csv = CsvFile.Load(path);
            }
            catch (CsvFileException exception)
            {
                Terminal.Error($"{path}: {exception.Message}");
                return ExitCodes.Rejected;
            }

            var table = new CatalogueTable(Path.GetFileName(path), csv.Header, [.. csv.Records.Select(record => new CatalogueRecord(record.LineNumber, record.Fields))]);
            return await RecordAsync(table, parsed.GetValue(plan), parsed.GetValue(by), cancellationToken);
        });
        return command;
    }

    public static Command CreateAdjust()
    {
        var options = new (string Column, Option<string?> Option)[]
        {
            (DecisionColumns.Indicator, Text("--indicator", "指标编码 (indicator)", required: true)),
            (DecisionColumns.Region, Text("--region", "地区，缺省为全市 (region)")),
            (DecisionColumns.FromLow, Text("--from", "原目标，供核对 (the target replaced)")),
            (DecisionColumns.FromHigh, Text("--from-high", "原目标上限 (its upper end)")),
            (DecisionColumns.Low, Text("--to", "新目标 (the new target)", required: true)),
            (DecisionColumns.High, Text("--to-high", "新目标上限 (its upper end)")),
            (DecisionColumns.Comparator, Text("--comparator", "比较方式，如 >=，缺省同纲要 (comparator)")),
            (DecisionColumns.Basis, Text("--basis", "性质，缺省同纲要 (basis)")),
            (DecisionColumns.Effective, Text("--effective", "生效季度 (effective quarter)", required: true)),
            (DecisionColumns.Authority, Text("--authority", "批准机关 (approving body)", required: true)),
            (DecisionColumns.Document, Text("--document", "文号 (document number)", required: true)),
            (DecisionColumns.Date, Text("--date", "发文日期 (date of the document)", required: true)),
            (DecisionColumns.Reason, Text("--reason", "原因 (reason)", required: true)),
        };
        var (plan, by) = (CommonOptions.Plan(), By());
        var command = new Command("adjust", "录入规划调整 (record an adjustment of the plan)") { plan, by };
        foreach (var (_, option) in options)
            command.Add(option);
        command.SetAction((parsed, cancellationToken) =>
        {
            var given = options.Select(pair => (pair.Column, Text: parsed.GetValue(pair.Option))).Where(pair => pair.Text is not null)
                .Append((Column: DecisionColumns.Kind, Text: (string?)DecisionKind.Adjusted.Code())).ToList();
            var table = new CatalogueTable("", [.. given.Select(pair => pair.Column)], [new CatalogueRecord(1, [.. given.Select(pair => pair.Text!)])]);
            return RecordAsync(table, parsed.GetValue(plan), parsed.GetValue(by), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RecordAsync(CatalogueTable table, string? planId, string? by, CancellationToken cancellationToken)
    {
        await using var services = await OrdosServices.OnlineAsync(cancellationToken);
        var plans = services.GetRequiredService<PlanLibrary>();
        var plan = CommonOptions.Find(plans, planId) ?? plans.InForce(ChinaTime.DayOf(services.GetRequiredService<TimeProvider>().GetUtcNow()).Year);
        var recording = await services.GetRequiredService<DecisionRecord>().RecordAsync(plan, table, CommandLineActor.Of(by), cancellationToken);
        if (recording.Problems.Count > 0)
        {
            foreach (var problem in recording.Problems)
                Terminal.Error(problem.ToString());
            Terminal.Error($"共 {recording.Problems.Count} 处有误，没有录入任何一行 (nothing was recorded)。");
            return ExitCodes.Rejected;
        }

        DecisionListing.Show(plan, recording.Recorded, "已录入");
        return ExitCodes.Done;
    }

    private static Option<string?> By() => new("--by") { Description = "录入人，缺省为本机用户 (who records it)", HelpName = "WHO" };

    private static Option<string?> Text(string name, string description, bool required = false) =>
        new(name) { Description = description, HelpName = "X", Required = required };
}
