using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Cli.Output;
using OrdosPipeline.Cli.Running;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Documents.Exports;

namespace OrdosPipeline.Cli.Commands;

/// <summary><c>ordos query</c>: rows of a table by their keys.</summary>
internal static class QueryCommand
{
    /// <summary>Each subject with its table and the columns that people see first.</summary>
    private static readonly (string Subject, string Table, string[] Columns)[] Subjects =
    [
        ("observations", TableNames.Observations, ["Indicator", "IndicatorName", "RegionName", "Period", "Value", "Unit", "Revision", "Submission", "Sheet", "Cell"]),
        ("history", TableNames.ObservationHistory, ["Indicator", "RegionName", "Period", "Value", "Unit", "UploadedAt", "Submission", "Sheet", "Cell"]),
        ("submissions", TableNames.Submissions, ["Submission", "Department", "Path", "State", "Verdict", "Values", "Errors", "Warnings", "UploadedAt"]),
        ("findings", TableNames.Findings, ["Submission", "Severity", "Sheet", "Cell", "Code", "Message"]),
        ("projects", TableNames.ProjectReports, ["Project", "ProjectName", "Period", "State", "Progress", "Investment", "Submission", "Sheet", "Cell"]),
        ("summaries", TableNames.Summaries, ["Version", "Kind", "Id", "Name", "Method", "Status", "Value", "Unit", "ValuePeriod", "Ratio"]),
    ];

    public static Command Create()
    {
        var subject = new Argument<string>("subject") { Description = "查什么 (what to ask for)" };
        subject.AcceptOnlyFromAmong([.. Subjects.Select(s => s.Subject)]);
        var plan = CommonOptions.Plan();
        var indicator = Filter("--indicator", "指标编码 (indicator id)");
        var project = Filter("--project", "项目编码 (project id)");
        var region = Filter("--region", "地区代码 (region code)");
        var period = Filter("--period", "期间，如 2023Q3YTD (canonical period)");
        var department = Filter("--department", "部门代码 (department code)");
        var quarter = Filter("--quarter", "季度，如 2023Q3 (quarter)");
        var submission = Filter("--submission", "报送编号 (submission id)");
        var code = Filter("--code", "问题代码 (finding code)");
        var state = Filter("--state", "状态 (state, status or severity)");
        var version = new Option<int?>("--version-number") { Description = "小结版本，缺省为最新 (summary version)" };
        var top = new Option<int>("--top") { Description = "最多行数 (rows at the most)", DefaultValueFactory = _ => 1000 };
        var format = CommonOptions.Format("table", "json", "csv");
        var command = new Command("query", "查询表格 (query the tables)")
        {
            subject, plan, indicator, project, region, period, department, quarter, submission, code, state, version, top, format,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (name, table, columns) = Subjects.Single(s => s.Subject == parsed.GetRequiredValue(subject));
            await using var services = await OrdosServices.OnlineAsync(cancellationToken);
            var plans = services.GetRequiredService<Core.Plan.PlanLibrary>();
            var question = new TableQuestion
            {
                Table = table,
                Plan = CommonOptions.Find(plans, parsed.GetValue(plan))?.Id ?? (table is TableNames.Submissions or TableNames.Findings ? null : plans.All[^1].Id),
                Indicator = parsed.GetValue(indicator),
                Project = parsed.GetValue(project),
                Region = parsed.GetValue(region),
                Period = parsed.GetValue(period),
                Department = parsed.GetValue(department),
                Quarter = parsed.GetValue(quarter),
                Submission = parsed.GetValue(submission),
                Code = parsed.GetValue(code),
                State = parsed.GetValue(state),
                Version = parsed.GetValue(version),
            };
            var page = await ReadAsync(services.GetRequiredService<ITableReader>(), question, parsed.GetValue(top), cancellationToken);
            await using var output = Console.OpenStandardOutput();
            switch (parsed.GetRequiredValue(format))
            {
                case "json":
                    await TableExport.WriteJsonAsync(page, output, cancellationToken);
                    output.WriteByte((byte)'\n');
                    break;
                case "csv":
                    await TableExport.WriteCsvAsync(page, output, cancellationToken);
                    break;
                default:
                    Terminal.Show($"{name}：{page.Rows.Count} 行", page, columns);
                    break;
            }

            return page.Rows.Count == 0 ? ExitCodes.Rejected : ExitCodes.Done;
        });
        return command;
    }

    /// <summary>Follows continuation tokens until <paramref name="top"/> rows are read.</summary>
    public static async Task<TablePage> ReadAsync(ITableReader reader, TableQuestion question, int top, CancellationToken cancellationToken)
    {
        var rows = new List<IReadOnlyList<object?>>();
        TablePage page;
        do
        {
            try
            {
                page = await reader.ReadAsync(question with { Top = Math.Clamp(top - rows.Count, 1, 1000) }, cancellationToken);
            }
            catch (ArgumentException exception)
            {
                throw new UsageException(exception.Message);
            }

            rows.AddRange(page.Rows);
            question = question with { Continuation = page.Continuation };
        }
        while (page.Continuation is not null && rows.Count < top);
        return page with { Rows = rows };
    }

    private static Option<string?> Filter(string name, string description) => new(name) { Description = description, HelpName = "X" };
}
