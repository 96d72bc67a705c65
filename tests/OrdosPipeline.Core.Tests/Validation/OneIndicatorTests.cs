using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Validation;

/// <summary>Tables about one indicator, which stands in a line or a title above them: regions or periods have the rows.</summary>
public sealed class OneIndicatorTests
{
    [Fact]
    public void Regions_as_rows_below_a_line_that_names_the_indicator() => Reads(
        SheetBuilder.Of("2023年三季度", "指标：固定资产投资|||单位：万元", "旗区|2023年一季度|2023年上半年", "全市|1000000|2000000", "东胜区|100000|200000", "达拉特旗|90000|"),
        "H03 150600 2023Q1 100; H03 150600 2023Q2YTD 200; H03 150602 2023Q1 10; H03 150602 2023Q2YTD 20; H03 150621 2023Q1 9");

    [Fact]
    public void Regions_as_rows_below_a_title() => Reads(
        SheetBuilder.Of("2023年三季度各旗区固定资产投资完成情况表（万元）", "报告期：2023年1-9月", "地区|数值", "合计|3000000", "东胜区|300000"),
        "H03 150600 2023Q3YTD 300; H03 150602 2023Q3YTD 30");

    [Fact]
    public void A_corner_of_its_own_or_none() => Reads(
        SheetBuilder.Of("指标：固定资产投资（亿元）", "|2023年1-9月|2022年", "东胜区|30|40", "达旗|20|30"),
        "H03 150602 2023Q3YTD 30; H03 150602 2022 40; H03 150621 2023Q3YTD 20; H03 150621 2022 30");

    [Fact]
    public void Periods_as_rows() => Reads(
        SheetBuilder.Of("固定资产投资历年数据（亿元）", "指标：固定资产投资", "年份|数值|单位", "2021|400|亿元", "2022|450|亿元"),
        "H03 150600 2021 400; H03 150600 2022 450");

    [Fact]
    public void Each_table_of_a_sheet_has_its_own_title() => Reads(
        SheetBuilder.Of("报告期：2023年1-9月", "各旗区固定资产投资（亿元）", "旗区|数值", "东胜区|30", "", "各旗区常住人口城镇化率（%）", "旗区|数值", "东胜区|96"),
        "H03 150602 2023Q3YTD 30; H04 150602 2023Q3YTD 96");

    [Fact]
    public void A_title_about_something_else_is_told_and_nothing_is_read() => Reads(
        SheetBuilder.Of("报告期：2023年1-9月", "各旗区固定资产投资增长情况", "旗区|数值", "东胜区|30"), "", "indicator-not-in-plan A2");

    [Fact]
    public void Two_titles_about_two_indicators_are_no_guess() => Reads(
        SheetBuilder.Of("报告期：2023年1-9月", "各旗区固定资产投资", "各旗区常住人口城镇化率", "旗区|数值", "东胜区|30"), "", "indicator-missing A2");

    [Fact]
    public void Without_any_name_every_value_lacks_its_indicator() => Reads(
        SheetBuilder.Of("报告期：2023年1-9月", "旗区|数值（亿元）", "东胜区|30", "达旗|20"), "", "indicator-missing B3; indicator-missing B4");

    [Fact]
    public void A_region_left_blank_continues_the_one_above_and_a_misspelt_one_is_a_fault() => Reads(
        SheetBuilder.Of("指标：固定资产投资（亿元）", "旗区|期间|数值", "东胜区|2023年一季度|10", "|2023年上半年|20", "达旗|2023年一季度|5", "达拉待旗|2023年上半年|6"),
        "H03 150602 2023Q1 10; H03 150602 2023Q2YTD 20; H03 150621 2023Q1 5",
        "region-unknown A6");

    [Fact]
    public void Indicators_as_columns_are_still_a_table_on_its_side() => Reads(
        SheetBuilder.Of("报告期：2023年1-9月", "地区|固定资产投资（亿元）|常住人口城镇化率（%）", "全市|300|78.1", "东胜区|30|96"),
        "H03 150600 2023Q3YTD 300; H03 150602 2023Q3YTD 30; H04 150600 2023Q3YTD 78.1; H04 150602 2023Q3YTD 96");

    private static void Reads(SheetBuilder sheet, string values, string findings = "")
    {
        var submission = sheet.Check();

        Assert.Equal(findings, submission.Findings());
        Assert.Equal(values, submission.Observations());
    }
}
