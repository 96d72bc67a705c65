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
        new("Submission", Text, "Id, from path and ETag."),
        new("Department", Text, "Code; the path segment as written when no department has that name; empty for a file in no folder."),
        new("DepartmentName", Text, "Its Chinese name."),
        new("Plan", Text, "Id of the plan; absent until checked."),
        new("State", Text, "received, checking, failed, rejected, accepted, applying or applied."),
        new("Verdict", Text, "accepted, accepted-with-warnings or rejected; absent until checked."),
        new("Path", Text, "Below incoming/."),
        new("UploadedAt", Instant, "The upload's LastModified."),
        new("CheckedAt", Instant, "When it was checked."),
        new("AppliedAt", Instant, "When its values first stood in the tables."),
        new("Errors", WholeNumber, "Findings of this severity."),
        new("Warnings", WholeNumber, "Findings of this severity."),
        new("Infos", WholeNumber, "Findings of this severity."),
        new("FindingCounts", Text, "True counts by code, such as `unit-missing:3 value-missing:12`."),
        new("Values", WholeNumber, "Values it holds, withdrawals among them."),
        new("ProjectRows", WholeNumber, "Project rows it holds."),
        new("Quarters", Text, "In which its periods end, ascending, such as `2023Q2 2023Q3`."),
        new("FirstQuarter", Text, "The first of them."),
        new("LastQuarter", Text, "The last of them."),
        new("Record", Text, "Blob of the record, container included; absent until checked."),
        new("Feedback", Text, "Blob of the marked workbook, container included; absent until checked."),
        new("FeedbackJson", Text, "Blob of the same for programs, beside it; absent until checked."),
        new("Bytes", WholeNumber, "Length of the upload."),
        new("Sha256", Text, "Of the upload's content."),
        new("BlobETag", Text, "The version uploaded, without quotes."),
        new("SubmittedBy", Text, "Who uploaded it, where known."),
        new("FailedTries", WholeNumber, "How often the system has failed on it since it last got further."),
        new("LastFailure", Text, "For the operator."));

    public static TableDefinition QuarterSubmissions { get; } = new(
        TableNames.QuarterSubmissions,
        "{plan}|{quarter}",
        "{department}|{uploaded at}|{submission}",
        new("Plan", Text, "Id of the plan."),
        new("Quarter", Text, "Such as 2023Q3."),
        new("Department", Text, "As in Submissions."),
        new("DepartmentName", Text, "Its Chinese name."),
        new("Submission", Text, "Id of the submission."),
        new("Path", Text, "Below incoming/."),
        new("UploadedAt", Instant, "The upload's LastModified."),
        new("Verdict", Text, "accepted, accepted-with-warnings or rejected."),
        new("QuarterAssumed", YesNo, "True where nothing in the file could be read that has a period: the last quarter that had ended on the day of the upload is taken."),
        new("Values", WholeNumber, "Values it holds for this quarter, withdrawals among them."),
        new("ProjectRows", WholeNumber, "Project rows it holds for this quarter."),
        new("Errors", WholeNumber, "Findings of this severity, of the whole submission."),
        new("Warnings", WholeNumber, "Findings of this severity, of the whole submission."),
        new("Infos", WholeNumber, "Findings of this severity, of the whole submission."),
        new("FindingCounts", Text, "True counts by code, of the whole submission, such as `unit-missing:3 value-missing:12`."),
        new("SubmittedBy", Text, "Who uploaded it, where known."));

    public static TableDefinition Findings { get; } = new(
        TableNames.Findings,
        "{submission}",
        "{ordinal, six digits}",
        new("Submission", Text, "Id of the submission."),
        new("Plan", Text, "Id of the plan."),
        new("Department", Text, "As in Submissions."),
        new("DepartmentName", Text, "Its Chinese name."),
        new("Path", Text, "Below incoming/."),
        new("UploadedAt", Instant, "The upload's LastModified."),
        new("Ordinal", WholeNumber, "Place in the record, from 1."),
        new("Code", Text, "Finding code."),
        new("CodeName", Text, "Its Chinese name, a few words."),
        new("Severity", Text, "info, warning or error."),
        new("Sheet", Text, "Absent for the whole file and in a CSV file."),
        new("Cell", Text, "Address such as C7."),
        new("RowNumber", WholeNumber, "From 1."),
        new("ColumnNumber", WholeNumber, "From 1."),
        new("Found", Text, "What stands there."),
        new("Message", Text, "In Chinese, for the clerk."),
        new("MessageEn", Text, "In English."));

    public static TableDefinition Observations { get; } = new(
        TableNames.Observations,
        "{plan}|{indicator}",
        "{region}|{period}",
        [.. ObservationColumns(), new("Revision", WholeNumber, "1 for the first value, one more for each upload, in the order of upload, that changed the value.")]);

    public static TableDefinition ObservationHistory { get; } = new(
        TableNames.ObservationHistory,
        "{plan}|{indicator}",
        "{region}|{period}|{uploaded at}|{submission}",
        [.. ObservationColumns()]);

    public static TableDefinition ProjectReports { get; } = new(
        TableNames.ProjectReports,
        "{plan}|{project}",
        "{period}",
        [.. ProjectColumns(), new("Revision", WholeNumber, "1 for the first report, one more for each upload, in the order of upload, that changed it.")]);

    public static TableDefinition ProjectReportHistory { get; } = new(
        TableNames.ProjectReportHistory,
        "{plan}|{project}",
        "{period}|{uploaded at}|{submission}",
        [.. ProjectColumns()]);

    public static TableDefinition Catalogue { get; } = new(
        TableNames.Catalogue,
        "{plan}|{kind}",
        "{id}",
        new("Plan", Text, "Id of the plan."),
        new("Kind", Text, "plan, part, indicator, project, quantity, department, region, unit, veto, tension or decision."),
        new("Id", Text, "Id, code or symbol; of a quantity `P017.1`, of a part its number, of a veto its indicator."),
        new("Name", Text, "In Chinese."),
        new("NameEn", Text, "In English."),
        new("Aliases", Text, "Other words for it, separated by semicolons."),
        new("Department", Text, "Code of the department that reports it, or that governs the region."),
        new("Part", Text, "篇 of the plan."),
        new("Chapter", Text, "章 of the plan."),
        new("Section", Text, "节 of the plan."),
        new("Box", Text, "专栏 of the plan."),
        new("Item", Text, "Item of the box."),
        new("Unit", Text, "Symbol of the unit of every value."),
        new("Measure", Text, "growth, share, stock, flow, count or yes-no."),
        new("Basis", Text, "How the target is meant, see METHODOLOGY.md."),
        new("Comparator", Text, "none, at-least, at-most, more-than, less-than, equal, about or range."),
        new("External", YesNo, "Whether a higher authority sets the target after the plan was written."),
        new("TargetLow", Number, "Target, or its lower end."),
        new("TargetHigh", Number, "Target, or its upper end."),
        new("TargetYear", WholeNumber, "Year of the target."),
        new("Dated", YesNo, "False where the plan gives no date and its last year is assumed."),
        new("TargetText", Text, "The target as the plan prints it."),
        new("BaselineValue", Number, "Value before the plan."),
        new("BaselineYear", WholeNumber, "Year of the baseline."),
        new("Attribute", Text, "none, expected (预期性) or binding (约束性)."),
        new("Direction", Text, "up, down or hold."),
        new("Frequency", Text, "quarter or year."),
        new("Decimals", WholeNumber, "Digits shown after the decimal point."),
        new("PlausibleMin", Number, "Lowest believable value."),
        new("PlausibleMax", Number, "Highest believable value."),
        new("Series", Text, "Id of the indicator whose values this one is judged by."),
        new("Scope", Text, "plan or whole."),
        new("Related", Text, "Ids of indicators about the same quantity, separated by semicolons."),
        new("Project", Text, "Id of the project, also on its quantities."),
        new("Parent", Text, "Id of the project, or code of the region, that it is part of."),
        new("ProjectKind", Text, "Kind of project."),
        new("Regions", Text, "Codes of the regions that a project lies in, separated by semicolons."),
        new("InvestmentTotal", Number, "Of the whole project, 亿元."),
        new("InvestmentPlan", Number, "Within the plan's years, 亿元."),
        new("StartYear", WholeNumber, "First year of a project or plan."),
        new("EndYear", WholeNumber, "Last year of a project or plan."),
        new("Sequence", WholeNumber, "Which of the project's quantities it is, from 1."),
        new("AmountLow", Number, "Planned amount, or its lower end."),
        new("AmountHigh", Number, "Planned amount, or its upper end."),
        new("DepartmentKind", Text, "bureau, party or region."),
        new("Dimension", Text, "What a unit measures."),
        new("Numerator", Number, "Size of one of the unit, with Denominator."),
        new("Denominator", Number, "Size of one of the unit, with Numerator."),
        new("Note", Text, "Remark of the catalogue."),
        new("Quote", Text, "The clause of the plan."),
        new("Indicator", Text, "Of a veto or decision: id of its indicator."),
        new("Region", Text, "Of a decision: GB/T 2260 code."),
        new("Decision", Text, "Of a decision: assigned, annual, adjusted or baseline."),
        new("EffectiveFrom", Text, "Of a decision: the first quarter whose summaries know it."),
        new("Year", WholeNumber, "Of a decision: the year of an annual target."),
        new("ReplacedLow", Number, "Of an adjustment: the target that it replaces, or its lower end."),
        new("ReplacedHigh", Number, "Of an adjustment: the upper end of that."),
        new("BaselinePeriod", Text, "Of a decision: the period of a loaded baseline."),
        new("Authority", Text, "Of a decision: who assigned the target or approved the change."),
        new("DocumentNumber", Text, "Of a decision: 文号."),
        new("DocumentDate", Text, "Of a decision: the date of the document."),
        new("Reason", Text, "Of a decision: why."),
        new("RecordedAt", Instant, "Of a decision: when it was recorded; a summary knows it from then on."),
        new("RecordedBy", Text, "Of a decision: who recorded it."),
        new("Digest", Text, "On the plan's row: SHA-256 of all its rows as written; empty while they are being written."));

    public static TableDefinition Summaries { get; } = new(
        TableNames.Summaries,
        "{plan}|{quarter}",
        "{version, v and four digits}|{order and kind}|{id}; of a head head|{version}",
        [
            new("Plan", Text, "Id of the plan."),
            new("Quarter", Text, "Such as 2023Q3."),
            new("Version", WholeNumber, "From 1."),
            new("Kind", Text, "indicator, region, annual, project, department or status; head for the version itself."),
            new("Id", Text, "Within the kind; of a region or annual row the indicator's and the region's, with a dot between."),
            .. SummaryColumns.All.Select(column => new TableColumn(column.Name, TypeOf(column.Type), column.Meaning)),
            new("State", Text, "Of a head: writing, computed or published."),
            new("Inputs", Text, "Of a head: digest of everything that the summary says."),
            new("AsOf", Instant, "Of a head: what was known at this instant went into it."),
            new("PublishedAt", Instant, "Of a head: when it was published."),
            new("Writer", Text, "Of a head in state writing: the run that writes it."),
        ]);

    public static TableDefinition Audit { get; } = new(
        TableNames.Audit,
        "{month}",
        "{at}|{act}",
        new("Act", Text, "Id of the act."),
        new("At", Instant, "When it began."),
        new("EndedAt", Instant, "When it ended; absent when it was cut off."),
        new("Action", Text, "assign, adjust, close, publish, replay, sweep or rebuild."),
        new("Actor", Text, "Who: the name of the key or account, or `user@machine` at the command line."),
        new("Role", Text, "By which they acted."),
        new("Via", Text, "http or cli."),
        new("Plan", Text, "Id of the plan; absent where it is of none."),
        new("Subject", Text, "What was acted on, such as `H17 2023Q3`."),
        new("Before", Text, "How it stood; absent when nothing did."),
        new("After", Text, "How it stood afterwards."),
        new("Reason", Text, "The document that orders it, or another reason given."),
        new("State", Text, "begun, done or failed."),
        new("Failure", Text, "Why it was not done."));

    public static TableDefinition Returns { get; } = new(
        TableNames.Returns,
        "{plan}|{quarter}",
        "{notice}|{department}",
        new("Plan", Text, "Id of the plan."),
        new("Quarter", Text, "To be reported."),
        new("Notice", Text, "reminder (before the deadline) or overdue (after it)."),
        new("Department", Text, "Code."),
        new("DepartmentName", Text, "Its Chinese name."),
        new("State", Text, "on-time, late or missing, when the notice was written."),
        new("Deadline", Instant, "When the deadline passes."),
        new("AsOf", Instant, "What was known at this instant went into the notice."),
        new("IndicatorsDue", WholeNumber, "Indicators due for the quarter."),
        new("IndicatorsReported", WholeNumber, "Of them reported."),
        new("ProjectsDue", WholeNumber, "Projects due for the quarter."),
        new("ProjectsReported", WholeNumber, "Projects reported, due or not."),
        new("Received", WholeNumber, "Submissions received."),
        new("Accepted", WholeNumber, "Of them accepted."),
        new("LastUploadedAt", Instant, "The last accepted upload."));

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
        new("Plan", Text, "Id of the plan."),
        new("Indicator", Text, "Id under which the values are stored."),
        new("IndicatorName", Text, "Its Chinese name."),
        new("Region", Text, "GB/T 2260 code."),
        new("RegionName", Text, "Its Chinese name."),
        new("Period", Text, "Canonical text."),
        new("Year", WholeNumber, "Of the period."),
        new("Quarter", Text, "In which the period ends."),
        new("Value", Number, "In the catalogue's unit; absent when withdrawn."),
        new("Unit", Text, "The catalogue's unit."),
        new("State", Text, "reported or withdrawn."),
        new("Department", Text, "Code of the department that the catalogue makes responsible for the indicator."),
        new("DepartmentName", Text, "Its Chinese name."),
        new("Part", Text, "篇 of the plan."),
        new("Attribute", Text, "none, expected (预期性) or binding (约束性)."),
        .. OriginColumns(),
        new("Text", Text, "What stood in the cell."),
        new("Remark", Text, "备注 of the row."),
    ];

    private static IEnumerable<TableColumn> ProjectColumns() =>
    [
        new("Plan", Text, "Id of the plan."),
        new("Project", Text, "Id of the project."),
        new("ProjectName", Text, "Its Chinese name."),
        new("Department", Text, "Code of the department that the catalogue makes responsible for the project."),
        new("DepartmentName", Text, "Its Chinese name."),
        new("Part", Text, "篇 of the plan."),
        new("Period", Text, "Canonical text."),
        new("Year", WholeNumber, "Of the period."),
        new("Quarter", Text, "In which the period ends."),
        new("State", Text, "preparing, not-started, under-construction, completed or suspended; absent when not reported."),
        new("Progress", Number, "形象进度 in per cent; absent when not reported."),
        new("Investment", Number, "累计完成投资 in 亿元; absent when not reported."),
        .. OriginColumns(),
        new("Text", Text, "The project as written."),
        new("Remark", Text, "存在问题 and 备注."),
        new("Quantity{n}", Number, "Done so far of the project's nth quantity, in the catalogue's unit; absent when not reported."),
        new("QuantityName{n}", Text, "What the nth quantity is, with its unit."),
    ];

    private static IEnumerable<TableColumn> OriginColumns() =>
    [
        new("Submission", Text, "That it came from."),
        new("ReportedBy", Text, "Code of the department that handed it in."),
        new("ReportedByName", Text, "Its Chinese name."),
        new("Path", Text, "Of that upload, below incoming/."),
        new("UploadedAt", Instant, "LastModified of that upload."),
        new("Sheet", Text, "Absent in a CSV file."),
        new("Cell", Text, "Address such as C7."),
    ];
}
