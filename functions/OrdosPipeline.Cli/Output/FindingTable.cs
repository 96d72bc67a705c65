using System.Globalization;
using OrdosPipeline.Core.Validation;
using Spectre.Console;

namespace OrdosPipeline.Cli.Output;

/// <summary>The outcome of a check as people read it.</summary>
internal static class FindingTable
{
    public static void Show(CheckedSubmission submission, string language)
    {
        if (submission.Findings.Count > 0)
        {
            var table = Terminal.Table("", language == "en" ? ["", "Sheet", "Cell", "Code", "What to do"] : ["", "工作表", "单元格", "代码", "问题与修改办法"]);
            table.Title = null;
            foreach (var finding in submission.Findings)
            {
                table.AddRow(
                    Words.Of(finding.Severity, language),
                    Markup.Escape(finding.Sheet ?? ""),
                    Markup.Escape(finding.Cell ?? finding.RowNumber?.ToString(CultureInfo.InvariantCulture) ?? ""),
                    finding.Code,
                    Markup.Escape(language == "en" ? finding.MessageEn : finding.Message));
            }

            Terminal.Show(table);
        }

        var verdict = Words.Of(submission.Verdict, language);
        Terminal.Line(language == "en"
            ? $"{verdict}: {submission.Values.Count} values, {submission.ProjectRows.Count} project rows; {submission.CountOf(Severity.Error)} errors, {submission.CountOf(Severity.Warning)} warnings, {submission.CountOf(Severity.Info)} remarks."
            : $"{verdict}：读出 {submission.Values.Count} 个数值、{submission.ProjectRows.Count} 行项目；错误 {submission.CountOf(Severity.Error)}、警告 {submission.CountOf(Severity.Warning)}、提示 {submission.CountOf(Severity.Info)}。");
    }
}
