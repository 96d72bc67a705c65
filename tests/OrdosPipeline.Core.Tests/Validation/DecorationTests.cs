using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Validation;

/// <summary>What departments write around names and values, and what of it changes the meaning.</summary>
public sealed class DecorationTests
{
    private const string Header = "指标名称|期间|数值|单位";

    [Theory]
    [InlineData("鄂尔多斯市固定资产投资")]
    [InlineData("全市固定资产投资")]
    [InlineData("我市固定资产投资")]
    [InlineData("*固定资产投资")]
    [InlineData("▲ 固定资产投资")]
    [InlineData("1.固定资产投资")]
    [InlineData("其中：固定资产投资")]
    [InlineData("★1.固定资产投资（亿元）")]
    [InlineData("固定资产投资（亿元，现价）")]
    [InlineData("固定资产投资（现价）（亿元）")]
    [InlineData("固定资产投资（全市，快报数）")]
    public void Is_the_indicator(string name)
    {
        var submission = SheetBuilder.Of(Header, $"{name}|2023Q3|12.5|亿元").Check();

        Assert.Equal(("", "H03 150600 2023Q3 12.5"), (submission.Findings(), submission.Observations()));
    }

    [Theory]
    [InlineData("固定资产投资增长率", "%")]
    [InlineData("固定资产投资（增速）", "%")]
    [InlineData("固定资产投资（当月）", "亿元")]
    [InlineData("工业固定资产投资", "亿元")]
    [InlineData("地区生产总值", "亿元")]
    [InlineData("居民人均可支配收入增长（现价）", "%")]
    public void Is_something_else(string name, string unit)
    {
        var submission = SheetBuilder.Of(Header, $"{name}|2023Q3|12.5|{unit}").Check();

        Assert.Equal(("indicator-not-in-plan A2", ""), (submission.Findings(), submission.Observations()));
    }

    [Fact]
    public void A_star_in_front_of_a_name_with_values_is_no_note()
    {
        var sheet = SheetBuilder.Of(Header, "*固定资产投资|2023Q3|12.5|亿元", "*为约束性指标");

        Assert.Equal("H03 150600 2023Q3 12.5", sheet.Check().Observations());
        Assert.Equal([(SkipReason.Note, 3)], sheet.Explain().Sheets[0].Skipped.First.Select(row => (row.Reason, row.At.RowNumber)));
    }

    [Theory]
    [InlineData("固定资产投资（累计）", "数值", "2023年三季度", "2023Q3YTD")]
    [InlineData("固定资产投资", "数值（累计）", "2023年三季度", "2023Q3YTD")]
    [InlineData("固定资产投资", "本年累计", "2023年8月", "2023M08YTD")]
    [InlineData("固定资产投资", "累计完成", "2023年1-9月", "2023Q3YTD")]
    [InlineData("固定资产投资", "数值", "2023年三季度", "2023Q3")]
    public void The_word_cumulative_counts_the_period_from_January(string name, string column, string period, string key)
    {
        var submission = SheetBuilder.Of($"指标名称|期间|{column}|单位", $"{name}|{period}|12.5|亿元").Check();

        Assert.Equal(("", $"H03 150600 {key} 12.5"), (submission.Findings(), submission.Observations()));
    }

    [Fact]
    public void The_word_cumulative_in_a_wide_header_counts_too()
    {
        var submission = SheetBuilder.Of("指标名称|单位|2023年三季度累计完成|2023年三季度", "固定资产投资|亿元|300|120").Check();

        Assert.Equal("H03 150600 2023Q3YTD 300; H03 150600 2023Q3 120", submission.Observations());
    }

    [Fact]
    public void Marks_for_no_value_in_a_shared_template_reject_nothing()
    {
        var submission = SheetBuilder.Of(Header, "固定资产投资|2023Q3|—|亿元", "牛肉产量|2023Q3|4.1|万吨", "森林复盖率|2023Q3|/|%", "变电站|2023Q3|-|座", "羊肉产量|2023Q3|—|万吨").Check("市农牧局");

        Assert.Equal(("value-missing C6", "T145 150600 2023Q3 4.1"), (submission.Findings(), submission.Observations()));
        Assert.Equal("indicator-not-yours A2", SheetBuilder.Of(Header, "固定资产投资|2023Q3|0|亿元").Check("市农牧局").Findings());
    }

    [Fact]
    public void A_table_in_which_nobody_filled_in_anything_says_so()
    {
        var submission = SheetBuilder.Of(Header, "固定资产投资|2023Q3||亿元", "地区生产总值增长|2023Q3||%").Check();

        Assert.Equal(("rows-skipped A1", Verdict.Accepted), (submission.Findings(), submission.Verdict));
        Assert.Equal("工作表“Sheet1”第1行A列开始的表格没有填写任何数值（有 2 行只写了名称），没有数据入库。", submission.Findings[0].Message);
    }

    [Theory]
    [InlineData(0.781, false, "0.781", "unit-suspicious C2")]
    [InlineData(0.781, true, "78.1", "")]
    [InlineData(78.1, false, "78.1", "")]
    public void A_fraction_among_percentages_is_read_as_its_format_shows_it(double number, bool isPercent, string value, string finding)
    {
        var submission = SheetBuilder.Of(Header, "常住人口城镇化率|2023|x|%").Set("C2", Cell.OfNumber((decimal)number, "x", isPercent)).Check();

        Assert.Equal((finding, $"H04 150600 2023 {value}"), (submission.Findings(), submission.Observations()));
    }
}
