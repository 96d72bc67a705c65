using OrdosPipeline.Core.Plan;
using OrdosPipeline.Documents.Reports.Wording;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Documents.Tests.Reports;

public class ReportFormatTests
{
    private static readonly ReportFormat Chinese = new(ReportLanguage.Chinese);
    private static readonly ReportFormat English = new(ReportLanguage.English);
    private static readonly UnitTable Units = TestPlan.Ordos14().Units;

    [Theory]
    [InlineData(2.345, 2, "2.35")]
    [InlineData(-2.345, 2, "-2.35")]
    [InlineData(0.5, 0, "1")]
    [InlineData(1234567.8, 1, "1,234,567.8")]
    public void Numbers_are_rounded_half_away_from_zero(decimal value, int decimals, string text) => Assert.Equal(text, ReportFormat.Number(value, decimals));

    [Theory]
    [InlineData(27.46, 27.5, 1, "27.46")]
    [InlineData(27.44, 27.5, 1, "27.4")]
    [InlineData(27.5, 27.5, 1, "27.5")]
    [InlineData(0.949999, 0.95, 2, "0.949999")]
    [InlineData(0.9501, 0.95, 2, "0.9501")]
    [InlineData(0.9499999999, 0.95, 2, "0.950000")]
    public void Rounding_does_not_carry_a_number_across_a_bound(decimal value, decimal bound, int decimals, string text) =>
        Assert.Equal(text, ReportFormat.Number(value, decimals, bound));

    [Theory]
    [InlineData(17.1, 0, "17.1")]
    [InlineData(0.7251, 1, "0.73")]
    [InlineData(218, 1, "218.0")]
    [InlineData(3.02, 2, "3.02")]
    public void A_value_keeps_its_digits_up_to_two(decimal value, int decimals, string text) => Assert.Equal(text, ReportFormat.Value(value, decimals));

    [Fact]
    public void Units_follow_their_numbers_as_each_language_writes_them()
    {
        Assert.Equal("45.3%", Chinese.WithUnit("45.3", Unit("%")));
        Assert.Equal("2,500.0亿元", Chinese.WithUnit("2,500.0", Unit("亿元")));
        Assert.Equal("2,500.0 × 100 million yuan", English.WithUnit("2,500.0", Unit("亿元")));
        Assert.Equal("5", English.WithUnit("5", Unit("个")));
        Assert.Equal("0.3个百分点", Chinese.Distance(-0.3m, 1, Unit("%")));
        Assert.Equal("0.3 percentage points", English.Distance(0.3m, 1, Unit("%")));
    }

    [Fact]
    public void Times_are_those_of_China()
    {
        var instant = new DateTimeOffset(2023, 10, 20, 17, 5, 0, TimeSpan.Zero);
        Assert.Equal("2023年10月21日01:05", Chinese.Minute(instant));
        Assert.Equal("21 October 2023, 01:05", English.Minute(instant));
    }

    [Theory]
    [InlineData("2023", false, "2023年", "2023")]
    [InlineData("2023", true, "2023年末", "end of 2023")]
    [InlineData("2023Q3YTD", false, "2023年1—9月", "Jan–Sep 2023")]
    [InlineData("2023Q3", false, "2023年7—9月", "Jul–Sep 2023")]
    [InlineData("2023Q3", true, "2023年9月末", "end of Sep 2023")]
    [InlineData("2023M08", false, "2023年8月", "Aug 2023")]
    public void Periods_are_said_as_people_say_them(string period, bool isInstant, string chinese, string english)
    {
        Assert.Equal(chinese, Chinese.Period(Period.Parse(period), isInstant));
        Assert.Equal(english, English.Period(Period.Parse(period), isInstant));
    }

    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(11, "十一")]
    [InlineData(20, "二十")]
    [InlineData(42, "四十二")]
    public void Headings_count_in_Chinese(int number, string text) => Assert.Equal(text, ReportFormat.ChineseNumber(number));

    [Fact]
    public void A_share_of_nothing_is_none() => Assert.Null(ReportFormat.Share(0, 0));

    private static MeasureUnit Unit(string symbol) => Units.All.Single(unit => unit.Symbol == symbol);
}
