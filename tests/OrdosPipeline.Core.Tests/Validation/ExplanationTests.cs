using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Validation;

/// <summary>What people are told of how their file was understood, and that everything left out is accounted for.</summary>
public sealed class ExplanationTests
{
    private static readonly SheetBuilder Kept = SheetBuilder.Of(
            "附件2",
            "2023年主要经济指标完成情况",
            "填报单位：市统计局||报告期：三季度|单位：亿元、%",
            "",
            "序号|指标名称|数值|上年同期|备注",
            "|一、经济发展|||",
            "1|固定资产投资|12.5|11|",
            "2|地区生产总值增长|5.4||初步数",
            "3|常住人口城镇化率|||",
            "|合计|17.9||",
            "4||||",
            "注：表中数据为快报数。",
            "填表人：张三|联系电话：123")
        .Named("快报");

    [Fact]
    public void A_kept_table_is_explained_in_Chinese() => Approved.Matches(Text(Kept.Explain(), "zh"), "Explanations/KeptTable.zh");

    [Fact]
    public void A_kept_table_is_explained_in_English() => Approved.Matches(Text(Kept.Explain(), "en"), "Explanations/KeptTable.en");

    [Fact]
    public void A_wide_table_and_a_hidden_and_an_empty_sheet_are_explained() => Approved.Matches(
        Text(SheetBuilder.Of("主要指标|单位|2023年||2022年|", "||上半年|1-9月|上半年|1-9月", "固定资产投资|亿元|200|300|180|280")
            .Merge("A1:A2").Merge("B1:B2").Merge("C1:D1").Merge("E1:F1").Named("宽表").Next("底稿").Hidden().Rows("指标|期间|数值").Next("空").Explain()),
        "Explanations/WideTable.zh");

    [Fact]
    public void A_table_on_its_side_is_explained() => Approved.Matches(
        Text(SheetBuilder.Of("2023年指标", "单位：亿元、%", "期间|一季度|上半年", "固定资产投资|100|200", "地区生产总值增长|5|5.1").Explain()), "Explanations/Transposed.zh");

    [Fact]
    public void A_project_table_is_explained() => Approved.Matches(
        Text(SheetBuilder.Of("报告期：2026年1-3月", "项目名称|状态|形象进度|累计完成投资（万元）|绿地（亩）|责任人", "环城绿道|在建|45%|5000|15000|李四").Explain("works", "2026-07-01", TestPlan.Mini16())),
        "Explanations/Projects.zh");

    [Fact]
    public void A_table_about_one_indicator_tells_where_that_is_named() => Approved.Matches(
        Text(SheetBuilder.Of("2023年三季度各旗区固定资产投资完成情况（万元）", "报告期：2023年1-9月", "地区|数值", "东胜区|300000", "达旗|").Explain()), "Explanations/OneIndicator.zh");

    [Fact]
    public void A_table_without_periods_says_so() => Approved.Matches(
        Text(SheetBuilder.Of("指标名称|数值", "固定资产投资|12").Explain()), "Explanations/WithoutPeriod.zh");

    [Fact]
    public void Every_row_that_is_not_blank_is_read_or_accounted_for()
    {
        var sheet = Kept.Explain().Sheets[0];
        var table = sheet.Tables[0];

        Assert.Equal(12, table.Rows + table.Skipped.Count + sheet.Skipped.Count + 1);
        Assert.Equal(
            [SkipReason.Heading, SkipReason.NotReported, SkipReason.Total, SkipReason.NothingToRead],
            table.Skipped.First.Select(row => row.Reason));
        Assert.Equal(
            [SkipReason.Note, SkipReason.Title, SkipReason.KeyLine, SkipReason.Note, SkipReason.Signature],
            sheet.Skipped.First.Select(row => row.Reason));
    }

    [Fact]
    public void Two_titles_with_different_years_give_no_year()
    {
        var table = SheetBuilder.Of("2022年工作要点附表", "2023年主要指标", "指标名称|期间|数值|单位", "固定资产投资|1-9月|12.5|亿元");

        Assert.Equal("period-unreadable B4", string.Join("; ", table.Check().Findings.Select(finding => $"{finding.Code} {finding.Cell}")));
        Assert.Empty(table.Explain().Sheets[0].Tables[0].Defaults);
    }

    [Fact]
    public void More_skipped_rows_than_anybody_reads_are_counted()
    {
        var rows = new List<string> { "指标名称|期间|数值" };
        for (var row = 0; row < 250; row++)
            rows.Add($"小标题甲乙{row}");
        var skipped = SheetBuilder.Of([.. rows]).Explain().Sheets[0].Tables[0].Skipped;

        Assert.Equal((250, 200), (skipped.Count, skipped.First.Count));
        Assert.Contains("另有 50 行也没有读取。", Text(SheetBuilder.Of([.. rows]).Explain()), StringComparison.Ordinal);
    }

    private static string Text(FileExplanation explanation, string language = "zh") =>
        string.Join("\n", ExplanationText.Lines(explanation, language).Select(line => new string(' ', 2 * line.Level) + line.Text));
}
