using System.Globalization;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Core.Validation.History;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Validation;

/// <summary>Each rule about what was reported before: exactly its finding at exactly its cell, and none on clean data.</summary>
public sealed class HistoryRuleTests
{
    private const string Header = "指标编码|地区|期间|数值|单位|备注";
    private const string ProjectHeader = "项目编码|期间|状态|形象进度|累计完成投资（亿元）|备注";

    [Theory]
    // A flow adds up within its year.
    [InlineData("H03 2023Q2YTD 50", "H03||2023年1-9月|49.9|亿元|", "cumulative-fell D2")]
    [InlineData("H03 2023Q2YTD 50", "H03||2023年1-9月|50|亿元|", "")]
    [InlineData("H03 2023Q2YTD 50", "H03||2023年|49|亿元|", "cumulative-fell D2")]
    [InlineData("H03 2022 500", "H03||2023年1-3月|49|亿元|", "")]
    [InlineData("H03 2023Q2YTD 50; H03 2023Q2YTD withdrawn", "H03||2023年1-9月|49|亿元|", "")]
    [InlineData("H03 2023Q3YTD 50", "H03||2023年1-6月|51|亿元|", "cumulative-fell D2")]
    [InlineData("H03 2023Q2YTD 50", "H03|150602|2023年1-9月|49|亿元|", "")]
    // A running total over the plan.
    [InlineData("T244 2022 12", "T244||2023年一季度|11|所|", "cumulative-fell D2", "education-sports")]
    [InlineData("T244 2022 12", "T244||2023年一季度|12|所|", "", "education-sports")]
    // Rates and levels fall in honest years.
    [InlineData("H01 2023Q2YTD 7", "H01||2023年1-9月|5|%|", "")]
    // Only a bare quarter is ambiguous, and only where the series was cumulative.
    [InlineData("H01 2023Q2YTD 7", "H01||2023年三季度|5|%|", "period-ambiguous C2")]
    [InlineData("H01 2023Q2YTD 7", "H01||2023年7-9月|5|%|", "")]
    [InlineData("H01 2023Q2YTD 7", "H01||2024年一季度|5|%|", "")]
    [InlineData("H01 2023Q2YTD 7; H01 2023Q2 6", "H01||2023年三季度|5|%|", "")]
    [InlineData("H01 2022 7; H01 2023Q1 6", "H01||2023年三季度|5|%|", "")]
    // The wrong period explains the value: nothing is said of its size.
    [InlineData("H03 2023Q2YTD 50", "H03||2023年三季度|0.5|亿元|", "period-ambiguous C2")]
    // A changed value.
    [InlineData("H01 2023Q2YTD 7", "H01||2023年1-6月|7.1|%|", "value-revised D2")]
    [InlineData("H01 2023Q2YTD 7", "H01||2023年1-6月|7.0|%|", "")]
    [InlineData("H01 2023Q2YTD 7", "H01||2023年1-6月|撤回|%|", "value-revised D2")]
    [InlineData("H01 2023Q2YTD 7; H01 2023Q2YTD withdrawn", "H01||2023年1-6月|8|%|", "")]
    [InlineData("H01 2023Q2YTD 7; H01 2023Q2YTD 7.1", "H01||2023年1-6月|7.1|%|", "")]
    [InlineData("H03 2023Q1 30; H03 2023Q2YTD 50", "H03||2023年1-6月|29|亿元|", "cumulative-fell D2; value-revised D2")]
    // A slip of the unit explains everything that follows from it.
    [InlineData("H03 2023Q2YTD 50", "H03||2023年1-6月|50|万元|", "unit-suspicious D2")]
    [InlineData("H03 2022Q3YTD 50; H03 2023Q2YTD 30", "H03||2023年1-9月|55|万元|", "unit-suspicious D2")]
    [InlineData("T101 2022 3000", "T101||2023年一季度|31000000|万千瓦|", "value-out-of-range D2", "energy")]
    [InlineData("T146 2022 30", "T146||2023|30|万亩|", "", "agriculture-animal-husbandry")]
    // History says more than the baseline: what was reported so far is no slip, however far from the baseline.
    [InlineData("H23 2022 0.06", "H23||2023年|0.062|%|", "", "energy")]
    [InlineData("", "H23||2023年|0.058|%|", "unit-suspicious D2", "energy")]
    [InlineData("H23 2022 7", "H23||2023年|0.072|%|", "unit-suspicious D2", "energy")]
    // A rate may fall a hundredfold; a fraction has more digits than the rate is given in.
    [InlineData("H01 2022 18.2", "H01||2023年|0.2|%|", "")]
    [InlineData("H01 2022 5.3", "H01||2023年|0.054|%|", "unit-suspicious D2")]
    [InlineData("", "H01||2023年|0.054|%|", "unit-suspicious D2")]
    [InlineData("", "H01||2023年|0.0705|%|", "unit-suspicious D2")]
    [InlineData("", "T001||2023年|0.07|%|", "unit-suspicious D2")]
    [InlineData("", "H01||2023年|0.1|%|", "")]
    [InlineData("", "H01||2023年|-0.054|%|", "")]
    [InlineData("", "H01||2023年|0.254|%|", "")]
    // A total may be many times what it was when little was done.
    [InlineData("T130 2022 0.01", "T130||2023|120|万亩|", "", "agriculture-animal-husbandry")]
    public void One_cause_is_one_finding(string before, string row, string findings, string department = "statistics")
    {
        var submission = SheetBuilder.Of(Header, row).CheckAgainst(Before(before), department);

        Assert.Equal(findings, submission.Findings());
        Assert.DoesNotContain(submission.Findings, finding => finding.Message.Contains('{', StringComparison.Ordinal) || finding.MessageEn.Contains('{', StringComparison.Ordinal));
    }

    [Fact]
    public void A_header_s_period_is_reported_once_at_the_header() => Assert.Equal(
        "period-ambiguous C1",
        SheetBuilder.Of("指标编码|单位|2023年三季度", "H01|%|5", "T168|%|6").CheckAgainst(Before("H01 2023Q2YTD 7; T168 2023Q2YTD 7")).Findings());

    [Fact]
    public void Values_of_one_file_are_compared_with_each_other_and_the_later_one_is_to_blame() => Assert.Equal(
        "cumulative-fell D3",
        SheetBuilder.Of(Header, "H03||2023年1-6月|50|亿元|", "H03||2023年1-9月|49|亿元|").CheckAgainst(ReportedBefore.Nothing).Findings());

    [Fact]
    public void A_check_without_history_compares_nothing() => Assert.Equal(
        "", SheetBuilder.Of(Header, "H03||2023年1-6月|50|亿元|", "H03||2023年1-9月|49|亿元|").Check().Findings());

    [Fact]
    public void The_same_content_names_the_first_file_that_had_it()
    {
        var before = new ReportedBefore { SameContent = new EarlierUpload("s0", "statistics/2023/三季度.xlsx", new(2023, 10, 12, 17, 0, 0, TimeSpan.Zero)) };
        var finding = Assert.Single(SheetBuilder.Of(Header, "H03||2023Q1|5|亿元|").CheckAgainst(before).Findings);

        Assert.Equal((FindingCodes.DuplicateFile, Severity.Info, null), (finding.Code, finding.Severity, finding.Cell));
        // The 13th in China.
        Assert.Contains("2023-10-13上传的“三季度.xlsx”", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "published-value-changed D2")]
    [InlineData("—", "published-value-changed D2")]
    [InlineData("初步数", "published-value-changed D2")]
    [InlineData("年报核定", "value-revised D2")]
    public void A_published_value_is_changed_for_a_reason(string remark, string findings)
    {
        var before = Before("H01 2022 5.4 初步数", published: new PublishedSummary(new(2022, 4), Day(1)));
        var submission = SheetBuilder.Of(Header, $"H01||2022年|5.2|%|{remark}").CheckAgainst(before);

        Assert.Equal(findings, submission.Findings());
        if (remark == "年报核定")
            Assert.Contains("修改了2022Q4小结中公布的5.4%，原因：年报核定", submission.Findings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    // Not yet uploaded when the summary was made.
    [InlineData(0, "2022Q4", "value-revised D2")]
    // Of a quarter before the period ends.
    [InlineData(1, "2022Q3", "value-revised D2")]
    [InlineData(1, "2023Q1", "published-value-changed D2")]
    public void A_summary_contains_what_was_known_of_its_quarter(int asOfDay, string quarter, string findings) => Assert.Equal(
        findings,
        SheetBuilder.Of(Header, "H01||2022年|5.2|%|").CheckAgainst(Before("H01 2022 5.4", published: new PublishedSummary(ReportingQuarter.Parse(quarter), Day(asOfDay)))).Findings());

    [Fact]
    public void Going_back_to_the_published_value_asks_for_no_reason() => Assert.Equal(
        "value-revised D2",
        SheetBuilder.Of(Header, "H01||2022年|5.4|%|")
            .CheckAgainst(Before("H01 2022 5.4; H01 2022 5.1", published: new PublishedSummary(new(2022, 4), Day(1)))).Findings());

    [Theory]
    [InlineData("10.1", "")]
    [InlineData("11", "")]
    [InlineData("30", "value-far-from-trend D2")]
    public void A_trend_is_known_after_eight_changes(string value, string findings)
    {
        // The share moved by 0.1 to 0.5 from quarter to quarter.
        string[] shares = ["8", "8.3", "8.2", "8.6", "8.9", "9.2", "9.1", "9.6", "9.9"];
        var before = string.Join("; ", shares.Select((share, index) => $"T100 {Cumulative(index)} {share}"));
        var submission = SheetBuilder.Of(Header, $"T100||2023年1-6月|{value}|%|").CheckAgainst(Before(before), "energy");

        Assert.Equal(findings, submission.Findings());
        var few = string.Join("; ", shares.Skip(1).Select((share, index) => $"T100 {Cumulative(index + 1)} {share}"));
        Assert.Equal("", SheetBuilder.Of(Header, $"T100||2023年1-6月|{value}|%|").CheckAgainst(Before(few), "energy").Findings());
    }

    [Fact]
    public void The_message_says_method_score_and_threshold()
    {
        var before = string.Join("; ", Enumerable.Range(0, 12).Select(index => $"H01 {Cumulative(index)} {5 + (index % 4 * 0.1m)}"));
        var finding = Assert.Single(SheetBuilder.Of(Header, "H01||2024年1-3月|25|%|").CheckAgainst(Before(before)).Findings);

        Assert.Equal("value-far-from-trend", finding.Code);
        Assert.Contains("比上年同期+20%，以往8次变化的中位数为0%，稳健得分40.0，超过阈值5（", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("60", "4", "")]
    [InlineData("49", "4", "progress-fell D2")]
    [InlineData("60", "2.9", "progress-fell E2")]
    [InlineData("49", "2.9", "progress-fell D2; progress-fell E2")]
    public void What_counts_from_a_project_s_start_does_not_fall(string progress, string investment, string findings) => Assert.Equal(
        findings,
        SheetBuilder.Of(ProjectHeader, $"P001|2023年三季度|在建|{progress}|{investment}|").CheckAgainst(Progress("2023Q2", 50, 3), Owner()).Findings());

    [Fact]
    public void A_project_s_numbers_are_revised_for_the_same_period() => Assert.Equal(
        "value-revised D2",
        SheetBuilder.Of(ProjectHeader, "P001|2023年三季度|在建|45|3|").CheckAgainst(Progress("2023Q3", 50, 3), Owner()).Findings());

    /// <summary>The cumulative periods from 2021 on.</summary>
    private static string Cumulative(int index) => Period.QuarterYearToDate(2021 + (index / 4), (index % 4) + 1).ToString();

    private static string Owner() => TestPlan.Ordos14().FindProject("P001")!.Department;

    private static ReportedBefore Progress(string period, decimal progress, decimal investment) =>
        new() { Projects = [new("P001", Period.Parse(period), progress, investment, new Dictionary<int, decimal>(), "", new("s0", "a/b.xlsx", Day(1)))] };

    private static DateTimeOffset Day(int day) => new(2023, 1, 1 + day, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Entries such as <c>H01 2023Q2YTD 7 remark</c>, uploaded one a day, for the whole city.</summary>
    private static ReportedBefore Before(string values, params PublishedSummary[] published) => new()
    {
        Published = published,
        Values =
        [
            .. values.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((entry, index) =>
            {
                var parts = entry.Split(' ');
                return new EarlierValue(
                    new(parts[0], "150600"),
                    Period.Parse(parts[1]),
                    parts[2] == "withdrawn" ? null : decimal.Parse(parts[2], CultureInfo.InvariantCulture),
                    parts.Length > 3 ? parts[3] : "",
                    new EarlierUpload($"s{index}", $"statistics/{index}.xlsx", Day(index + 1)));
            }),
        ],
    };
}
