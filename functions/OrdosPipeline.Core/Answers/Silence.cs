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
    /// <param name="question">About an indicator or a project, by itself or with further conditions.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null where the question is not about one indicator or project.</returns>
    public async Task<SilenceReason?> ExplainAsync(TableQuestion question, CancellationToken cancellationToken)
    {
        if (question is not { Plan: { } planId, Table: TableNames.Observations or TableNames.ObservationHistory or TableNames.ProjectReports or TableNames.ProjectReportHistory }
            || plans.Find(planId) is not { } plan
            || Subject(plan, question) is not var (name, responsible))
        {
            return null;
        }

        var whatever = new TableQuestion
        {
            Table = question.Table switch { TableNames.Observations => TableNames.ObservationHistory, TableNames.ProjectReports => TableNames.ProjectReportHistory, var history => history },
            Plan = question.Plan,
            Indicator = question.Indicator,
            Project = question.Project,
            Select = ["UploadedAt", "ReportedBy"],
        };
        var reports = await (await tables.ReadAllAsync(whatever, int.MaxValue, cancellationToken)).Rows
            .Select(row => (At: (DateTimeOffset)row[0]!, By: (string)row[1]!)).ToListAsync(cancellationToken);
        if (reports.Count == 0)
        {
            return new SilenceReason(
                $"{name}：还没有部门报过；按规划由{plan.FindDepartment(responsible)?.Name ?? responsible}报送。",
                $"{name}: nobody has reported it yet; {responsible} is to.");
        }

        var first = reports.MinBy(report => report.At);
        var firstBy = plans.DepartmentName(first.By) ?? first.By;
        return question.AsOf is { } asOf && asOf < first.At
            ? new SilenceReason(
                $"{name}：到{ChinaTime.MinuteOf(asOf)}还没有收到任何数据；第一次报送是{firstBy}在{ChinaTime.MinuteOf(first.At)}。",
                $"{name}: nothing had come by {ChinaTime.MinuteOf(asOf)}; the first report is {first.By}'s of {ChinaTime.MinuteOf(first.At)}.")
            : new SilenceReason(
                $"{name}：共收到过 {reports.Count} 个数据，没有一个符合所有条件。",
                $"{name}: of the {reports.Count} reports that have come none meets all conditions.");
    }

    private static (string Name, string Responsible)? Subject(PlanCatalogue plan, TableQuestion question) =>
        question.Indicator is { } indicator && plan.FindIndicator(indicator) is { } asked ? ($"{asked.Id} {asked.Name}", asked.Department)
        : question.Project is { } project && plan.FindProject(project) is { } work ? ($"{work.Id} {work.Name}", work.Department)
        : null;
}

/// <summary>Why nothing was found, in both languages.</summary>
public sealed record SilenceReason(string Chinese, string English);
