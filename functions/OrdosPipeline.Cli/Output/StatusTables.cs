using System.Globalization;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;
using Spectre.Console;

namespace OrdosPipeline.Cli.Output;

/// <summary>Where submissions stand, as people read it.</summary>
internal static class StatusTables
{
    /// <summary>A longer list is asked for with <c>ordos query submissions</c>.</summary>
    private const int MostSubmissions = 20;

    public static void ShowStates(IReadOnlyList<LedgerEntry> entries)
    {
        var table = Terminal.Table("报送", "处理进度", "件数", "最近一件");
        foreach (var group in entries.GroupBy(entry => entry.State).OrderBy(group => group.Key))
        {
            var latest = group.MaxBy(entry => entry.UploadedAt)!;
            table.AddRow(group.Key.Chinese(), Text(group.Count()), Markup.Escape(latest.Path));
        }

        Terminal.Show(table);
    }

    public static void ShowSubmissions(string department, IReadOnlyList<LedgerEntry> entries)
    {
        var table = Terminal.Table($"{department} 最近的报送", "时间", "文件", "处理进度", "结论", "季度", "数值", "错误", "警告", "报送编号");
        foreach (var entry in entries.OrderByDescending(entry => entry.UploadedAt).Take(MostSubmissions))
        {
            table.AddRow(
                ChinaTime.MinuteOf(entry.UploadedAt), Markup.Escape(entry.Path),
                entry.State == SubmissionState.Failed ? $"[red]{entry.State.Chinese()}[/]" : entry.State.Chinese(),
                Words.Of(entry.Verdict, "zh"), string.Join(' ', entry.Quarters), Text(entry.Values), Text(entry.Errors), Text(entry.Warnings), entry.Id);
        }

        Terminal.Show(table);
        Terminal.Line($"共 {entries.Count} 件。");
    }

    public static void ShowDepartments(ReportingQuarter quarter, IReadOnlyList<DepartmentCompleteness> departments, bool onlyMissing)
    {
        var table = Terminal.Table($"{quarter} {(onlyMissing ? "还没有报的部门" : "各部门报送")}", "代码", "部门", "应报", "收到", "通过", "按时", "最后报送");
        foreach (var department in departments.Where(department => !onlyMissing || (department.IsExpected && department.Accepted == 0)))
        {
            table.AddRow(
                department.Department, Markup.Escape(department.Name), department.IsExpected ? "是" : "", Text(department.Received), Text(department.Accepted),
                department.IsOnTime ? "[green]是[/]" : department.IsExpected ? department.Accepted > 0 ? "[yellow]迟[/]" : "[red]缺[/]" : "",
                department.LastUploadedAt is { } at ? ChinaTime.DayOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "");
        }

        Terminal.Show(table);
        var expected = departments.Where(department => department.IsExpected).ToList();
        Terminal.Line($"应报 {expected.Count} 个部门，已报 {expected.Count(d => d.Accepted > 0)} 个，按时 {expected.Count(d => d.IsOnTime)} 个。");
    }

    /// <summary>By how many submissions have them, for one bad file may have a thousand.</summary>
    public static void ShowFindings(ReportingQuarter quarter, IReadOnlyList<QuarterSubmission> submissions, Func<string, string?> departmentName)
    {
        var table = Terminal.Table($"{quarter} 最常见的问题", "代码", "问题", "报送件数", "总次数", "部门");
        var codes = submissions.SelectMany(submission => submission.FindingCounts.Select(count => (count.Key, count.Value, Department: departmentName(submission.Department) ?? submission.Department)))
            .GroupBy(found => found.Key, StringComparer.Ordinal)
            .OrderByDescending(code => code.Count()).ThenByDescending(code => code.Sum(found => found.Value)).ThenBy(code => code.Key, StringComparer.Ordinal);
        foreach (var code in codes)
        {
            table.AddRow(
                code.Key, RuleBook.Find(code.Key)?.Title ?? "", Text(code.Count()), Text(code.Sum(found => found.Value)),
                Markup.Escape(string.Join('、', code.Select(found => found.Department).Distinct().Order(StringComparer.Ordinal))));
        }

        Terminal.Show(table);
        Terminal.Line($"{submissions.Count} 件报送，其中 {submissions.Count(submission => submission.FindingCounts.Count > 0)} 件有问题。");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
