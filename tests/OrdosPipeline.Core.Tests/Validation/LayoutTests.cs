using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Validation;

/// <summary>The layouts in which departments hand in indicators, each read without a finding.</summary>
public sealed class LayoutTests
{
    private const string Long = "指标编码|指标名称|地区|期间|数值|单位|备注";

    [Fact]
    public void Long_with_every_column() => Reads(
        SheetBuilder.Of(Long, "H01|地区生产总值增长|全市|2023年1-9月|5.4|%|", "H03|固定资产投资|东胜区|2023年三季度|12.5|亿元|快报"),
        "H01 150600 2023Q3YTD 5.4; H03 150602 2023Q3 12.5");

    [Fact]
    public void Long_by_name_alone_is_about_the_whole_city() => Reads(
        SheetBuilder.Of("指标|期间|数值（%）", "GDP增速|2023Q3|5.4"), "H01 150600 2023Q3 5.4");

    [Fact]
    public void Long_in_English() => Reads(
        SheetBuilder.Of("Indicator code|Region|Period|Value|Unit", "H03|150602|2023Q3YTD|125000|万元"), "H03 150602 2023Q3YTD 12.5");

    [Fact]
    public void Columns_in_any_order_below_a_title_and_key_lines() => Reads(
        SheetBuilder.Of("附件1", "2023年主要指标完成情况表", "填报单位：市统计局||报告期：三季度|单位：亿元、%", "", "数值|指标名称", "12.5|固定资产投资", "5.4|地区生产总值增长"),
        "H03 150600 2023Q3 12.5; H01 150600 2023Q3 5.4");

    [Fact]
    public void Several_key_lines_in_one_cell() => Reads(
        SheetBuilder.Of("填报单位：市统计局  报告期：2023年1-9月  单位：万元", "指标名称|数值", "固定资产投资|125000"), "H03 150600 2023Q3YTD 12.5");

    [Fact]
    public void Key_and_value_in_two_cells() => Reads(
        SheetBuilder.Of("报告期：|2023年1-9月", "计量单位：|万元", "指标名称|数值", "固定资产投资|125000"), "H03 150600 2023Q3YTD 12.5");

    [Fact]
    public void A_year_in_the_title_serves_periods_without_one() => Reads(
        SheetBuilder.Of("2023年主要指标", "指标名称|期间|数值|单位", "固定资产投资|1-9月|12.5|亿元"), "H03 150600 2023Q3YTD 12.5");

    [Fact]
    public void A_unit_in_brackets_behind_the_title_is_a_unit_line() => Reads(
        SheetBuilder.Of("2023年固定资产投资月度表（万元）", "指标|1-6月|1-9月", "固定资产投资|2000000|3000000"), "H03 150600 2023Q2YTD 200; H03 150600 2023Q3YTD 300");

    [Theory]
    [InlineData("前三季度主要指标", "period-unreadable C2; period-unreadable D2", "")]
    [InlineData("2023年前三季度主要指标", "period-unreadable D2", "H03 150600 2022 280")]
    [InlineData("报告期：2023年1-9月", "period-unreadable D2", "H03 150600 2022 280")]
    [InlineData("2023年主要指标", "", "H03 150600 2022 280; H03 150600 2023 300")]
    [InlineData("2023年四季度主要指标", "", "H03 150600 2022 280; H03 150600 2023 300")]
    [InlineData("四季度主要指标", "", "H03 150600 2022 280; H03 150600 2023 300")]
    public void A_bare_year_below_a_part_of_the_year_is_no_guess(string title, string findings, string observations) => Reads(
        SheetBuilder.Of(title, "指标名称|单位|2022年|2023年", "固定资产投资|亿元|280|300"), observations, findings: findings);

    [Fact]
    public void The_full_year_said_in_words_is_no_bare_year() => Reads(
        SheetBuilder.Of("2023年前三季度主要指标", "指标名称|单位|2022年全年|2023年1-9月", "固定资产投资|亿元|280|300"), "H03 150600 2022 280; H03 150600 2023Q3YTD 300");

    [Fact]
    public void A_column_of_groups_in_front_of_the_names_is_not_used() => Reads(
        SheetBuilder.Of("报告期：2023年1-9月", "一级指标|二级指标|单位|数值", "经济发展|固定资产投资合计|亿元|300（初步数）", "|地区生产总值增长|%|5.4").Merge("A3:A4"),
        "H03 150600 2023Q3YTD 300; H01 150600 2023Q3YTD 5.4", findings: "column-unknown A2");

    [Fact]
    public void Wide_by_period() => Reads(
        SheetBuilder.Of("指标名称|单位|2023年一季度|2023年上半年|2023年1-9月|2023年", "固定资产投资|亿元|100|200||", "地区生产总值增长|%|5|5.1|5.2|"),
        "H03 150600 2023Q1 100; H03 150600 2023Q2YTD 200; H01 150600 2023Q1 5; H01 150600 2023Q2YTD 5.1; H01 150600 2023Q3YTD 5.2");

    [Fact]
    public void Wide_by_period_with_words_for_the_value_and_units_in_the_header() => Reads(
        SheetBuilder.Of("指标|2023年1-6月累计完成（万元）|2023年1-9月累计完成（万元）", "固定资产投资|2000000|3000000"),
        "H03 150600 2023Q2YTD 200; H03 150600 2023Q3YTD 300");

    [Fact]
    public void Wide_by_region() => Reads(
        SheetBuilder.Of("报告期：2023年1-9月", "指标名称|计量单位|全市|东胜区|达旗|150603", "固定资产投资|亿元|300|100|50|20"),
        "H03 150600 2023Q3YTD 300; H03 150602 2023Q3YTD 100; H03 150621 2023Q3YTD 50; H03 150603 2023Q3YTD 20");

    [Fact]
    public void Wide_by_region_below_a_period() => Reads(
        SheetBuilder.Of("指标名称|单位|2023年1-9月||2023年|", "||全市|东胜区|全市|东胜区", "固定资产投资|亿元|300|100|400|150").Merge("A1:A2").Merge("B1:B2").Merge("C1:D1").Merge("E1:F1"),
        "H03 150600 2023Q3YTD 300; H03 150602 2023Q3YTD 100; H03 150600 2023 400; H03 150602 2023 150");

    [Fact]
    public void Comparisons_beside_a_value_are_not_read() => Reads(
        SheetBuilder.Of("2023年经济指标", "项 目|单位|1-9月|同比±%|2023年目标值", "固定资产投资|亿元|300|12.5|400"),
        "H03 150600 2023Q3YTD 300", findings: "column-unknown D2; column-unknown E2");

    [Fact]
    public void Year_and_quarter_in_columns_of_their_own() => Reads(
        SheetBuilder.Of("年份|季度|行政区划代码|地区|指标|数值|单位", "2023|3|150602|东胜区|固定资产投资|12|亿元", "2023|1-9月|150602|东胜区|固定资产投资|30|亿元", "2023||150600||固定资产投资|40|亿元"),
        "H03 150602 2023Q3 12; H03 150602 2023Q3YTD 30; H03 150600 2023 40");

    [Fact]
    public void Total_among_regions_is_the_city() => Reads(
        SheetBuilder.Of("指标名称|地区|期间|数值|单位", "固定资产投资|合计|2023Q3|300|亿元", "固定资产投资|东胜|2023Q3|100|亿元"),
        "H03 150600 2023Q3 300; H03 150602 2023Q3 100");

    [Fact]
    public void Two_row_header_with_merged_cells() => Reads(
        SheetBuilder.Of("指标名称|单位|2023年||2022年|", "||上半年|1-9月|上半年|1-9月", "固定资产投资|亿元|200|300|180|280").Merge("A1:A2").Merge("B1:B2").Merge("C1:D1").Merge("E1:F1"),
        "H03 150600 2023Q2YTD 200; H03 150600 2023Q3YTD 300; H03 150600 2022Q2YTD 180; H03 150600 2022Q3YTD 280");

    [Fact]
    public void Two_row_header_of_an_export_without_merges() => Reads(
        SheetBuilder.Of("指标名称|单位|2023年|", "||上半年|1-9月", "固定资产投资|亿元|200|300"),
        "H03 150600 2023Q2YTD 200; H03 150600 2023Q3YTD 300");

    [Fact]
    public void Three_row_header() => Reads(
        SheetBuilder.Of("指标|2022年||2023年|||", "|上半年||一季度||上半年|", "|全市|东胜区|全市|东胜区|全市|东胜区", "固定资产投资（亿元）|200|40|100|20|300|60")
            .Merge("A1:A3").Merge("B1:C1").Merge("D1:G1").Merge("B2:C2").Merge("D2:E2").Merge("F2:G2"),
        "H03 150600 2022Q2YTD 200; H03 150602 2022Q2YTD 40; H03 150600 2023Q1 100; H03 150602 2023Q1 20; H03 150600 2023Q2YTD 300; H03 150602 2023Q2YTD 60");

    [Fact]
    public void Three_row_header_of_an_export_without_merges() => Reads(
        SheetBuilder.Of("指标|2023年上半年||||", "|全市||东胜区|", "|数值|备注|数值|备注", "固定资产投资（亿元）|300||60|"),
        "H03 150600 2023Q2YTD 300; H03 150602 2023Q2YTD 60");

    [Fact]
    public void A_value_and_its_unit_under_each_period() => Reads(
        SheetBuilder.Of("指标名称|2023年1-9月||2022年1-9月|", "|绝对额|单位|绝对额|单位", "固定资产投资|300|亿元|2800000|万元").Merge("A1:A2").Merge("B1:C1").Merge("D1:E1"),
        "H03 150600 2023Q3YTD 300; H03 150600 2022Q3YTD 280");

    [Fact]
    public void Transposed() => Reads(
        SheetBuilder.Of("期间|地区生产总值增长（%）|固定资产投资（亿元）", "2023年一季度|5|100", "2023年上半年|5.1|200"),
        "H01 150600 2023Q1 5; H01 150600 2023Q2YTD 5.1; H03 150600 2023Q1 100; H03 150600 2023Q2YTD 200");

    [Fact]
    public void A_long_table_lying_on_its_side() => Reads(
        SheetBuilder.Of("指标名称|地区生产总值增长|固定资产投资", "期间|2023Q3|2023Q3", "数值|5.4|12.5", "单位|%|亿元"),
        "H01 150600 2023Q3 5.4; H03 150600 2023Q3 12.5");

    [Fact]
    public void Two_tables_below_each_other() => Reads(
        SheetBuilder.Of("指标名称|期间|数值|单位", "固定资产投资|2023Q3|12.5|亿元", "", "单位：%", "指标名称|期间|数值", "地区生产总值增长|2023Q3|5.4"),
        "H03 150600 2023Q3 12.5; H01 150600 2023Q3 5.4");

    [Fact]
    public void Two_tables_beside_each_other() => Reads(
        SheetBuilder.Of("指标名称|期间|数值|单位||指标名称|期间|数值|单位", "固定资产投资|2023Q3|12.5|亿元||地区生产总值增长|2023Q3|5.4|%"),
        "H03 150600 2023Q3 12.5; H01 150600 2023Q3 5.4");

    [Fact]
    public void Tables_beside_each_other_with_key_lines_of_their_own() => Reads(
        SheetBuilder.Of("报告期：2023年1-9月||||报告期：2023年上半年", "指标名称|数值|单位||指标名称|数值|单位", "固定资产投资|300|亿元||固定资产投资|200|亿元"),
        "H03 150600 2023Q3YTD 300; H03 150600 2023Q2YTD 200");

    [Fact]
    public void A_title_between_two_tables_is_the_lower_ones() => Reads(
        SheetBuilder.Of("2022年指标", "指标名称|期间|数值|单位", "固定资产投资|三季度|5|亿元", "", "2023年指标", "指标名称|期间|数值|单位", "固定资产投资|三季度|6|亿元"),
        "H03 150600 2022Q3 5; H03 150600 2023Q3 6");

    [Fact]
    public void Of_several_units_in_the_unit_line_the_indicators_own_comes_first() => Reads(
        SheetBuilder.Of("单位：万元、%、元", "指标名称|期间|数值", "固定资产投资|2023Q3|125000", "农村牧区常住人口人均可支配收入|2023Q3|17654"), "H03 150600 2023Q3 12.5; T229 150600 2023Q3 17654");

    [Fact]
    public void A_value_merged_down_serves_every_row_that_has_a_subject() => Reads(
        SheetBuilder.Of("指标名称|地区|期间|数值|单位", "地区生产总值增长|东胜区|2023Q3|5|%", "|达拉特旗|2023Q3||%", "||||", "常住人口城镇化率|全市|2023|78|%").Merge("D2:D4"),
        "H01 150602 2023Q3 5; H01 150621 2023Q3 5; H04 150600 2023 78");

    [Fact]
    public void A_code_and_a_name_in_one_cell() => Reads(
        SheetBuilder.Of("指标名称|期间|数值|单位", "H03 固定资产投资|2023Q3|12.5|亿元", "H03：常住人口城镇化率|2023Q3|5|亿元"), "H03 150600 2023Q3 12.5", findings: "indicator-name-mismatch A3");

    [Fact]
    public void Merged_cells_down_a_column_serve_every_row() => Reads(
        SheetBuilder.Of("指标名称|地区|期间|数值|单位", "固定资产投资|东胜区|2023Q3|100|亿元", "|达拉特旗||50|", "|准格尔旗||60|").Merge("A2:A4").Merge("C2:C4").Merge("E2:E4"),
        "H03 150602 2023Q3 100; H03 150621 2023Q3 50; H03 150622 2023Q3 60");

    [Fact]
    public void A_name_left_blank_continues_the_one_above() => Reads(
        SheetBuilder.Of("指标名称|地区|期间|数值|单位", "固定资产投资|东胜区|2023Q3|100|亿元", "|达拉特旗|2023Q3|50|亿元"),
        "H03 150602 2023Q3 100; H03 150621 2023Q3 50");

    [Fact]
    public void Headings_blank_rows_notes_and_signatures_are_no_rows() => Reads(
        SheetBuilder.Of("序号|指标名称|期间|数值|单位", "一|经济发展||", "1|固定资产投资|2023Q3|12.5|亿元", "", "|1.地区生产总值增长|2023Q3|5.4|%", "注：本表数据为快报数。", "填表人：张三|||审核人：李四|联系电话：0477-1234567"),
        "H03 150600 2023Q3 12.5; H01 150600 2023Q3 5.4");

    [Fact]
    public void Harmless_differences_in_names_and_headers() => Reads(
        SheetBuilder.Of("指 标\n名 称|期　间|数 值|计量单位", "其中：固定资产投资（亿元）|2023Q3|12.5|", "（一） 地区生产总值增速|2023Q3|5.4|%", "全市常住人口城镇化率|2023|78|％"),
        "H03 150600 2023Q3 12.5; H01 150600 2023Q3 5.4; H04 150600 2023 78");

    [Fact]
    public void Levels_are_keyed_by_the_end_of_their_period() => Reads(
        SheetBuilder.Of("指标名称|期间|数值|单位", "天然气产量|2023年三季度|70|亿立方米", "煤炭产能|2023年三季度|8|亿吨", "煤炭产能|2023年1-8月|8|亿吨", "煤炭产能|2023年12月末|8.1|亿吨"),
        "T099 150600 2023Q3 70; T090 150600 2023Q3 8; T090 150600 2023M08 8; T090 150600 2023 8.1",
        "energy");

    [Fact]
    public void Percent_formats_glued_units_and_full_width_forms() => Reads(
        SheetBuilder.Of("指标名称|期间|数值", "固定资产投资|2023Q3|１２．５亿元", "地区生产总值增长|2023Q3|x").Set("C3", Cell.OfNumber(0.054m, "5.4%", isPercent: true)),
        "H03 150600 2023Q3 12.5; H01 150600 2023Q3 5.4");

    [Fact]
    public void Yes_and_no_become_one_and_zero() => Reads(
        SheetBuilder.Of("指标名称|期间|数值", "国家创新型城市创建|2023|否", "煤基新材料国家重点实验室成立|2023|√"), "T003 150600 2023 0; T008 150600 2023 1", "science-technology");

    [Fact]
    public void A_withdrawal_has_no_value()
    {
        var submission = SheetBuilder.Of("指标名称|期间|数值|单位", "固定资产投资|2023Q3|撤回|亿元").Check();

        Assert.Equal("H03 150600 2023Q3 withdrawn", submission.Observations());
        Assert.Equal(Verdict.Accepted, submission.Verdict);
    }

    [Fact]
    public void An_indicator_judged_by_another_series_is_stored_under_that_series() => Reads(
        SheetBuilder.Of("指标名称|期间|数值|单位", "地区生产总值年均增长|2023|5.4|%", "全市人均预期寿命|2023|76.1|岁"), "H01 150600 2023 5.4", findings: "indicator-not-yours A3");

    [Fact]
    public void A_banner_reports_any_indicator_for_itself() => Reads(
        SheetBuilder.Of("指标名称|期间|数值|单位", "固定资产投资|2023Q3|12.5|亿元", "羊出栏量|2023Q3|30|万只"), "H03 150602 2023Q3 12.5; T140 150602 2023Q3 30", "东胜区");

    [Fact]
    public void Every_visible_sheet_is_read()
    {
        var builder = SheetBuilder.Of("指标名称|期间|数值|单位", "固定资产投资|2023Q3|12.5|亿元").Named("一").Next("二").Rows("指标名称|期间|数值|单位", "地区生产总值增长|2023Q3|5.4|%");

        Reads(builder, "H03 150600 2023Q3 12.5; H01 150600 2023Q3 5.4");
    }

    [Fact]
    public void A_second_plan_is_read_by_its_own_words()
    {
        var submission = SheetBuilder.Of("指标名称|地区|期间|数值|单位", "工业投资|东城|2026年上半年|23|亿元", "常住人口|全市|2026Q2|1112000|人").Check("统计局", "2026-07-31", TestPlan.Mini16());

        Assert.Equal("", submission.Findings());
        Assert.Equal("A2 990101 2026Q2YTD 23; A3 990100 2026Q2 111.2", submission.Observations(TestPlan.Mini16()));
    }

    private static void Reads(SheetBuilder sheet, string observations, string department = "statistics", string findings = "")
    {
        var submission = sheet.Check(department);

        Assert.Equal(findings, submission.Findings());
        Assert.Equal(observations, submission.Observations());
    }
}
