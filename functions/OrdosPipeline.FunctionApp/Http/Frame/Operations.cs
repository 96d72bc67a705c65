using OrdosPipeline.Core.Answers;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Documents.Exports;
using OrdosPipeline.Documents.Reports;
using OrdosPipeline.FunctionApp.Http.Access;
using OrdosPipeline.FunctionApp.Http.Acts;
using OrdosPipeline.FunctionApp.Http.OpenApi;
using OrdosPipeline.Storage;

namespace OrdosPipeline.FunctionApp.Http.Frame;

/// <summary>Every operation of the API: who may call it, with which parameters, and what it answers with.</summary>
internal sealed class Operations
{
    /// <summary>Of an act that needs nothing more said: an object without members.</summary>
    private static readonly Content Order = Content.Json(() => Schemas.Object());

    private readonly int quantities;

    public Operations(PlanLibrary plans)
    {
        quantities = plans.All.SelectMany(plan => plan.Projects).Max(project => (int?)project.Quantities.Count) ?? 0;
        All =
        [
            Table("Observations", "观测值", "Observations", Role.All, TableNames.Observations),
            Table("History", "观测值或项目进展的全部历史", "Every value or project report ever accepted", Role.All, TableNames.ObservationHistory, TableNames.ProjectReportHistory),
            Table("Submissions", "报送台账", "The ledger of submissions", Role.All, TableNames.Submissions),
            Table("QuarterSubmissions", "各季度收到的报送", "What was handed in for each quarter", Role.All, TableNames.QuarterSubmissions),
            Table("Findings", "校验问题", "Findings", Role.All, TableNames.Findings),
            Table("Projects", "重点工程进展", "Reports on projects", Role.All, TableNames.ProjectReports),
            Table("Catalogue", "规划目录", "The catalogue of a plan", Role.All, TableNames.Catalogue),
            Table("Summaries", "季度小结", "Summaries of quarters", Role.Reader | Role.Administrator, TableNames.Summaries),
            Table("Returns", "催报通知：写通知时谁还没有报", "Notices of missing returns", Role.All, TableNames.Returns),
            Table("Audit", "管理操作记录", "Acts of administrators", Role.Administrator, TableNames.Audit),
            new("Report", "一个季度的报告文件", "A report of a quarter")
            {
                Roles = Role.Reader | Role.Administrator,
                Parameters =
                [
                    Parameters.Plan.Required,
                    Parameters.Quarter.Required,
                    Parameters.Version,
                    Parameters.AsOfDay,
                    new("format", "格式。", "The format.") { Choices = [.. ReportFileName.Formats] },
                    new("lang", "语言。", "The language.") { Choices = ["zh", "en"] },
                ],
                Answers =
                [
                    new(Content.HtmlType), Content.Json(() => Schemas.AnyObject("As SUMMARY.md describes.")), new(Content.DocxType), Content.Xlsx,
                ],
                MayBeMissing = true,
            },
            new("Check", "试校验一个文件，不保存任何内容", "Checks a file without storing anything")
            {
                Roles = Role.All,
                Parameters =
                [
                    Parameters.Department.Required,
                    Parameters.File,
                    Parameters.Plan,
                    Parameters.AsOfDay,
                    new("explain", "是否说明读懂了什么、为什么。", "Whether to tell what was understood of the file, and why.") { Choices = ["true", "false"] },
                    new("cells", "是否给出有问题的行的各单元格。", "Whether to give the cells of the rows that have findings.") { Choices = ["true", "false"] },
                    new("format", "格式：结果，或带标注的工作簿。", "The result, or the marked workbook.") { Choices = ["json", "xlsx"] },
                ],
                Body = new(Content.BinaryType),
                Answers = [Content.Json(() => Schemas.AnyObject("As ordos check --format json prints it.")), Content.Xlsx],
            },
            new("Template", "部门填报的模板", "The workbook that a department fills in")
            {
                Roles = Role.All,
                Parameters = [Parameters.Department.Required, Parameters.Quarter, Parameters.Plan],
                Answers = [Content.Xlsx],
                MayBeMissing = true,
            },
            new("TraceFigure", "小结里的一个数字由哪些单元格组成", "The cells that a figure of a summary is made of")
            {
                Roles = Role.Reader | Role.Administrator,
                Parameters = [Parameters.Plan.Required, Parameters.Subject, Parameters.Quarter.Required, Parameters.Version, Parameters.Region],
                Answers = [Content.Json(Schemas.Of<FigureTrace>)],
                MayBeMissing = true,
            },
            new("Trace", "一个数字从哪里来、用到了哪里", "Where a figure came from and went to")
            {
                Roles = Role.All,
                Parameters =
                [
                    Parameters.Plan.Required,
                    Parameters.Subject,
                    Parameters.Period.Required,
                    Parameters.Region,
                    Parameters.AsOf,
                ],
                Answers = [Content.Json(Schemas.Of<Trace>)],
                MayBeMissing = true,
            },
            new("Submit", "报送一个文件", "Hands a file in")
            {
                Roles = Role.Department | Role.Administrator,
                Parameters = [Parameters.Department.Required, Parameters.File.Required],
                Body = new(Content.BinaryType),
                Answers = [Content.Json(Schemas.Of<SubmissionFunctions.Submitted>)],
                Status = 202,
            },
            new("Feedback", "一件报送的带标注工作簿", "The marked workbook of a submission")
            {
                Roles = Role.All,
                Parameters = [Parameters.Department.Required, Parameters.Submission.Required],
                Answers = [Content.Xlsx],
                MayBeMissing = true,
            },
            new("Assign", "录入下达目标、规划调整和基期值", "Puts targets, adjustments and baselines on record")
            {
                Roles = Role.Administrator,
                Parameters = [Parameters.Plan],
                Body = Content.Csv,
                Answers = [Content.Json(Schemas.Of<Assign.AssignAnswer>)],
                MayBeRejected = true,
            },
            new("Close", "生成季度小结，或同时发布", "Writes a quarter's summary now, or publishes it")
            {
                Roles = Role.Administrator,
                Parameters =
                [
                    Parameters.Plan.Required, Parameters.Quarter.Required,
                    new("publish", "是否发布并冻结。", "Whether to publish and freeze it.") { Choices = ["true", "false"] },
                ],
                Body = Order,
                Answers = [Content.Json(Schemas.Of<AdministrationFunctions.CloseAnswer>)],
                MayBeMissing = true,
                MayConflict = true,
            },
            new("Replay", "重新处理一件系统放弃了的报送", "Takes a submission up again that the system has given up")
            {
                Roles = Role.Administrator,
                Parameters = [Parameters.Department.Required, Parameters.Submission.Required],
                Body = Order,
                Answers = [Content.Json(Schemas.Of<AdministrationFunctions.ReplayAnswer>)],
                MayBeMissing = true,
            },
            new("Sweep", "补办漏掉的报送", "Takes up submissions that events have missed")
            {
                Roles = Role.Administrator,
                Body = Order,
                Answers = [Content.Json(Schemas.Of<AdministrationFunctions.SweepAnswer>)],
            },
            new("Me", "我是谁、能做什么", "Who calls, and in which role")
            {
                Roles = Role.All,
                Answers = [Content.Json(Schemas.Of<Me.MeAnswer>)],
            },
            new("Rules", "校验规则：编码、名称和文字", "The rules of a check: codes, names and texts")
            {
                Roles = Role.None,
                Answers = [Content.Json(Schemas.Of<RulesFunction.RulesAnswer>)],
            },
            new("Health", "系统是否正常，哪里不正常、怎么办；status 为 ok、degraded（可用，需处理）或 failing（不可用，状态码 503）", "How each part of the system is, and what to do; status is ok, degraded (works, wants care) or failing (does not work, with status code 503)")
            {
                Roles = Role.None,
                Answers = [Content.Json(Schemas.Of<HealthAnswer>)],
            },
            new("OpenApi", "本接口的 OpenAPI 3.1 说明", "This API as an OpenAPI 3.1 document")
            {
                Roles = Role.None,
                Answers = [Content.Json(() => Schemas.AnyObject("OpenAPI 3.1."))],
            },
            new("Dashboard", "网页", "The dashboard") { Roles = Role.None, Answers = [new(Content.HtmlType)] },
            new("DashboardFile", "网页的文件", "A file of the dashboard")
            {
                Roles = Role.None,
                Parameters = [new("file", "文件名。", "Its name.") { IsRequired = true, Example = "main.js" }],
                Answers = [new(Content.BinaryType)],
                MayBeMissing = true,
            },
        ];
    }

    public IReadOnlyList<Operation> All { get; }

    /// <summary>The operation of a function; null when it has none.</summary>
    public Operation? Find(string function) => All.FirstOrDefault(operation => operation.Name == function);

    /// <param name="name">Of the function.</param>
    /// <param name="summary">In Chinese.</param>
    /// <param name="summaryEn">In English.</param>
    /// <param name="roles">Who may ask.</param>
    /// <param name="tables">The first tells the parameters; rows of the others may come too.</param>
    private Operation Table(string name, string summary, string summaryEn, Role roles, params IReadOnlyList<string> tables) => new(name, summary, summaryEn)
    {
        Roles = roles,
        Parameters = Parameters.Of(tables[0]),
        Answers = [Content.Json(() => Schemas.Page([.. tables.Select(TableDefinitions.Of)], quantities)), Content.Csv, Content.Xlsx],
    };
}
