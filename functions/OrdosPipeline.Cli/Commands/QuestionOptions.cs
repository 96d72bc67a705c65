using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Core.Answers;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Cli.Commands;

/// <summary>What a table can be asked by at the command line: the parameters of the HTTP API as options.</summary>
internal sealed class QuestionOptions
{
    /// <summary>Each subject with its table and the columns that people see first.</summary>
    private static readonly Subject[] Subjects =
    [
        new("observations", TableNames.Observations, "Indicator", "IndicatorName", "RegionName", "Period", "Value", "Unit", "Revision", "ReportedByName", "Path", "Sheet", "Cell"),
        new("history", TableNames.ObservationHistory, "Indicator", "RegionName", "Period", "Value", "Unit", "State", "UploadedAt", "ReportedByName", "Path", "Sheet", "Cell"),
        new("submissions", TableNames.Submissions, "Submission", "DepartmentName", "Path", "State", "Verdict", "Values", "Errors", "Warnings", "UploadedAt"),
        new("quarter-submissions", TableNames.QuarterSubmissions, "Quarter", "DepartmentName", "Verdict", "Path", "Values", "ProjectRows", "UploadedAt", "FindingCounts"),
        new("findings", TableNames.Findings, "DepartmentName", "Path", "Severity", "Sheet", "Cell", "Code", "CodeName", "Message"),
        new("projects", TableNames.ProjectReports, "Project", "ProjectName", "Period", "State", "Progress", "Investment", "ReportedByName", "Path", "Sheet", "Cell"),
        new("summaries", TableNames.Summaries, "Quarter", "Version", "Kind", "Id", "Name", "RegionName", "Method", "StatusText", "Value", "Unit", "ValuePeriod", "Ratio"),
        new("catalogue", TableNames.Catalogue, "Kind", "Id", "Name", "Department", "Part", "Unit", "Attribute", "TargetText"),
        new("returns", TableNames.Returns, "Quarter", "Notice", "DepartmentName", "State", "IndicatorsDue", "IndicatorsReported", "Accepted", "Deadline"),
        new("audit", TableNames.Audit, "At", "Actor", "Via", "Action", "Subject", "Before", "After", "State"),
    ];

    private static readonly Subject ProjectHistory =
        new("history", TableNames.ProjectReportHistory, "Project", "ProjectName", "Period", "State", "Progress", "Investment", "UploadedAt", "ReportedByName", "Path", "Sheet", "Cell");

    private readonly Argument<string> subject = new("subject") { Description = "查什么 (what to ask for)" };

    /// <summary>Each option under the name that the question knows it by.</summary>
    private readonly (string Name, Option<string?> Option)[] filters =
    [
        ("plan", Filter("--plan", "规划编号 (plan id)")),
        ("indicator", Filter("--indicator", "指标编码或名称 (indicator id or name)")),
        ("project", Filter("--project", "项目编码或名称 (project id or name)")),
        ("region", Filter("--region", "地区代码或名称 (region code or name)")),
        ("period", Filter("--period", "期间，如 2023Q3YTD (canonical period)")),
        ("department", Filter("--department", "部门代码或名称 (department code or name)")),
        ("quarter", Filter("--quarter", "季度，如 2023Q3 (quarter)")),
        ("from", Filter("--from", "从某季度或年份起 (from a quarter or year on)")),
        ("to", Filter("--to", "到某季度或年份止 (up to a quarter or year)")),
        ("submission", Filter("--submission", "报送编号 (submission id)")),
        ("finding", Filter("--code", "问题代码 (finding code)")),
        ("state", Filter("--state", "状态 (state)")),
        ("status", Filter("--status", "评价状态 (status of a summary's row)")),
        ("severity", Filter("--severity", "问题的级别 (severity of a finding)")),
        ("part", Filter("--part", "篇 (part of the plan)")),
        ("attribute", Filter("--attribute", "binding、expected 或 none (attribute of an indicator)")),
        ("kind", Filter("--kind", "种类 (kind of a row of summaries or catalogue)")),
        ("month", Filter("--month", "月份，如 2023-10 (month of acts)")),
        ("version", Filter("--version-number", "小结版本，缺省为最新 (summary version)")),
        ("asOf", Filter("--asof", "按某日结束时已知的数据，如 2022-05-01 (as was known at the end of a day)")),
        ("$filter", Filter("--filter", "OData 条件 (a filter as Table Storage has it)")),
        ("$select", Filter("--select", "只要这些列 (these columns alone)")),
    ];

    public QuestionOptions()
    {
        subject.AcceptOnlyFromAmong([.. Subjects.Select(known => known.Name)]);
        foreach (var (name, option) in filters)
        {
            // The API's name of it, where code means the key.
            if (name == "finding")
                option.Aliases.Add("--finding");
        }
    }

    /// <summary>Adds the subject and the filters to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(subject);
        foreach (var (_, option) in filters)
            command.Add(option);
    }

    /// <summary>What was asked for, and the columns that people see first.</summary>
    public (Subject Subject, TableQuestion Question) Read(ParseResult parsed, IServiceProvider services)
    {
        var given = filters.Where(filter => parsed.GetValue(filter.Option) is not null).ToDictionary(filter => filter.Name, filter => parsed.GetValue(filter.Option), StringComparer.Ordinal);
        var asked = Subjects.Single(known => known.Name == parsed.GetRequiredValue(subject));
        if (asked.Table == TableNames.ObservationHistory && given.ContainsKey("project"))
            asked = ProjectHistory;
        return (asked, services.GetRequiredService<Questions>().Read(asked.Table, given.GetValueOrDefault));
    }

    private static Option<string?> Filter(string name, string description) => new(name) { Description = description, HelpName = "X" };

    /// <param name="Name">At the command line.</param>
    /// <param name="Table">That it asks.</param>
    /// <param name="Columns">That people see first.</param>
    internal sealed record Subject(string Name, string Table, params IReadOnlyList<string> Columns);
}
