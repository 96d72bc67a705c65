using System.Globalization;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Documents.Exports;
using Spectre.Console;

namespace OrdosPipeline.Cli.Output;

/// <summary>A summary as people read it on a terminal.</summary>
internal static class SummaryTable
{
    /// <param name="quarter">Of the summary.</param>
    /// <param name="head">Which version; null for one that is not stored.</param>
    /// <param name="rows">Its rows.</param>
    public static void Show(ReportingQuarter quarter, SummaryHead? head, IReadOnlyList<SummaryRow> rows)
    {
        var table = Terminal.Table($"{quarter} 主要指标（{(head is null ? "试算" : $"第 {head.Version} 版")}）", "编码", "指标", "属性", "当前值", "单位", "时期", "目标", "进度比", "状态");
        foreach (var row in rows.Where(row => row.Kind == "indicator" && Text(row, "Attribute").Length > 0))
        {
            table.AddRow(
                row.Id, Escaped(row, "Name"), Escaped(row, "Attribute"), Number(row, "Value", 2), Escaped(row, "Unit"), Escaped(row, "ValuePeriod"),
                Escaped(row, "TargetWording"), Number(row, "Ratio", 2), $"[{Words.Colour(AssessmentStatuses.Parse(Text(row, "Status")))}]{Escaped(row, "StatusText")}[/]");
        }

        Terminal.Show(table);
        var counts = rows.Where(row => row.Kind == "status" && row.Id.StartsWith("all.", StringComparison.Ordinal)).Select(row => $"{Text(row, "StatusText")} {Text(row, "Count")}");
        Terminal.Line($"全部指标：{string.Join("、", counts)}");
        var departments = rows.Where(row => row.Kind == "department" && row.Columns.GetValueOrDefault("Expected") is true).ToList();
        Terminal.Line($"应报 {departments.Count} 个部门，已报 {departments.Count(row => Text(row, "Accepted") != "0")} 个。");
    }

    private static string Text(SummaryRow row, string column) => TableExport.ToText(row.Columns.GetValueOrDefault(column));

    private static string Escaped(SummaryRow row, string column) => Markup.Escape(Text(row, column));

    private static string Number(SummaryRow row, string column, int decimals) => row.Columns.GetValueOrDefault(column) switch
    {
        decimal number => Math.Round(number, decimals).ToString(CultureInfo.InvariantCulture),
        double number => Math.Round(number, decimals).ToString(CultureInfo.InvariantCulture),
        _ => "",
    };
}
