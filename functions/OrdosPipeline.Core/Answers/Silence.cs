using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Core.Answers;

/// <summary>
/// Why a question about reported data has no answer: nobody has reported, nobody had by then, or the filter asks for
/// something else. An empty table alone leaves people wondering which.
/// </summary>
public sealed class Silence(ITableReader tables, PlanLibrary plans)
{
    /// <summary>Explains an answer without rows.</summary>
    /// <param name="question">About an indicator, a project or a region, by itself or with further conditions.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null where the question is about none of these.</returns>
    public async Task<SilenceReason?> ExplainAsync(TableQuestion question, CancellationToken cancellationToken)
    {
        if (question is not { Plan: { } planId, Table: TableNames.Observations or TableNames.ObservationHistory or TableNames.ProjectReports or TableNames.ProjectReportHistory }
            || plans.Find(planId) is not { } plan)
        {
            return null;
        }

        if (question is { Table: TableNames.Observations or TableNames.ObservationHistory, Department: { } asked, Region: null } && plan.Regions.FirstOrDefault(region => region.Department == asked) is { } governed)
        {
            return new SilenceReason(
                $"按部门查的是按规划由该部门负责的指标；{governed.Name}自己的数据请按地区查（region={governed.Code}）。",
                $"By department one asks for the indicators that it is responsible for; for the data of {governed.Code} ask by region.");
        }

        if (Subject(plan, question) is not var (name, responsible))
            return null;
        var whatever = new TableQuestion
        {
            Table = question.Table switch { TableNames.Observations => TableNames.ObservationHistory, TableNames.ProjectReports => TableNames.ProjectReportHistory, var history => history },
            Plan = question.Plan,
            Indicator = question.Indicator,
            Project = question.Project,
            Region = question.Indicator is null ? question.Region : null,
            Select = ["UploadedAt", "ReportedBy"],
        };
        var count = 0;
        (DateTimeOffset At, string By)? earliest = null;
        await foreach (var row in (await tables.ReadAllAsync(whatever, int.MaxValue, cancellationToken)).Rows)
        {
            count++;
            if (earliest is null || (DateTimeOffset)row[0]! < earliest.Value.At)
                earliest = ((DateTimeOffset)row[0]!, (string)row[1]!);
        }

        if (earliest is not { } first)
        {
            return new SilenceReason(
                $"{name}：还没有部门报过；按规划由{plan.DepartmentNameOf(responsible)}报送。",
                $"{name}: nobody has reported it yet; {responsible} is to.");
        }

        return question.AsOf is { } asOf && asOf < first.At
            ? new SilenceReason(
                $"{name}：到{ChinaTime.MinuteOf(asOf)}还没有收到任何数据；第一次报送是{plans.DepartmentName(first.By) ?? first.By}在{ChinaTime.MinuteOf(first.At)}。",
                $"{name}: nothing had come by {ChinaTime.MinuteOf(asOf)}; the first report is {first.By}'s of {ChinaTime.MinuteOf(first.At)}.")
            : new SilenceReason(
                $"{name}：收到过 {count} 次数据（重复报送也计入），没有一次符合所有条件。",
                $"{name}: of the {count} reports that have come, repeated ones among them, none meets all conditions.");
    }

    /// <summary>Explains why nobody has reported a figure.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="subject">Id or name of an indicator or project.</param>
    /// <param name="period">As it was asked for.</param>
    /// <param name="asOf">What was known at this instant; null for now.</param>
    /// <exception cref="RefusedQuestionException">There is no such subject.</exception>
    public static SilenceReason OfFigure(PlanCatalogue plan, string subject, string period, DateTimeOffset? asOf)
    {
        var (name, responsible) = Tracing.Project(plan, subject) is { } project
            ? ($"{project.Id} {project.Name}", project.Department)
            : Questions.Indicator(plan, subject) is var indicator ? ($"{indicator.Id} {indicator.Name}", indicator.Department) : default;
        var (by, byEn) = asOf is { } known ? ($"到{ChinaTime.MinuteOf(known)}", $" by {ChinaTime.MinuteOf(known)}") : ("", "");
        return new SilenceReason(
            $"{name} {period}：{by}还没有人报过；按规划由{plan.DepartmentNameOf(responsible)}报送。",
            $"{name} {period}: nobody had reported it{byEn}; {responsible} is to.");
    }

    private static (string Name, string Responsible)? Subject(PlanCatalogue plan, TableQuestion question) =>
        question.Indicator is { } indicator && plan.FindIndicator(indicator) is { } asked ? ($"{asked.Id} {asked.Name}", asked.Department)
        : question.Project is { } project && plan.FindProject(project) is { } work ? ($"{work.Id} {work.Name}", work.Department)
        : question.Region is { } code && plan.FindRegion(code) is { Department: { Length: > 0 } department } region ? (region.Name, department)
        : null;
}

/// <summary>Why nothing was found, in both languages.</summary>
public sealed record SilenceReason(string Chinese, string English);
