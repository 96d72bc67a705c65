using System.Globalization;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Progress.Decisions;
using Spectre.Console;

namespace OrdosPipeline.Cli.Output;

/// <summary>Decisions as people read them on a terminal.</summary>
internal static class DecisionListing
{
    /// <param name="plan">The plan.</param>
    /// <param name="decisions">In the order in which they are shown.</param>
    /// <param name="title">Of the table.</param>
    /// <param name="inForce">Ids of those that count; null leaves the column out.</param>
    public static void Show(PlanCatalogue plan, IReadOnlyList<RecordedDecision> decisions, string title, IReadOnlySet<string>? inForce = null)
    {
        List<string> columns = ["编号", "类别", "指标", "地区", "目标", "原目标", "生效", "机关", "文号", "日期", "录入", "录入人"];
        if (inForce is not null)
            columns.Add("现行");
        var table = Terminal.Table(title, [.. columns]);
        foreach (var recorded in decisions)
        {
            var decision = recorded.Decision;
            var indicator = plan.FindIndicator(decision.Indicator);
            List<string> cells =
            [
                recorded.Id, decision.Kind.Chinese(), $"{decision.Indicator} {indicator?.Name}", plan.FindRegion(decision.Region)?.Name ?? decision.Region,
                What(decision), decision.Replaced is null ? "" : Text(decision.Replaced), decision.EffectiveFrom.ToString(), decision.Authority, decision.DocumentNumber,
                decision.DocumentDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", ChinaTime.MinuteOf(recorded.RecordedAt), recorded.RecordedBy,
            ];
            if (inForce is not null)
                cells.Add(inForce.Contains(recorded.Id) ? "是" : "");
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        Terminal.Show(table);
    }

    private static string What(Decision decision) => decision switch
    {
        { Baseline: { } baseline } => $"{baseline.Value.ToString(CultureInfo.InvariantCulture)}（{baseline.Period}）",
        { Target: { } target, Year: { } year } => $"{year}年 {Text(target)}",
        { Target: { } target } => Text(target),
        _ => "完成",
    };

    private static string Text(TargetBounds bounds) => bounds.Low == bounds.High
        ? string.Create(CultureInfo.InvariantCulture, $"{bounds.Comparator.Sign()} {bounds.Low}")
        : string.Create(CultureInfo.InvariantCulture, $"{bounds.Low}–{bounds.High}");
}
