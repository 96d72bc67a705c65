using System.Globalization;
using OrdosPipeline.Core.Answers;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using Spectre.Console;

namespace OrdosPipeline.Cli.Output;

/// <summary>What a figure of a summary is made of, as people read it. Times are China's.</summary>
internal static class FigureTraceTable
{
    public static void Show(FigureTrace trace)
    {
        var unit = trace.Kind == "project" ? "%" : trace.Unit;
        var cells = Terminal.Table(
            string.Join(' ', new[] { trace.Id, trace.Name, trace.RegionName, $"{trace.Quarter} 第 {trace.Version} 版小结" }.Where(part => part is not null)),
            "期间", $"数值（{unit}）", "原文", "文件", "工作表", "单元格", "报送部门", "时间", "报送编号", "现在");
        foreach (var cell in trace.Cells)
        {
            cells.AddRow(
                cell.Period,
                cell.Value?.ToString(CultureInfo.InvariantCulture) ?? "",
                Markup.Escape(cell.Text),
                Markup.Escape(cell.Path),
                Markup.Escape(cell.Sheet ?? ""),
                cell.Cell,
                Markup.Escape(cell.ReportedByName ?? cell.ReportedBy),
                ChinaTime.MinuteOf(cell.UploadedAt),
                cell.Submission,
                cell.ReplacedBy is null ? "仍有效" : $"[yellow]已由 {cell.ReplacedBy} 更新[/]");
        }

        if (trace.Cells.Count > 0)
            Terminal.Show(cells);
        else
            Terminal.Line(cells.Title!.Text);
        var status = AssessmentStatuses.Parse(trace.Status);
        var said = new[]
        {
            trace.Value is { } value ? $"当前值 {Text(value)} {unit}（至 {trace.ValuePeriod}）" : "没有数据",
            trace.Method is null ? null : $"算法 {trace.Method}",
            trace.TargetWording is null ? null : $"目标 {trace.TargetWording}",
            trace.Baseline is { } baseline ? $"基期 {Text(baseline)} {unit}" : null,
            trace.StatusText ?? status.Chinese(beforeHorizon: true),
        };
        Terminal.Line(Markup.Escape(string.Join("，", said.Where(part => part is not null))) + "。");
    }

    /// <summary>As many digits as a person compares.</summary>
    private static string Text(decimal value) => Math.Round(value, 6, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture);
}
