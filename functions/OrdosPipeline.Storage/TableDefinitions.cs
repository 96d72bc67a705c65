using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;
using static OrdosPipeline.Storage.TableColumnType;

namespace OrdosPipeline.Storage;

/// <summary>Every table with its columns: what is written holds to them, what is read comes in their order, TABLES.md says the same.</summary>
public static class TableDefinitions
{
    public static TableDefinition Submissions { get; } = new(
        TableNames.Submissions,
        "{department}",
        "{submission}",
        new("Submission", Text, "报送编号", "Id, from path and ETag."),
        new("Department", Text, "部门代码", "Code; the path segment as written when no department has that name; empty for a file in no folder."),
        new("DepartmentName", Text, "部门", "Its Chinese name."),
        new("Plan", Text, "规划", "Id of the plan; absent until checked."),
        new("State", Text, "处理进度", "received, checking, failed, rejected, accepted, applying or applied.") { Words = CodeWords.SubmissionStates },
        new("Verdict", Text, "结论", "accepted, accepted-with-warnings or rejected; absent until checked.") { Words = CodeWords.Verdicts },
        new("Path", Text, "文件", "Below incoming/."),
        new("UploadedAt", Instant, "报送时间", "The upload's LastModified."),
        new("CheckedAt", Instant, "校验时间", "When it was checked."),
        new("AppliedAt", Instant, "入库时间", "When its values first stood in the tables."),
        new("Errors", WholeNumber, "错误数", "Findings of this severity."),
        new("Warnings", WholeNumber, "警告数", "Findings of this severity."),
        new("Infos", WholeNumber, "提示数", "Findings of this severity."),
        new("FindingCounts", Text, "各类问题数", "True counts by code, such as `unit-missing:3 value-missing:12`."),
        new("Values", WholeNumber, "数值个数", "Values it holds, withdrawals among them."),
        new("ProjectRows", WholeNumber, "工程行数", "Project rows it holds."),
        new("Quarters", Text, "所属季度", "In which its periods end, ascending, such as `2023Q2 2023Q3`."),
        new("FirstQuarter", Text, "最早季度", "The first of them."),
        new("LastQuarter", Text, "最晚季度", "The last of them."),
        new("Record", Text, "档案文件", "Blob of the record, container included; absent until checked."),
        new("Feedback", Text, "标注后的文件", "Blob of the marked workbook, container included; absent until checked."),
        new("FeedbackJson", Text, "校验结果文件", "Blob of the same for programs, beside it; absent until checked."),
        new("Bytes", WholeNumber, "文件大小（字节）", "Length of the upload."),
        new("Sha256", Text, "文件摘要", "Of the upload's content."),
        new("BlobETag", Text, "文件版本", "The version uploaded, without quotes."),
        new("SubmittedBy", Text, "报送人", "Who uploaded it, where known."),
        new("FailedTries", WholeNumber, "系统失败次数", "How often the system has failed on it since it last got further."),
        new("LastFailure", Text, "最近一次系统故障", "For the operator."));

    public static TableDefinition QuarterSubmissions { get; } = new(
        TableNames.QuarterSubmissions,
        "{plan}|{quarter}",
        "{department}|{uploaded at}|{submission}",
        new("Plan", Text, "规划", "Id of the plan."),
        new("Quarter", Text, "季度", "Such as 2023Q3."),
        new("Department", Text, "部门代码", "As in Submissions."),
        new("DepartmentName", Text, "部门", "Its Chinese name."),
        new("Submission", Text, "报送编号", "Id of the submission."),
        new("Path", Text, "文件", "Below incoming/."),
        new("UploadedAt", Instant, "报送时间", "The upload's LastModified."),
        new("Verdict", Text, "结论", "accepted, accepted-with-warnings or rejected.") { Words = CodeWords.Verdicts },
        new("QuarterAssumed", YesNo, "季度为推定", "True where nothing in the file could be read that has a period: the last quarter that had ended on the day of the upload is taken."),
        new("Values", WholeNumber, "数值个数", "Values it holds for this quarter, withdrawals among them."),
        new("ProjectRows", WholeNumber, "工程行数", "Project rows it holds for this quarter."),
        new("Errors", WholeNumber, "错误数", "Findings of this severity, of the whole submission."),
        new("Warnings", WholeNumber, "警告数", "Findings of this severity, of the whole submission."),
        new("Infos", WholeNumber, "提示数", "Findings of this severity, of the whole submission."),
        new("FindingCounts", Text, "各类问题数", "True counts by code, of the whole submission, such as `unit-missing:3 value-missing:12`."),
        new("SubmittedBy", Text, "报送人", "Who uploaded it, where known."));

    public static TableDefinition Findings { get; } = new(
        TableNames.Findings,
        "{submission}",
        "{ordinal, six digits}",
        new("Submission", Text, "报送编号", "Id of the submission."),
        new("Plan", Text, "规划", "Id of the plan."),
        new("Department", Text, "部门代码", "As in Submissions."),
        new("DepartmentName", Text, "部门", "Its Chinese name."),
        new("Path", Text, "文件", "Below incoming/."),
        new("UploadedAt", Instant, "报送时间", "The upload's LastModified."),
        new("Ordinal", WholeNumber, "序号", "Place in the record, from 1."),
        new("Code", Text, "问题代码", "Finding code."),
        new("CodeName", Text, "问题", "Its Chinese name, a few words."),
        new("Severity", Text, "级别", "info, warning or error.") { Words = CodeWords.Severities },
        new("Sheet", Text, "工作表", "Absent for the whole file and in a CSV file."),
        new("Cell", Text, "单元格", "Address such as C7."),
        new("RowNumber", WholeNumber, "行号", "From 1."),
        new("ColumnNumber", WholeNumber, "列号", "From 1."),
        new("Found", Text, "填写内容", "What stands there."),
        new("Message", Text, "问题与修改办法", "In Chinese, for the clerk."),
        new("MessageEn", Text, "问题与修改办法（英文）", "In English."));

    public static TableDefinition Observations { get; } = new(
        TableNames.Observations,
        "{plan}|{indicator}",
        "{region}|{period}",
        [.. ObservationColumns(), new("Revision", WholeNumber, "第几次报送", "1 for the first value, one more for each upload, in the order of upload, that changed the value.")]);

    public static TableDefinition ObservationHistory { get; } = new(
        TableNames.ObservationHistory,
        "{plan}|{indicator}",
        "{region}|{period}|{uploaded at}|{submission}",
        [.. ObservationColumns()]);

    public static TableDefinition ProjectReports { get; } = new(
        TableNames.ProjectReports,
        "{plan}|{project}",
        "{period}",
        [.. ProjectColumns(), new("Revision", WholeNumber, "第几次报送", "1 for the first report, one more for each upload, in the order of upload, that changed it.")]);

    public static TableDefinition ProjectReportHistory { get; } = new(
        TableNames.ProjectReportHistory,
        "{plan}|{project}",
        "{period}|{uploaded at}|{submission}",
        [.. ProjectColumns()]);

    public static TableDefinition Catalogue { get; } = new(
        TableNames.Catalogue,
        "{plan}|{kind}",
        "{id}",
        new("Plan", Text, "规划", "Id of the plan."),
        new("Kind", Text, "类别", "plan, part, indicator, project, quantity, department, region, unit, veto, tension or decision.") { Words = CodeWords.CatalogueKinds },
        new("Id", Text, "编码", "Id, code or symbol; of a quantity `P017.1`, of a part its number, of a veto its indicator."),
        new("Name", Text, "名称", "In Chinese."),
        new("NameEn", Text, "英文名称", "In English."),
        new("Aliases", Text, "别名", "Other words for it, separated by semicolons."),
        new("Department", Text, "责任部门代码", "Code of the department that reports it, or that governs the region."),
        new("Part", Text, "篇", "篇 of the plan."),
        new("Chapter", Text, "章", "章 of the plan."),
        new("Section", Text, "节", "节 of the plan."),
        new("Box", Text, "专栏", "专栏 of the plan."),
        new("Item", Text, "专栏条目", "Item of the box."),
        new("Unit", Text, "单位", "Symbol of the unit of every value."),
        new("Measure", Text, "指标类型", "growth, share, stock, flow, count or yes-no.") { Words = CodeWords.Measures },
        new("Basis", Text, "目标口径", "How the target is meant: level, hold, average-growth, cumulative, change, per-year or milestone, see METHODOLOGY.md.") { Words = CodeWords.Bases },
        new("Comparator", Text, "比较方式", "none, at-least, at-most, more-than, less-than, equal, about or range.") { Words = CodeWords.Comparators },
        new("External", YesNo, "目标由上级下达", "Whether a higher authority sets the target after the plan was written."),
        new("TargetLow", Number, "目标（下限）", "Target, or its lower end."),
        new("TargetHigh", Number, "目标上限", "Target, or its upper end."),
        new("TargetYear", WholeNumber, "目标年份", "Year of the target."),
        new("Dated", YesNo, "规划写明期限", "False where the plan gives no date and its last year is assumed."),
        new("TargetText", Text, "目标（文字）", "The target as the plan prints it."),
        new("BaselineValue", Number, "基期值", "Value before the plan."),
        new("BaselineYear", WholeNumber, "基期年份", "Year of the baseline."),
        new("Attribute", Text, "属性", "none, expected (预期性) or binding (约束性).") { Words = CodeWords.Attributes },
        new("Direction", Text, "方向", "up, down or hold.") { Words = CodeWords.Directions },
        new("Frequency", Text, "报送频率", "quarter or year.") { Words = CodeWords.Frequencies },
        new("Decimals", WholeNumber, "小数位数", "Digits shown after the decimal point."),
        new("PlausibleMin", Number, "合理下限", "Lowest believable value."),
        new("PlausibleMax", Number, "合理上限", "Highest believable value."),
        new("Series", Text, "数据所属指标", "Id of the indicator whose values this one is judged by."),
        new("Scope", Text, "期限范围", "plan or whole.") { Words = CodeWords.Scopes },
        new("Related", Text, "相关指标", "Ids of indicators about the same quantity, separated by semicolons."),
        new("Project", Text, "工程编码", "Id of the project, also on its quantities."),
        new("Parent", Text, "上级编码", "Id of the project, or code of the region, that it is part of."),
        new("ProjectKind", Text, "工程类别", "Kind of project."),
        new("Regions", Text, "所在地区", "Codes of the regions that a project lies in, separated by semicolons."),
        new("InvestmentTotal", Number, "总投资（亿元）", "Of the whole project, 亿元."),
        new("InvestmentPlan", Number, "规划期内投资（亿元）", "Within the plan's years, 亿元."),
        new("StartYear", WholeNumber, "起始年份", "First year of a project or plan."),
        new("EndYear", WholeNumber, "终止年份", "Last year of a project or plan."),
        new("Sequence", WholeNumber, "第几项工程量", "Which of the project's quantities it is, from 1."),
        new("AmountLow", Number, "计划量（下限）", "Planned amount, or its lower end."),
        new("AmountHigh", Number, "计划量上限", "Planned amount, or its upper end."),
        new("DepartmentKind", Text, "部门类别", "bureau, party or region.") { Words = CodeWords.DepartmentKinds },
        new("Dimension", Text, "量纲", "What a unit measures."),
        new("Numerator", Number, "换算分子", "Size of one of the unit, with Denominator."),
        new("Denominator", Number, "换算分母", "Size of one of the unit, with Numerator."),
        new("Note", Text, "备注", "Remark of the catalogue."),
        new("Quote", Text, "规划原文", "The clause of the plan."),
        new("Indicator", Text, "指标编码", "Of a veto or decision: id of its indicator."),
        new("Region", Text, "地区代码", "Of a decision: GB/T 2260 code."),
        new("Decision", Text, "决定类别", "Of a decision: assigned, annual, adjusted or baseline.") { Words = CodeWords.Decisions },
        new("EffectiveFrom", Text, "生效季度", "Of a decision: the first quarter whose summaries know it."),
        new("Year", WholeNumber, "年份", "Of a decision: the year of an annual target."),
        new("ReplacedLow", Number, "原目标（下限）", "Of an adjustment: the target that it replaces, or its lower end."),
        new("ReplacedHigh", Number, "原目标上限", "Of an adjustment: the upper end of that."),
        new("BaselinePeriod", Text, "基期", "Of a decision: the period of a loaded baseline."),
        new("Authority", Text, "下达或批准机关", "Of a decision: who assigned the target or approved the change."),
        new("DocumentNumber", Text, "文号", "Of a decision: 文号."),
        new("DocumentDate", Text, "发文日期", "Of a decision: the date of the document."),
        new("Reason", Text, "原因", "Of a decision: why."),
        new("RecordedAt", Instant, "登记时间", "Of a decision: when it was recorded; a summary knows it from then on."),
        new("RecordedBy", Text, "登记人", "Of a decision: who recorded it."),
        new("Digest", Text, "目录摘要", "On the plan's row: SHA-256 of all its rows as written; empty while they are being written."));

    public static TableDefinition Summaries { get; } = new(
        TableNames.Summaries,
        "{plan}|{quarter}",
        "{version, v and four digits}|{order and kind}|{id}; of a head head|{version}",
        [
            new("Plan", Text, "规划", "Id of the plan."),
            new("Quarter", Text, "季度", "Such as 2023Q3."),
            new("Version", WholeNumber, "版本", "From 1."),
            new("Kind", Text, "类别", "indicator, region, annual, project, department or status; head for the version itself.") { Words = CodeWords.SummaryKinds },
            new("Id", Text, "编码", "Within the kind; of a region or annual row the indicator's and the region's, with a dot between."),
            .. SummaryColumns.All.Select(column => new TableColumn(column.Name, TypeOf(column.Type), column.Title, column.Meaning) { Words = CodeWords.OfSummary(column.Name) }),
            new("State", Text, "版本状态", "Of a head: writing, computed or published.") { Words = CodeWords.SummaryStates },
            new("Inputs", Text, "内容摘要", "Of a head: digest of everything that the summary says."),
            new("AsOf", Instant, "数据截止时间", "Of a head: what was known at this instant went into it."),
            new("PublishedAt", Instant, "发布时间", "Of a head: when it was published."),
            new("Writer", Text, "写入者", "Of a head in state writing: the run that writes it."),
        ]);

    public static TableDefinition Audit { get; } = new(
        TableNames.Audit,
        "{month}",
        "{at}|{act}",
        new("Act", Text, "操作编号", "Id of the act."),
        new("At", Instant, "开始时间", "When it began."),
        new("EndedAt", Instant, "结束时间", "When it ended; absent when it was cut off."),
        new("Action", Text, "操作", "assign, adjust, close, publish, replay, sweep or rebuild.") { Words = CodeWords.Acts },
        new("Actor", Text, "操作人", "Who: the name of the key or account, or `user@machine` at the command line."),
        new("Role", Text, "角色", "By which they acted."),
        new("Via", Text, "途径", "http or cli.") { Words = CodeWords.Ways },
        new("Plan", Text, "规划", "Id of the plan; absent where it is of none."),
        new("Subject", Text, "对象", "What was acted on, such as `H17 2023Q3`."),
        new("Before", Text, "操作前", "How it stood; absent when nothing did."),
        new("After", Text, "操作后", "How it stood afterwards."),
        new("Reason", Text, "原因", "The document that orders it, or another reason given."),
        new("State", Text, "状态", "begun, done or failed.") { Words = CodeWords.ActStates },
        new("Failure", Text, "失败原因", "Why it was not done."));

    public static TableDefinition Returns { get; } = new(
        TableNames.Returns,
        "{plan}|{quarter}",
        "{notice}|{department}",
        new("Plan", Text, "规划", "Id of the plan."),
        new("Quarter", Text, "季度", "To be reported."),
        new("Notice", Text, "通知类别", "reminder (before the deadline) or overdue (after it).") { Words = CodeWords.Notices },
        new("Department", Text, "部门代码", "Code."),
        new("DepartmentName", Text, "部门", "Its Chinese name."),
        new("State", Text, "状态", "on-time, late or missing, when the notice was written.") { Words = CodeWords.ReturnStates },
        new("Deadline", Instant, "截止时间", "When the deadline passes."),
        new("AsOf", Instant, "数据截止时间", "What was known at this instant went into the notice."),
        new("IndicatorsDue", WholeNumber, "应报指标", "Indicators due for the quarter."),
        new("IndicatorsReported", WholeNumber, "已报指标", "Of them reported."),
        new("ProjectsDue", WholeNumber, "应报工程", "Projects due for the quarter."),
        new("ProjectsReported", WholeNumber, "已报工程", "Projects reported, due or not."),
        new("Received", WholeNumber, "收到", "Submissions received."),
        new("Accepted", WholeNumber, "通过", "Of them accepted."),
        new("LastUploadedAt", Instant, "最近通过时间", "The last accepted upload."));

    /// <summary>In the order of <see cref="TableNames.All"/>.</summary>
    public static IReadOnlyList<TableDefinition> All { get; } =
        [Submissions, QuarterSubmissions, Findings, Observations, ObservationHistory, ProjectReports, ProjectReportHistory, Catalogue, Summaries, Returns, Audit];

    /// <exception cref="ArgumentException">There is no such table.</exception>
    public static TableDefinition Of(string table) =>
        All.FirstOrDefault(definition => definition.Name == table) ?? throw new ArgumentException($"There is no table '{table}'.", nameof(table));

    private static TableColumnType TypeOf(SummaryColumnType type) => type switch
    {
        SummaryColumnType.Number => Number,
        SummaryColumnType.WholeNumber => WholeNumber,
        SummaryColumnType.YesNo => YesNo,
        SummaryColumnType.Instant => Instant,
        _ => Text,
    };

    private static IEnumerable<TableColumn> ObservationColumns() =>
    [
        new("Plan", Text, "规划", "Id of the plan."),
        new("Indicator", Text, "指标编码", "Id under which the values are stored."),
        new("IndicatorName", Text, "指标", "Its Chinese name."),
        new("Region", Text, "地区代码", "GB/T 2260 code."),
        new("RegionName", Text, "地区", "Its Chinese name."),
        new("Period", Text, "期间", "Canonical text."),
        new("Year", WholeNumber, "年份", "Of the period."),
        new("Quarter", Text, "季度", "In which the period ends."),
        new("Value", Number, "数值", "In the catalogue's unit; absent when withdrawn."),
        new("Unit", Text, "单位", "The catalogue's unit."),
        new("State", Text, "状态", "reported or withdrawn.") { Words = CodeWords.ObservationStates },
        new("Department", Text, "责任部门代码", "Code of the department that the catalogue makes responsible for the indicator."),
        new("DepartmentName", Text, "责任部门", "Its Chinese name."),
        new("Part", Text, "篇", "篇 of the plan."),
        new("Attribute", Text, "属性", "none, expected (预期性) or binding (约束性).") { Words = CodeWords.Attributes },
        .. OriginColumns(),
        new("Text", Text, "原文", "What stood in the cell."),
        new("Remark", Text, "备注", "备注 of the row."),
    ];

    private static IEnumerable<TableColumn> ProjectColumns() =>
    [
        new("Plan", Text, "规划", "Id of the plan."),
        new("Project", Text, "工程编码", "Id of the project."),
        new("ProjectName", Text, "工程", "Its Chinese name."),
        new("Department", Text, "责任部门代码", "Code of the department that the catalogue makes responsible for the project."),
        new("DepartmentName", Text, "责任部门", "Its Chinese name."),
        new("Part", Text, "篇", "篇 of the plan."),
        new("Period", Text, "期间", "Canonical text."),
        new("Year", WholeNumber, "年份", "Of the period."),
        new("Quarter", Text, "季度", "In which the period ends."),
        new("State", Text, "状态", "preparing, not-started, under-construction, completed or suspended; absent when not reported.") { Words = CodeWords.ProjectStates },
        new("Progress", Number, "形象进度（%）", "形象进度 in per cent; absent when not reported."),
        new("Investment", Number, "累计完成投资（亿元）", "累计完成投资 in 亿元; absent when not reported."),
        .. OriginColumns(),
        new("Text", Text, "工程原文", "The project as written."),
        new("Remark", Text, "存在问题和备注", "存在问题 and 备注."),
        new("Quantity{n}", Number, "工程量{n}", "Done so far of the project's nth quantity, in the catalogue's unit; absent when not reported."),
        new("QuantityName{n}", Text, "工程量{n}名称", "What the nth quantity is, with its unit."),
    ];

    private static IEnumerable<TableColumn> OriginColumns() =>
    [
        new("Submission", Text, "报送编号", "That it came from."),
        new("ReportedBy", Text, "报送部门代码", "Code of the department that handed it in."),
        new("ReportedByName", Text, "报送部门", "Its Chinese name."),
        new("Path", Text, "文件", "Of that upload, below incoming/."),
        new("UploadedAt", Instant, "报送时间", "LastModified of that upload."),
        new("Sheet", Text, "工作表", "Absent in a CSV file."),
        new("Cell", Text, "单元格", "Address such as C7."),
    ];
}
