using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Core.Tests.Progress;

/// <summary>Which values count.</summary>
public class SeriesTests
{
    private static readonly Indicator Total = Judge.Indicator(Measure.Flow, Basis.Cumulative, low: 1000);

    [Theory]
    [InlineData("2023 1; 2023Q4 2; 2023M12 3", "2023", 1)]
    [InlineData("2023M12 3; 2023Q4 2", "2023Q4", 2)]
    [InlineData("2023Q3 1; 2023M09 5", "2023Q3", 1)]
    [InlineData("2023Q3 1; 2023Q3YTD 5", "2023Q3", 5)]
    [InlineData("2023Q3YTD 5; 2023Q3 1", "2023Q3", 1)]
    [InlineData("2023M08YTD 5", "2023M08", 5)]
    [InlineData("2023 1; 2023Q4YTD 2", "2023", 2)]
    [InlineData("2023Q3 1; 2024M01 7", "2024M01", 7)]
    public void Level_is_the_latest_value_the_year_before_the_quarter_before_the_month(string series, string period, int value)
    {
        foreach (var measure in new[] { Measure.Stock, Measure.Count })
        {
            var assessment = Judge.At("2024Q2", Judge.Indicator(measure, Basis.Hold), series);
            Assert.Equal((period, value), (assessment.ValuePeriod.ToString(), assessment.Value));
        }
    }

    [Theory]
    [InlineData("2023Q3YTD 5; 2023Q3 1", "2023Q3YTD", 5)]
    [InlineData("2023Q3 1; 2023M09 7", "2023Q3", 1)]
    [InlineData("2023M08 1; 2023M08YTD 7", "2023M08YTD", 7)]
    [InlineData("2023Q4 1; 2023 7", "2023", 7)]
    public void Share_puts_year_to_date_between_year_and_quarter(string series, string period, int value)
    {
        var assessment = Judge.At("2024Q2", Judge.Indicator(Measure.Share, Basis.Hold), series);

        Assert.Equal((period, value), (assessment.ValuePeriod.ToString(), assessment.Value));
    }

    [Theory]
    [InlineData("2021Q1 1", 1, "2021Q1")]
    [InlineData("2021Q1 1; 2021Q2 2", 3, "2021Q2YTD")]
    [InlineData("2021Q2YTD 5; 2021Q3 2", 7, "2021Q3YTD")]
    [InlineData("2021Q2YTD 5; 2021M07 2; 2021M08 2; 2021M10 9", 9, "2021M08YTD")]
    [InlineData("2021M01 1; 2021M02 1; 2021M04 9", 2, "2021M02YTD")]
    [InlineData("2021Q1 1; 2021M04 2; 2021M05 3", 6, "2021M05YTD")]
    [InlineData("2021Q1 1; 2021Q2 2; 2021Q3 4; 2021M08YTD 50", 7, "2021Q3YTD")]
    [InlineData("2021Q1 1; 2021Q2 2; 2021Q2YTD 5", 5, "2021Q2YTD")]
    [InlineData("2021Q1 1; 2021Q2 2; 2021M04 9; 2021M05 9; 2021M06 9", 3, "2021Q2YTD")]
    [InlineData("2021Q1 1; 2021Q2 2; 2021Q3 3; 2021Q4 4", 10, "2021")]
    [InlineData("2021Q3YTD 7; 2021M10 1; 2021M11 1; 2021M12 1", 10, "2021")]
    [InlineData("2021 8; 2021Q1 1; 2021Q2 2; 2021Q3 3; 2021Q4 4", 8, "2021")]
    public void Flow_adds_up_from_january_as_far_as_it_goes_without_a_gap(string series, int total, string period)
    {
        var assessment = Judge.At("2021Q4", Total, series);

        Assert.Equal((total, period), (assessment.Value, assessment.ValuePeriod.ToString()));
    }

    [Fact]
    public void Quarter_that_january_does_not_reach_is_no_usable_value()
    {
        Assert.Equal("no-data", Judge.StatusAt("2021Q4", Total, "2021Q2 5; 2021M08 1"));
        var assessment = Judge.At("2023Q4", Total, "2021 1; 2022 1; 2023Q3 5");
        Assert.Equal((2, "2022"), (assessment.Value, assessment.ValuePeriod.ToString()));
    }

    [Theory]
    [InlineData("2021 5; 2022Q3 9; 2022M11 9", "2021")]
    [InlineData("2021 5; 2022Q1 9; 2022Q3 1", "2022Q1")]
    [InlineData("2021 5; 2022M02YTD 9; 2022Q1 1", "2022Q1")]
    [InlineData("2021 5; 2022Q2YTD 9; 2022M08YTD 1", "2022M08YTD")]
    public void Growth_uses_years_and_the_latest_rate_from_january(string series, string period)
    {
        Assert.Equal(period, Judge.At("2022Q4", Judge.Indicator(Measure.Growth, Basis.AverageGrowth), series).ValuePeriod.ToString());
    }

    [Fact]
    public void Later_row_with_the_same_key_counts()
    {
        Assert.Equal(4, Judge.At("2023Q4", Judge.Indicator(Measure.Stock, Basis.Hold), "2023Q3 3; 2023Q2 9; 2023Q3 4").Value);
        Assert.Equal(4, Judge.At("2021Q1", Total, "2021M03YTD 3; 2021Q1 4").Value);
    }

    [Fact]
    public void Values_after_the_quarter_and_after_the_horizon_do_not_count()
    {
        Assert.Equal(1, Judge.At("2022Q1", Judge.Indicator(Measure.Stock, Basis.Hold), "2021 1; 2022Q2 2").Value);
        Assert.Equal(1, Judge.At("2024Q1", Judge.Indicator(Measure.Stock, Basis.Hold) with { TargetYear = 2022 }, "2022 1; 2023Q1 2").Value);
    }

    [Theory]
    [InlineData(Frequency.Quarter, "2022Q4", "2022Q2 1", 2, false)]
    [InlineData(Frequency.Quarter, "2022Q4", "2022Q1 1", 3, true)]
    [InlineData(Frequency.Year, "2023Q1", "2021 1", 5, false)]
    [InlineData(Frequency.Year, "2023Q2", "2021 1", 6, true)]
    public void Data_older_than_the_setting_are_stale(Frequency frequency, string quarter, string series, int age, bool stale)
    {
        var assessment = Judge.At(quarter, Judge.Indicator(Measure.Stock, Basis.Hold) with { Frequency = frequency }, series);

        Assert.Equal((age, stale), (assessment.Age, assessment.Stale));
    }

    [Fact]
    public void Age_in_months_is_a_fraction_of_a_quarter()
    {
        Assert.Equal(1m / 3, Judge.At("2021Q3", Judge.Indicator(Measure.Stock, Basis.Hold), "2021M08 1").Age);
    }

    [Fact]
    public void Level_flow_ages_from_the_latest_amount_received()
    {
        var level = Judge.Indicator(Measure.Flow, Basis.Level) with { BaselineValue = 5, BaselineYear = 2020 };

        Assert.Equal((1m, false), (Judge.At("2022Q4", level, "2021 6; 2022Q3YTD 4").Age, Judge.At("2022Q4", level, "2021 6; 2022Q3YTD 4").Stale));
        Assert.Equal((4m, true), (Judge.At("2022Q4", level, "2021 6").Age, Judge.At("2022Q4", level, "2021 6").Stale));
    }

    [Fact]
    public void Without_a_value_there_is_no_age_and_nothing_is_stale()
    {
        var assessment = Judge.At("2025Q4", Judge.Indicator(Measure.Stock, Basis.Hold), "2020 1");

        Assert.Equal((AssessmentStatus.NoData, null, false), (assessment.Status, assessment.Age, assessment.Stale));
    }

    [Fact]
    public void Done_is_never_stale()
    {
        var milestone = Judge.Indicator(Measure.YesNo, Basis.Milestone, Comparator.None);

        Assert.False(Judge.At("2025Q4", milestone, "2021Q1 1").Stale);
        Assert.True(Judge.At("2025Q4", milestone, "2021Q1 0").Stale);
    }

    [Fact]
    public void Evidence_leads_to_the_observations_of_the_value()
    {
        var evidence = Judge.At("2022Q4", Total, "2021Q1 1; 2021Q2 2; 2021Q3 3; 2021Q4 4; 2022Q1 5; 2022Q4 9").Evidence;

        Assert.Equal((2, "2022Q1"), (evidence.Points, evidence.Latest.ToString()));
        Assert.Equal(["2021Q1", "2021Q2", "2021Q3", "2021", "2022Q1"], evidence.Used.Select(p => p.Period == Period.Quarter(2021, 4) ? "2021" : p.Period.ToString()));
    }
}
