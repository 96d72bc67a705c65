using System.Globalization;
using OrdosPipeline.Core.Answers;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using Spectre.Console;

namespace OrdosPipeline.Cli.Output;

/// <summary>Where a figure came from, as people read it. Times are China's.</summary>
internal static class TraceTable
{
    public static void Show(Trace trace)
    {
        var isProject = trace.Kind == "project";
        var title = string.Join(' ', new[] { trace.Id, trace.Name, trace.RegionName, trace.Period }.Where(part => part is not null));
        var steps = Terminal.Table(title, "修订", isProject ? "进展" : $"数值（{trace.Unit}）", "原文", "文件", "工作表", "单元格", "报送部门", "时间", "报送编号", "本行问题");
        foreach (var step in trace.Steps)
        {
            steps.AddRow(
                step.Counts ? $"[green]{step.Revision} ←[/]" : Text(step.Revision),
                Markup.Escape(isProject ? Progress(step) : step.Value is { } value ? value.ToString(CultureInfo.InvariantCulture) : "撤回"),
                Markup.Escape(step.Text),
                Markup.Escape(step.Path),
                Markup.Escape(step.Sheet ?? ""),
                step.Cell,
                Markup.Escape(step.ReportedByName ?? step.ReportedBy),
                ChinaTime.MinuteOf(step.UploadedAt),
                step.Submission,
                Markup.Escape(string.Join(' ', step.Findings.Select(finding => finding.Code).Distinct())));
        }

        Terminal.Show(steps);
        if (trace.Uses.Count == 0)
        {
            Terminal.Line("还没有季度小结用到它。");
            return;
        }

        // The same figure is used quarter after quarter; one line says so.
        var uses = Terminal.Table("用到它的季度小结", "编码", "季度", "小结数", "状态", "评价", "报送编号");
        foreach (var same in trace.Uses.GroupBy(use => (use.Kind, use.Id, use.State, use.Status, use.Submission)))
        {
            var status = AssessmentStatuses.Parse(same.Key.Status);
            var (first, last) = (same.First().Quarter, same.Last().Quarter);
            uses.AddRow(
                Markup.Escape(same.Key.Id), first == last ? first : $"{first} … {last}", Text(same.Count()),
                same.Key.State == "published" ? "已发布" : "未发布", $"[{Words.Colour(status)}]{status.Chinese(beforeHorizon: true)}[/]", same.Key.Submission);
        }

        Terminal.Show(uses);
    }

    private static string Progress(TraceStep step) => string.Join(
        "，",
        new[] { step.State, step.Progress is { } progress ? $"{progress.ToString(CultureInfo.InvariantCulture)}%" : null, step.Investment is { } investment ? $"{investment.ToString(CultureInfo.InvariantCulture)} 亿元" : null }
            .Where(part => part is not null));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
