using System.Globalization;
using System.Text;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Reporting;

/// <summary>A notice as the administrator sends it on: plain text in Chinese, with the English below.</summary>
public static class NoticeText
{
    public static string Of(ReturnNotice notice, PlanCatalogue plan)
    {
        var missing = notice.Missing.ToList();
        var (expected, quarter) = (notice.Departments.Count, $"{notice.Quarter.Year}年第{"一二三四"[notice.Quarter.Number - 1]}季度");
        var lastDay = ChinaTime.DayOf(notice.Deadline.AddTicks(-1));
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{(notice.Kind == NoticeKind.Reminder ? "报送提醒" : "逾期通报")}：{quarter}规划实施情况\n\n")
            .Append(CultureInfo.InvariantCulture, $"{plan.Name}\n")
            .Append(CultureInfo.InvariantCulture, $"截止日期：{lastDay.Year}年{lastDay.Month}月{lastDay.Day}日\n")
            .Append(CultureInfo.InvariantCulture, $"统计时点：{ChinaTime.MinuteOf(notice.AsOf)}（北京时间）\n\n")
            .Append(CultureInfo.InvariantCulture, $"应报 {expected} 个部门，已报 {expected - missing.Count} 个，{(notice.Kind == NoticeKind.Reminder ? "尚未报送" : "逾期未报")} {missing.Count} 个。\n");
        if (missing.Count > 0)
        {
            text.Append('\n');
            for (var index = 0; index < missing.Count; index++)
            {
                var department = missing[index];
                text.Append(CultureInfo.InvariantCulture, $"{index + 1}. {department.Name}（应报指标 {department.IndicatorsDue} 项{(department.ProjectsDue > 0 ? $"、项目 {department.ProjectsDue} 项" : "")}")
                    .Append(department.Received > 0 ? "，已提交但未通过校验" : "")
                    .Append("）\n");
            }
        }

        var late = notice.Departments.Where(department => department.IsLate).ToList();
        if (late.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"\n迟报 {late.Count} 个：{string.Join("、", late.Select(department => department.Name))}。\n");
        text.Append(CultureInfo.InvariantCulture, $"\n{(notice.Kind == NoticeKind.Reminder ? "Reminder" : "Overdue")}, {notice.Quarter}, deadline {lastDay:yyyy-MM-dd}: ")
            .Append(CultureInfo.InvariantCulture, $"{missing.Count} of {expected} departments have not reported")
            .Append(missing.Count == 0 ? ".\n" : $" ({string.Join(", ", missing.Select(department => department.Department))}).\n");
        return text.ToString();
    }
}
