using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Validation;

/// <summary>Exports of other systems, of which the plan knows little: every row counts, and the first of them are told.</summary>
public sealed class LongExportTests
{
    private const int Rows = 2_500;

    [Fact]
    public void All_rows_that_are_not_in_the_plan_are_counted_and_the_first_thousand_listed()
    {
        var submission = Export("指标名称|期间|数值", row => $"内部台账第{row}项|2023年|{row}").Check();

        Assert.Equal(Rows, submission.FindingCounts["indicator-not-in-plan"]);
        Assert.Equal(Enumerable.Range(2, 1_000).Select(row => $"A{row}"), submission.Findings.Where(finding => finding.Code == "indicator-not-in-plan").Select(finding => finding.Cell));
        Assert.Equal(Verdict.Accepted, submission.Verdict);
    }

    [Fact]
    public void One_of_the_plan_is_found_among_them_wherever_it_stands()
    {
        var submission = Export("指标名称|期间|数值|单位", row => row == 2_400 ? "地区生产总值增长|2023年|7|%" : $"内部台账第{row}项|2023年|{row}|个").Check();

        Assert.Equal(("H01", "C2401"), (Assert.Single(submission.Values).Indicator, submission.Values[0].Cell));
        Assert.Equal(Rows - 1, submission.FindingCounts["indicator-not-in-plan"]);
    }

    [Fact]
    public void A_name_merged_over_many_rows_is_told_once()
    {
        // The first name covers 1,200 rows, so that the thousandth finding comes after the thousandth row.
        var submission = Export("指标名称|期间|数值", row => row <= 1_200 ? row == 1 ? "内部台账首项|2023年|1" : $"|2023年|{row}" : $"内部台账第{row}项|2023年|{row}").Merge("A2:A1201").Check();

        var listed = submission.Findings.Where(finding => finding.Code == "indicator-not-in-plan").Select(finding => finding.Cell).ToList();
        Assert.Equal(1 + Rows - 1_200, submission.FindingCounts["indicator-not-in-plan"]);
        Assert.Equal(["A2", "A1202", .. Enumerable.Range(1_203, 998).Select(row => $"A{row}")], listed);
    }

    [Fact]
    public void The_explanation_counts_all_rows_and_values()
    {
        var table = Export("指标名称|2022年|2023年", row => $"内部台账第{row}项|{row}|{row}").Explain().Sheets[0].Tables[0];
        Assert.Equal((Rows, 2 * Rows), (table.Rows, table.Values));
    }

    [Fact]
    public void A_line_that_says_what_all_rows_are_about_serves_all_of_them()
    {
        var table = SheetBuilder.Of(["指标：内部台账项目", "期间|数值", .. Enumerable.Range(1, Rows).Select(row => $"{2021 + (row % 5)}年{1 + (row % 12)}月|{row}")]).Explain().Sheets[0].Tables[0];
        Assert.Equal((DefaultKind.Indicator, Rows), (table.Defaults[0].Kind, table.Defaults[0].Rows));
    }

    [Fact]
    public void Totals_far_down_are_told()
    {
        var submission = Export("指标名称|期间|数值", row => row switch { 1 => "内部台账首项|2023年|9", Rows - 1 or Rows => "合计|2023年|9", _ => $"小标题甲乙{row}||" }).Check();
        Assert.Contains("“合计”等2行是合计行", Assert.Single(submission.Findings, finding => finding.Code == "rows-skipped").Message, StringComparison.Ordinal);
        Assert.Equal(Rows, submission.Findings.Single(finding => finding.Code == "rows-skipped").RowNumber);
    }

    [Fact]
    public void A_line_that_is_repeated_without_end_is_told_of_every_row()
    {
        const int Repeats = 20_000;
        var submission = SheetBuilder.Of(["指标名称|期间|数值|单位", .. Enumerable.Repeat("地区生产总值增长|2023年|7|%", Repeats)]).Check();
        Assert.Equal(Repeats - 1, submission.FindingCounts["rows-repeat"]);
        Assert.Equal("C2", Assert.Single(submission.Values).Cell);
    }

    private static SheetBuilder Export(string header, Func<int, string> row) => SheetBuilder.Of([header, .. Enumerable.Range(1, Rows).Select(row)]);
}
