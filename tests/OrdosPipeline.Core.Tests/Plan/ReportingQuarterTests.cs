using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Tests.Plan;

public class ReportingQuarterTests
{
    [Theory]
    [InlineData("2023-01-01", "2023Q1")]
    [InlineData("2023-03-31", "2023Q1")]
    [InlineData("2023-04-01", "2023Q2")]
    [InlineData("2023-09-30", "2023Q3")]
    [InlineData("2023-12-31", "2023Q4")]
    public void Day_lies_in_its_quarter(string day, string quarter) => Assert.Equal(quarter, ReportingQuarter.Of(DateOnly.Parse(day, null)).ToString());

    [Fact]
    public void Quarters_follow_each_other_over_the_turn_of_the_year()
    {
        var quarter = new ReportingQuarter(2022, 4);
        Assert.Equal((new(2023, 1), new(2022, 3)), (quarter.Next, quarter.Previous));
        Assert.Equal(quarter, quarter.Next.Previous);
        Assert.True(quarter.Previous < quarter && quarter < quarter.Next && quarter.Next > quarter && quarter >= quarter.Next.Previous && quarter <= quarter.Next);
        Assert.Equal(new DateOnly(2022, 12, 31), quarter.LastDay);
        Assert.Equal(new DateOnly(2023, 6, 30), new ReportingQuarter(2023, 2).LastDay);
    }

    [Theory]
    [InlineData("2023Q3", "2023Q3")]
    [InlineData("2023q3", "2023Q3")]
    public void Text_is_read(string text, string quarter) => Assert.Equal(quarter, ReportingQuarter.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("2023")]
    [InlineData("2023Q0")]
    [InlineData("2023Q5")]
    [InlineData("0000Q1")]
    [InlineData("2023Q33")]
    [InlineData("2023-3")]
    [InlineData("-023Q3")]
    public void Other_text_is_no_quarter(string? text)
    {
        Assert.False(ReportingQuarter.TryParse(text, out _));
        if (text is not null)
            Assert.Throws<FormatException>(() => ReportingQuarter.Parse(text));
    }

    [Fact]
    public void Numbers_outside_the_calendar_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReportingQuarter(2023, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReportingQuarter(2023, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReportingQuarter(0, 1));
    }
}
