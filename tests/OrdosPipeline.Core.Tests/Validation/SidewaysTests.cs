using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Validation;

/// <summary>Tables lying on their side, with what stands around them as it stands around any table.</summary>
public sealed class SidewaysTests
{
    [Fact]
    public void Below_a_title_and_above_notes() => Reads(
        SheetBuilder.Of("2023年主要指标", "期间|固定资产投资（亿元）|地区生产总值增长（%）", "一季度|100|5", "上半年|300|5.1", "注：快报数", "填表人：张三|审核人：李四").Merge("A1:C1"),
        "H03 150600 2023Q1 100; H03 150600 2023Q2YTD 300; H01 150600 2023Q1 5; H01 150600 2023Q2YTD 5.1");

    [Fact]
    public void By_region_below_key_lines() => Reads(
        SheetBuilder.Of("报告期：2023年1-9月||单位：亿元、%", "旗区|固定资产投资|地区生产总值增长", "合计|300|5", "东胜区|100|"),
        "H03 150600 2023Q3YTD 300; H03 150602 2023Q3YTD 100; H01 150600 2023Q3YTD 5");

    [Fact]
    public void By_region_and_period() => Reads(
        SheetBuilder.Of("地区|期间|固定资产投资（亿元）", "全市|2023年一季度|100", "|2023年上半年|300", "东胜区|2023年一季度|20").Merge("A2:A3"),
        "H03 150600 2023Q1 100; H03 150600 2023Q2YTD 300; H03 150602 2023Q1 20");

    [Fact]
    public void With_one_period() => Reads(SheetBuilder.Of("期间|H03|H01", "2023年一季度|100亿元|5%"), "H03 150600 2023Q1 100; H01 150600 2023Q1 5");

    [Fact]
    public void A_long_table_below_key_lines() => Reads(
        SheetBuilder.Of("填报单位|市统计局", "报告期|2023年1-9月", "指标名称|固定资产投资|地区生产总值增长", "数值|300|5", "单位|亿元|%"),
        "H03 150600 2023Q3YTD 300; H01 150600 2023Q3YTD 5");

    [Fact]
    public void What_is_neither_region_nor_period_is_a_fault_there() => Reads(
        SheetBuilder.Of("期间|地区|固定资产投资（亿元）", "2023年一季度|全市|100", "2023年一季度|海勃湾区|1", "去年|东胜区|1"),
        "H03 150600 2023Q1 100",
        "region-unknown B3; period-unreadable A4");

    [Fact]
    public void Units_in_a_row_of_their_own_below_the_names() => Reads(
        SheetBuilder.Of("报告期：2023年1-9月", "地区|固定资产投资|常住人口城镇化率", "|万元|%", "全市|3000000|78.1", "东胜区|300000|96"),
        "H03 150600 2023Q3YTD 300; H03 150602 2023Q3YTD 30; H04 150600 2023Q3YTD 78.1; H04 150602 2023Q3YTD 96");

    [Fact]
    public void A_total_among_periods_is_not_read() => Reads(
        SheetBuilder.Of("期间|固定资产投资（亿元）", "2023年一季度|100", "2023年二季度|200", "合计|300"), "H03 150600 2023Q1 100; H03 150600 2023Q2 200", "column-unknown A4");

    [Fact]
    public void A_corner_may_name_what_stands_beside_it() => Reads(
        SheetBuilder.Of("期间|2023年一季度|2023年上半年", "固定资产投资（亿元）|100|300"), "H03 150600 2023Q1 100; H03 150600 2023Q2YTD 300");

    private static void Reads(SheetBuilder sheet, string observations, string findings = "")
    {
        var submission = sheet.Check();

        Assert.Equal(findings, submission.Findings());
        Assert.Equal(observations, submission.Observations());
    }
}
