using System.Globalization;
using OrdosPipeline.Core.Stores;
using Spectre.Console;

namespace OrdosPipeline.Cli.Output;

/// <summary>Ledger entries as people read them.</summary>
internal static class SubmissionTable
{
    public static void Show(IReadOnlyList<LedgerEntry> entries)
    {
        var table = Terminal.Table("报送情况", "文件", "结论", "数值", "项目", "错误", "警告", "提示", "主要问题");
        foreach (var entry in entries)
        {
            var codes = entry.FindingCounts.OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Take(3);
            table.AddRow(
                Markup.Escape(entry.Path),
                entry.State == SubmissionState.Failed ? "[red]系统故障[/]" : Words.Of(entry.Verdict, "zh"),
                Text(entry.Values), Text(entry.ProjectRows), Text(entry.Errors), Text(entry.Warnings), Text(entry.Infos),
                string.Join(" ", codes.Select(code => $"{code.Key}×{code.Value}")));
        }

        Terminal.Show(table);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
