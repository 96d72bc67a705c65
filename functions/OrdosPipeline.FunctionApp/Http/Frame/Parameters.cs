using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.FunctionApp.Http.Frame;

/// <summary>The parameters that operations share, each with one meaning everywhere.</summary>
internal static class Parameters
{
    private const string QuarterPattern = "^[0-9]{4}[Qq][1-4]$";
    private const string QuarterOrYearPattern = "^[0-9]{4}([Qq][1-4])?$";

    public static Parameter Plan { get; } = new("plan", "规划编号；缺省为季度所在年份的规划，没有季度时为现行规划。", "Id of the plan; by default the one of the quarter's year, or the one in force.") { Example = "ordos-14" };

    public static Parameter Indicator { get; } = new("indicator", "指标编码或名称。", "Id or name of an indicator.") { Example = "地区生产总值增长" };

    public static Parameter Project { get; } = new("project", "重点工程编码或名称。", "Id or name of a project.") { Example = "P001" };

    public static Parameter Subject { get; } = new("subject", "指标或重点工程的编码或名称。", "Id or name of an indicator or project.") { IsRequired = true, Example = "地区生产总值增长" };

    public static Parameter Region { get; } = new("region", "地区代码或名称。", "Code or name of a region.") { Example = "150600" };

    public static Parameter Period { get; } = new("period", "期间。", "A period.") { Example = "2023Q3YTD", Pattern = "^[0-9]{4}(Q[1-4]|M[0-1][0-9])?(YTD)?$" };

    public static Parameter Department { get; } = new("department", "部门代码或名称；部门角色只能是自己。", "Code or name of a department; for a department its own alone.") { Example = "statistics" };

    public static Parameter Quarter { get; } = new("quarter", "季度：期间结束所在，或小结所属。", "The quarter in which periods end, or that a summary is of.") { Example = "2023Q3", Pattern = QuarterPattern };

    public static Parameter From { get; } = new("from", "从哪个季度或年份起。", "From this quarter or year on.") { Example = "2022", Pattern = QuarterOrYearPattern };

    public static Parameter To { get; } = new("to", "到哪个季度或年份止（含）。", "Up to this quarter or year, included.") { Example = "2023Q4", Pattern = QuarterOrYearPattern };

    public static Parameter Submission { get; } = new("submission", "报送编号。", "Id of a submission.") { Example = "0a1b2c3d4e5f60718293" };

    /// <summary>Not <c>code</c>, under which keys come.</summary>
    public static Parameter Finding { get; } = new("finding", "问题代码。", "Code of a finding.") { Example = "unit-missing" };

    public static Parameter Part { get; } = new("part", "规划的篇。", "篇 of the plan.") { Example = "7" };

    public static Parameter Attribute { get; } = new("attribute", "指标属性：约束性、预期性或未注明。", "Binding (约束性), expected (预期性), or none stated.") { Choices = ["binding", "expected", "none"] };

    public static Parameter State { get; } = new("state", "状态，见 TABLES.md 中本表的 State 列。", "State, see the column State of the table in TABLES.md.") { Example = "reported" };

    public static Parameter Verdict { get; } = new("state", "结论。", "The verdict.") { Choices = ["accepted", "accepted-with-warnings", "rejected"] };

    public static Parameter Status { get; } = new("status", "评价状态代码，见 METHODOLOGY.md。", "Status code of METHODOLOGY.md.") { Example = "behind" };

    public static Parameter Severity { get; } = new("severity", "问题的级别。", "The severity.") { Choices = ["error", "warning", "info"] };

    public static Parameter SummaryKind { get; } = new("kind", "行的种类；head 是各版本本身。", "Kind of row; head is the versions themselves.") { Choices = [.. SummaryRow.Kinds, "head"] };

    public static Parameter CatalogueKind { get; } = new("kind", "目录的种类。", "Kind of record.") { Example = "indicator", Pattern = "^[a-z-]{1,40}$" };

    public static Parameter Version { get; } = new("version", "第几版；缺省为最新的完整版。", "Version; by default the latest complete one.") { Range = (1, 9999) };

    public static Parameter Month { get; } = new("month", "月份（北京时间）。", "Calendar month in China.") { Example = "2023-10", Pattern = "^[0-9]{4}-[0-1][0-9]$" };

    public static Parameter AsOf { get; } = new("asOf", "按当时已知的数据回答：某日结束时（北京时间）或某一时刻。", "As was known at the end of a day in China, or at an instant with its offset.") { Example = "2022-05-01" };

    /// <summary>Where a day is meant, and no instant.</summary>
    public static Parameter AsOfDay { get; } = new("asOf", "截至哪一天（北京时间）；缺省为今天。", "As of the end of this day in China; by default today.") { Example = "2023-10-20", Pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" };

    public static Parameter Notice { get; } = new("state", "写通知时的状态。", "The state when the notice was written.") { Choices = ["on-time", "late", "missing"] };

    public static Parameter Filter { get; } = new("$filter", "附加条件，Table 存储的 OData 写法，只限 TABLES.md 中的列；由存储服务计算。", "Further conditions in Table Storage's OData syntax, on columns of TABLES.md; computed by the service.") { Example = "Value gt 5.0 and Year ge 2022" };

    public static Parameter Select { get; } = new("$select", "只要这些列，用逗号分开，按此顺序。", "These columns alone, separated by commas, in this order.") { Example = "Period,Value" };

    public static Parameter Top { get; } = new("$top", "行数：JSON 每页 1 至 1000；CSV、XLSX 总行数。", "Rows: 1 to 1,000 a page of JSON; of a CSV or XLSX file in all.") { Range = (1, 1_000_000) };

    public static Parameter Continuation { get; } = new("continuation", "上一页给出的继续标记，只对同一查询有效。", "As the page before gave it, for the same question alone.");

    public static Parameter Format { get; } = new("format", "格式。XLSX 中时间为北京时间。", "The format. In XLSX times are China's.") { Choices = ["json", "csv", "xlsx"] };

    public static Parameter Language { get; } = new("lang", "XLSX 的语言：zh 为中文表头和用语，en 为 TABLES.md 中的列名和代码；其他格式总是后者。", "The language of an XLSX: zh for Chinese headings and words, en for the names and codes of TABLES.md, which other formats always have.") { Choices = ["zh", "en"] };

    public static Parameter File { get; } = new("file", "文件名。", "Name of the file.") { Example = "2023年三季度.xlsx", Pattern = @"^(?!\.{1,2}$)[^/\\\x00-\x1f]{1,200}$" };

    /// <summary>Of every question about a table, after its own.</summary>
    public static IReadOnlyList<Parameter> OfPages { get; } = [Filter, Select, Top, Continuation, Format, Language];

    /// <summary>What a table can be asked by.</summary>
    public static IReadOnlyList<Parameter> Of(string table) => table switch
    {
        TableNames.Submissions => [Department, Submission, Plan, State, Quarter, Finding, .. OfPages],
        TableNames.QuarterSubmissions => [Plan, Quarter, From, To, Department, Submission, Verdict, .. OfPages],
        TableNames.Findings => [Submission, Plan, Department, Quarter, Finding, Severity, .. OfPages],
        TableNames.Observations => [Plan, Indicator, Region, Period, Quarter, From, To, Department, Submission, State, Part, Attribute, AsOf, .. OfPages],
        TableNames.ObservationHistory => [Plan, Indicator, Project, Region, Period, Quarter, From, To, Department, Submission, State, Part, Attribute, AsOf, .. OfPages],
        TableNames.ProjectReports => [Plan, Project, Period, Quarter, From, To, Department, Submission, State, Part, AsOf, .. OfPages],
        TableNames.Catalogue => [Plan, CatalogueKind, Indicator, Project, Region, Department, Part, Attribute, .. OfPages],
        TableNames.Summaries => [Plan, Quarter, From, To, Version, SummaryKind, Indicator, Project, Region, Department, Status, Part, Attribute, AsOf, .. OfPages],
        TableNames.Returns => [Plan, Quarter, Department, Notice, .. OfPages],
        TableNames.Audit => [Month, Plan, State, .. OfPages],
        _ => throw new ArgumentOutOfRangeException(nameof(table), table, "The API has no operation for this table."),
    };
}
