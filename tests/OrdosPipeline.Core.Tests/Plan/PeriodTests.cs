using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Tests.Plan;

public class PeriodTests
{
    [Fact]
    public void One_stretch_of_months_has_one_spelling()
    {
        Assert.Equal("2023", Period.FullYear(2023).ToString());
        Assert.Equal(["2023Q1", "2023Q2", "2023Q3", "2023Q4"], Numbers(4).Select(quarter => Period.Quarter(2023, quarter).ToString()));
        Assert.Equal(["2023Q1", "2023Q2YTD", "2023Q3YTD", "2023"], Numbers(4).Select(quarter => Period.QuarterYearToDate(2023, quarter).ToString()));
        Assert.Equal(
            ["2023M01", "2023M02", "2023M03", "2023M04", "2023M05", "2023M06", "2023M07", "2023M08", "2023M09", "2023M10", "2023M11", "2023M12"],
            Numbers(12).Select(month => Period.Month(2023, month).ToString()));
        Assert.Equal(
            ["2023M01", "2023M02YTD", "2023Q1", "2023M04YTD", "2023M05YTD", "2023Q2YTD", "2023M07YTD", "2023M08YTD", "2023Q3YTD", "2023M10YTD", "2023M11YTD", "2023"],
            Numbers(12).Select(month => Period.MonthYearToDate(2023, month).ToString()));
    }

    [Fact]
    public void Periods_are_equal_exactly_when_they_cover_the_same_months()
    {
        foreach (var left in All())
        {
            foreach (var right in All())
                Assert.Equal((left.Year, left.FirstMonth, left.LastMonth) == (right.Year, right.FirstMonth, right.LastMonth), left == right);
        }
    }

    [Fact]
    public void Text_is_read_back_as_the_same_period()
    {
        Assert.All(All(), period => Assert.Equal(period, Period.Parse(period.ToString())));
    }

    [Theory]
    [InlineData("2023Q4YTD", "2023")]
    [InlineData("2023M12YTD", "2023")]
    [InlineData("2023Q1YTD", "2023Q1")]
    [InlineData("2023M03YTD", "2023Q1")]
    [InlineData("2023M06YTD", "2023Q2YTD")]
    [InlineData("2023M01YTD", "2023M01")]
    public void Longer_spellings_are_read_as_the_one(string text, string canonical) => Assert.Equal(canonical, Period.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("202")]
    [InlineData("0000")]
    [InlineData("2023Q0")]
    [InlineData("2023Q5")]
    [InlineData("2023M00")]
    [InlineData("2023M13")]
    [InlineData("2023M8")]
    [InlineData("2023Q3ytd")]
    [InlineData("2023YTD")]
    [InlineData("2023 Q3")]
    [InlineData("2023Q3YTDYTD")]
    [InlineData("+023")]
    [InlineData("２０２３")]
    public void Other_text_is_no_period(string? text)
    {
        Assert.False(Period.TryParse(text, out _));
        if (text is not null)
            Assert.Throws<FormatException>(() => Period.Parse(text));
    }

    [Fact]
    public void Months_outside_the_calendar_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.FullYear(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.FullYear(10000));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Quarter(2023, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.QuarterYearToDate(2023, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Month(2023, 13));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.MonthYearToDate(2023, 0));
    }

    [Theory]
    [InlineData(1, 12, "2023")]
    [InlineData(7, 9, "2023Q3")]
    [InlineData(1, 9, "2023Q3YTD")]
    [InlineData(8, 8, "2023M08")]
    [InlineData(1, 8, "2023M08YTD")]
    [InlineData(4, 8, null)]
    [InlineData(2, 4, null)]
    [InlineData(4, 9, null)]
    public void Months_are_covered_by_the_period_that_statistics_know(int first, int last, string? canonical) =>
        Assert.Equal(canonical, Period.Covering(2023, first, last)?.ToString());

    [Theory]
    [InlineData("2023Q3", "2023Q3")]
    [InlineData("2023Q3YTD", "2023Q3")]
    [InlineData("2023M09", "2023Q3")]
    [InlineData("2023M08YTD", "2023M08")]
    [InlineData("2023M08", "2023M08")]
    [InlineData("2023Q4", "2023")]
    [InlineData("2023M12", "2023")]
    [InlineData("2023", "2023")]
    public void For_a_level_or_a_count_only_the_end_matters(string period, string key)
    {
        var given = Period.Parse(period);
        Assert.All([Measure.Stock, Measure.Count], measure => Assert.Equal(key, given.KeyFor(measure).ToString()));
        Assert.All([Measure.Flow, Measure.Growth, Measure.Share, Measure.YesNo], measure => Assert.Equal(period, given.KeyFor(measure).ToString()));
    }

    [Fact]
    public void Order_is_by_end_then_by_start()
    {
        string[] ordered = ["2022", "2022M12", "2023M01", "2023M02YTD", "2023M02", "2023Q1", "2023M03", "2023Q2YTD", "2023Q2", "2023M06", "2023", "2023Q4", "2023M12"];
        ordered = [.. ordered.Order(Comparer<string>.Create((a, b) => Period.Parse(a).CompareTo(Period.Parse(b))))];
        Assert.Equal(["2022", "2022M12", "2023M01", "2023M02YTD", "2023M02", "2023Q1", "2023M03", "2023Q2YTD", "2023Q2", "2023M06", "2023", "2023Q4", "2023M12"], ordered);
        Assert.True(Period.Parse("2023Q2") < Period.Parse("2023Q3YTD") && Period.Parse("2023Q3YTD") <= Period.Parse("2023Q3"));
        Assert.True(Period.Parse("2023Q3") > Period.Parse("2023Q3YTD") && Period.Parse("2023Q3") >= Period.Parse("2023Q3"));
    }

    [Fact]
    public void A_period_ends_on_the_last_day_of_its_last_month_in_its_quarter()
    {
        Assert.Equal(new DateOnly(2024, 2, 29), Period.Parse("2024M02YTD").LastDay);
        Assert.Equal(new DateOnly(2023, 12, 31), Period.Parse("2023").LastDay);
        Assert.Equal(new ReportingQuarter(2023, 3), Period.Parse("2023M08").EndQuarter);
        Assert.Equal(new ReportingQuarter(2023, 4), Period.Parse("2023").EndQuarter);
        Assert.Equal((true, false), (Period.Parse("2023M08YTD").StartsInJanuary, Period.Parse("2023M08").StartsInJanuary));
    }

    private static IEnumerable<int> Numbers(int last) => Enumerable.Range(1, last);

    private static IEnumerable<Period> All() =>
        from year in new[] { 2022, 2023 }
        from period in Numbers(12).SelectMany(month => new[] { Period.Month(year, month), Period.MonthYearToDate(year, month) })
            .Concat(Numbers(4).SelectMany(quarter => new[] { Period.Quarter(year, quarter), Period.QuarterYearToDate(year, quarter) }))
            .Append(Period.FullYear(year))
        select period;
}
