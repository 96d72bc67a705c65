using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Validation;

/// <summary>Each rule on a return with that one fault: exactly this finding, at exactly this cell, and what is left of the values.</summary>
public sealed class RuleTests
{
    private const string Header = "指标编码|指标名称|地区|期间|数值|单位|备注";
    private const string Good = "H03|固定资产投资|全市|2023Q3|12.5|亿元|";
    private const string GoodText = "H03 150600 2023Q3 12.5";

    [Theory]
    [InlineData("|||2023Q3|5|%|", "indicator-missing B2")]
    [InlineData("H99|地区生产总值增长||2023Q3|5|%|", "indicator-unknown A2")]
    [InlineData("|森林覆盖律||2023|27|%|", "indicator-unknown B2")]
    [InlineData("|5A级景区||2023|1|个|", "indicator-ambiguous B2")]
    [InlineData("|粗泥沙集中来源区大型拦沙坝||2023|1|座|", "indicator-ambiguous B2")]
    [InlineData("H03|地区生产总值增长||2023Q3|5|亿元|", "indicator-name-mismatch B2")]
    [InlineData("H19|森林覆盖率||2023|27.4|%|", "indicator-not-yours A2")]
    [InlineData("|地区生产总值||2023|5|亿元|", "indicator-not-in-plan B2")]
    [InlineData("|规模以上工业增加值增速||2023|约5|桶|", "indicator-not-in-plan B2")]
    [InlineData("|固定资产投资增速||2023|5|%|", "indicator-not-in-plan B2")]
    [InlineData("H03||呼和浩特|2023Q3|12|亿元|", "region-unknown C2")]
    [InlineData("H03|||| |亿元|", "")]
    [InlineData("H03||||12|亿元|", "period-missing D2")]
    [InlineData("H03|||2023年13月|12|亿元|", "period-unreadable D2")]
    [InlineData("H03|||三季度|12|亿元|", "period-unreadable D2")]
    [InlineData("H03|||2025年1-12月|12|亿元|", "period-in-future D2")]
    [InlineData("H03|||2019年|12|亿元|", "period-before-plan D2")]
    [InlineData("H03|||2019年|约12|桶|", "period-before-plan D2")]
    [InlineData("H03|||2023Q3|abc|亿元|", "value-unreadable E2")]
    [InlineData("H03|||2023Q3|约45|亿元|", "value-imprecise E2")]
    [InlineData("H03|||2023Q3|#DIV/0!|亿元|", "value-formula-error E2")]
    [InlineData("H03|||2023Q3|-5|亿元|", "value-out-of-range E2")]
    [InlineData("H03|||2023Q3|20000|亿元|", "value-out-of-range E2")]
    [InlineData("H03|||2023Q3|99999999999999999999999999|亿元|", "value-out-of-range E2")]
    [InlineData("H03|||2023Q3|12|桶|", "unit-unknown F2")]
    [InlineData("H03|||2023Q3|12桶||", "unit-unknown E2")]
    [InlineData("H03|||2023Q3|12|%|", "unit-incompatible F2")]
    [InlineData("H03|||2023Q3|12%|亿元|", "unit-incompatible E2")]
    [InlineData("H03|||2023Q3|—|亿元|", "value-missing E2")]
    [InlineData("H03|||2099年|—|亿元|", "value-missing E2")]
    [InlineData("T002|||2023|5||", "value-unreadable E2")]
    [InlineData("T002|||2023|约是||", "value-unreadable E2")]
    [InlineData("T002|||2023|√|项|", "")]
    public void One_fault_is_one_finding(string row, string finding)
    {
        var submission = SheetBuilder.Of(Header, row, Good).Check(asOf: "2025-12-30");

        Assert.Equal(finding, submission.Findings());
        Assert.Contains(GoodText, submission.Observations(), StringComparison.Ordinal);
        if (finding.Length > 0)
            Assert.Equal(GoodText, submission.Observations());
        Severity? severity = submission.Findings.Count > 0 ? submission.Findings[0].Severity : null;
        Assert.Equal(severity == Severity.Error ? Verdict.Rejected : Verdict.Accepted, submission.Verdict);
    }

    [Theory]
    [InlineData("H03|||2023Q3|99||", "unit-missing E2", "H03 150600 2023Q3 99; ")]
    [InlineData("H04|||2023|78.5||", "unit-missing E2", "H04 150600 2023 78.5; ")]
    [InlineData("H04|||2023|0.78|%|", "unit-suspicious E2", "H04 150600 2023 0.78; ")]
    public void A_remark_or_a_warning_keeps_the_value(string row, string finding, string observation)
    {
        var submission = SheetBuilder.Of(Header, row, "H01||150602|2023Q3|5|%|").Check();

        Assert.Equal(finding, submission.Findings());
        Assert.Equal(observation + "H01 150602 2023Q3 5", submission.Observations());
    }

    [Theory]
    [InlineData("2023-09-29", "period-in-future D2")]
    [InlineData("2023-09-30", "")]
    public void A_period_has_ended_on_its_last_day(string asOf, string finding) =>
        Assert.Equal(finding, SheetBuilder.Of(Header, Good).Check(asOf: asOf).Findings());

    [Fact]
    public void A_period_after_the_plan() =>
        Assert.Equal("period-outside-plan D2", SheetBuilder.Of(Header, "H03|||2026Q1|12|亿元|").Check(asOf: "2026-07-01").Findings());

    [Fact]
    public void Rows_for_one_key_with_different_values_are_all_in_conflict()
    {
        var submission = SheetBuilder.Of(Header, "H03||||", "H03|||2023Q3|12|亿元|", Good.Replace("12.5", "13", StringComparison.Ordinal), "H03||150602|2023Q3|12|亿元|").Check();

        Assert.Equal("rows-conflict E3; rows-conflict E4", submission.Findings());
        Assert.Equal("H03 150602 2023Q3 12", submission.Observations());
        Assert.Equal(2, submission.FindingCounts["rows-conflict"]);
    }

    [Fact]
    public void A_level_at_the_same_instant_is_the_same_key()
    {
        var submission = SheetBuilder.Of("指标名称|期间|数值|单位", "煤炭产能|2023年三季度|8|亿吨", "煤炭产能|2023年9月末|8.1|亿吨").Check("energy");

        Assert.Equal("rows-conflict C2; rows-conflict C3", submission.Findings());
    }

    [Fact]
    public void The_same_value_in_another_unit_is_a_repetition_and_observed_once()
    {
        var submission = SheetBuilder.Of(Header, Good, "H03|||2023年三季度|125000|万元|").Check();

        Assert.Equal("rows-repeat E3", submission.Findings());
        Assert.Equal(GoodText, submission.Observations());
        Assert.Equal(Verdict.AcceptedWithWarnings, submission.Verdict);
    }

    [Fact]
    public void Rows_on_two_sheets_are_held_against_each_other()
    {
        var submission = SheetBuilder.Of(Header, Good).Next("二").Rows(Header, Good.Replace("12.5", "13", StringComparison.Ordinal)).Check();

        Assert.Equal("rows-conflict E2; rows-conflict E2", submission.Findings());
        Assert.Equal(["Sheet1", "二"], submission.Findings.Select(f => f.Sheet));
        Assert.Contains("工作表“二”E2", submission.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_banner_reports_for_itself_only()
    {
        var submission = SheetBuilder.Of(Header, "H03||康巴什区|2023Q3|12|亿元|", "H03||全市|2023Q3|12|亿元|", "H03||东胜|2023Q3|12|亿元|").Check("dongsheng");

        Assert.Equal("indicator-not-yours C2; indicator-not-yours C3", submission.Findings());
        Assert.Equal("H03 150602 2023Q3 12", submission.Observations());
    }

    [Theory]
    [InlineData("指标名称|期间|单位", "column-missing A1")]
    [InlineData("指标名称|数值|单位", "column-missing A1")]
    [InlineData("指标名称|期间|数值|数值", "column-duplicate D1")]
    [InlineData("指标名称|期间|数值|责任人", "column-unknown D1")]
    public void Faults_of_the_header(string header, string finding)
    {
        var submission = SheetBuilder.Of(header, "固定资产投资|2023Q3|12亿元|张三").Check();

        Assert.Equal(finding, submission.Findings());
    }

    [Fact]
    public void Faults_of_a_wide_header_are_reported_once_and_only_where_there_are_values()
    {
        var submission = SheetBuilder.Of(
            "指标名称|单位|2019年|2023年一季度|2023年13月|2026年|2027年", "固定资产投资|亿元|1|100|3|4|", "地区生产总值增长|%|1|5|3|4|", "常住人口城镇化率|%|—|—|—|—|—").Check();

        Assert.Equal("period-before-plan C1; period-unreadable E1; period-in-future F1; value-missing C4; value-missing D4; value-missing E4; value-missing F4; value-missing G4", submission.Findings());
        Assert.Equal("H03 150600 2023Q1 100; H01 150600 2023Q1 5", submission.Observations());
    }

    [Fact]
    public void A_fault_of_a_period_over_several_columns_is_reported_where_it_stands()
    {
        var submission = SheetBuilder.Of("指标名称|单位|2022年||2026年|", "||全市|东胜区|全市|东胜区", "固定资产投资|亿元|300|100|400|150").Merge("A1:A2").Merge("B1:B2").Merge("C1:D1").Merge("E1:F1").Check();

        Assert.Equal("period-in-future E1", submission.Findings());
        Assert.Equal("2026年", submission.Findings[0].Found);
    }

    [Fact]
    public void A_misspelt_region_among_regions_is_reported_at_the_header()
    {
        var submission = SheetBuilder.Of("报告期：2023Q3", "指标名称|单位|东胜区|达拉特期|园区", "固定资产投资|亿元|1|2|3", "地区生产总值增长|%|1|2|3").Check();

        Assert.Equal("region-unknown D2; column-unknown E2", submission.Findings());
        Assert.Equal("H03 150602 2023Q3 1; H01 150602 2023Q3 1", submission.Observations());
    }

    [Fact]
    public void A_formula_that_failed_is_no_name()
    {
        var submission = SheetBuilder.Of(Header, "||全市|2023Q3|5|%|").Set("B2", Cell.OfError("#N/A")).Check();

        Assert.Equal("indicator-unknown B2", submission.Findings());
    }

    [Fact]
    public void A_fault_of_the_name_is_reported_once_for_a_wide_row()
    {
        var submission = SheetBuilder.Of("指标名称|单位|2022年|2023年", "森林覆盖律|%|27|28").Check("forestry-grassland");

        Assert.Equal("indicator-unknown A2", submission.Findings());
        Assert.Contains("H19 森林覆盖率", submission.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_total_among_the_names_is_skipped()
    {
        var submission = SheetBuilder.Of("指标名称|期间|数值|单位", "固定资产投资|2023Q3|12.5|亿元", "合 计|2023Q3|12.5|亿元").Check();

        Assert.Equal("rows-skipped", submission.Findings());
        Assert.Equal((3, "合 计"), (submission.Findings[0].RowNumber, submission.Findings[0].Found));
        Assert.Equal(GoodText, submission.Observations());
    }

    [Fact]
    public void An_unknown_unit_in_the_unit_line_is_reported_there_once()
    {
        var submission = SheetBuilder.Of("单位：桶", "指标名称|期间|数值", "固定资产投资|2023Q3|12", "地区生产总值增长|2023Q3|5%").Check();

        Assert.Equal("unit-unknown A1", submission.Findings());
        Assert.Equal("H01 150600 2023Q3 5", submission.Observations());
    }

    [Fact]
    public void A_unit_line_that_does_not_fit_says_nothing_about_the_row()
    {
        var submission = SheetBuilder.Of("单位：亿元", "指标名称|期间|数值", "固定资产投资|2023Q3|12", "地区生产总值增长|2023Q3|5").Check();

        Assert.Equal("unit-missing C4", submission.Findings());
    }

    [Fact]
    public void Another_department_in_the_sheet_is_a_warning()
    {
        var submission = SheetBuilder.Of("填报单位：市能源局", Header, Good).Check();

        Assert.Equal("department-differs A1", submission.Findings());
        Assert.Equal(Verdict.AcceptedWithWarnings, submission.Verdict);
    }

    [Theory]
    [InlineData("填报单位（盖章）：市能源局")]
    [InlineData("单位(公章)：市能源局")]
    public void A_stamp_beside_the_key_changes_nothing(string line) =>
        Assert.Equal("department-differs A1", SheetBuilder.Of(line, Header, Good).Check().Findings());

    [Fact]
    public void Texts_say_what_a_value_is_compared_with()
    {
        var finding = Assert.Single(SheetBuilder.Of(Header, "H04|||2023|0.78|%|").Check().Findings);

        Assert.Contains("基期值（77.45%）", finding.Message, StringComparison.Ordinal);
        Assert.Contains("the baseline (77.45%)", finding.MessageEn, StringComparison.Ordinal);
        Assert.DoesNotContain('（', finding.MessageEn);
    }

    [Theory]
    [InlineData("HTML", "在 Excel 或 WPS 中打开，另存为“.xlsx”")]
    [InlineData("PNG", "把数据填入 Excel 或 WPS 表格")]
    public void The_advice_fits_the_type_of_the_file(string type, string advice) =>
        Assert.Contains(advice, SheetBuilder.Check(OpenedFile.Of(FileFaultKind.TypeUnsupported, type)).Findings[0].Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("statistics", "statistics")]
    [InlineData("市统计局", "statistics")]
    [InlineData("统计局", "statistics")]
    [InlineData("鄂尔多斯市统计局", "statistics")]
    [InlineData("达旗", "dalad")]
    public void A_department_by_code_name_or_alias(string segment, string code)
    {
        var submission = SheetBuilder.Of(Header, "").Check(segment);

        Assert.Equal(code, submission.Submission.Department);
        Assert.Empty(submission.Findings);
    }

    [Fact]
    public void A_folder_of_nobody()
    {
        var submission = SheetBuilder.Of(Header, Good, "H19|||2023|27.4|%|").Check("nobody");

        Assert.Equal("department-unknown", submission.Findings());
        Assert.Equal(("nobody", Verdict.Rejected), (submission.Submission.Department, submission.Verdict));
    }

    [Fact]
    public void Sheets_without_a_table()
    {
        Assert.Equal("table-not-found", SheetBuilder.Of("大家好").Check().Findings());
        Assert.Equal("file-empty", SheetBuilder.Of("").Check().Findings());
        var submission = SheetBuilder.Of(Header, Good).Next("说明").Rows("填报说明", "请认真填写").Check();
        Assert.Equal(("sheet-skipped", "说明"), (submission.Findings(), submission.Findings[0].Sheet));
        submission = SheetBuilder.Of(Header, Good).Next("旧").Rows(Header, "H03|||2023Q3|99|亿元|").Hidden().Check();
        Assert.Equal("sheet-skipped", submission.Findings());
    }

    [Theory]
    [InlineData(FileFaultKind.Empty, "file-empty")]
    [InlineData(FileFaultKind.TypeUnsupported, "file-type-unsupported")]
    [InlineData(FileFaultKind.Unreadable, "file-unreadable")]
    [InlineData(FileFaultKind.Encrypted, "file-encrypted")]
    [InlineData(FileFaultKind.TooLarge, "file-too-large")]
    [InlineData(FileFaultKind.HasMacros, "file-has-macros")]
    [InlineData(FileFaultKind.Unsafe, "file-unsafe")]
    [InlineData(FileFaultKind.EncodingUndecidable, "encoding-undecidable")]
    public void A_file_that_cannot_be_opened(FileFaultKind kind, string code)
    {
        var submission = SheetBuilder.Check(OpenedFile.Of(kind, "PDF"));

        Assert.Equal((code, Verdict.Rejected), (submission.Findings(), submission.Verdict));
    }

    [Fact]
    public void A_code_is_listed_a_thousand_times_at_most_with_its_true_count()
    {
        var submission = SheetBuilder.Of([Header, .. Enumerable.Range(0, 1_500).Select(_ => "H03|||2023Q3|约5|亿元|")]).Check();

        Assert.Equal(1_000, submission.Findings.Count);
        Assert.Equal(1_500, submission.FindingCounts["value-imprecise"]);
    }

    [Fact]
    public void The_text_says_what_is_wrong_where_and_how_to_mend_it()
    {
        var submission = SheetBuilder.Of("指标名称|期间|数值|单位", "固定资产投资|2023Q3|约45|亿元").Named(null).Check();

        Assert.Equal("第2行C列“约45”不是准确数字，请填写精确数值，不要写“约”“左右”“以上”等字样。", submission.Findings[0].Message);
        Assert.Equal("Cell C2: “约45” is not an exact number. Write the exact value, without words such as 约, 左右 or 以上.", submission.Findings[0].MessageEn);
    }
}
