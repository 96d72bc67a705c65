using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Plan;

public sealed class DueReturnsTests
{
    private static readonly Indicator Any = TestPlan.Ordos14().Indicators[0];

    [Theory]
    [InlineData(Measure.Flow, "2023Q1", "2023Q1", "2023年1—3月")]
    [InlineData(Measure.Flow, "2023Q3", "2023Q3YTD", "2023年1—9月")]
    [InlineData(Measure.Growth, "2023Q2", "2023Q2YTD", "2023年1—6月")]
    [InlineData(Measure.Share, "2023Q4", "2023", "2023年")]
    [InlineData(Measure.Stock, "2023Q3", "2023Q3", "2023年9月末")]
    [InlineData(Measure.Count, "2023Q4", "2023", "2023年末")]
    [InlineData(Measure.YesNo, "2023Q3", "2023Q3YTD", "2023年1—9月")]
    public void Flows_and_rates_run_from_January_and_levels_are_of_the_end(Measure measure, string quarter, string period, string words)
    {
        var indicator = Any with { Measure = measure };
        var due = indicator.PeriodDue(ReportingQuarter.Parse(quarter));

        Assert.Equal(period, due.ToString());
        Assert.Equal(words, due.Chinese(measure.IsInstant()));
    }

    [Fact]
    public void What_is_written_for_a_period_is_read_back_as_that_period()
    {
        foreach (var measure in Enum.GetValues<Measure>())
        {
            for (var quarter = new ReportingQuarter(2021, 1); quarter.Year < 2026; quarter = quarter.Next)
            {
                var due = (Any with { Measure = measure }).PeriodDue(quarter);
                var read = PeriodText.Read(due.Chinese(measure.IsInstant()));

                Assert.True(read.IsRead);
                Assert.Equal(due, read.Period.KeyFor(measure));
            }
        }
    }

    [Fact]
    public void A_yearly_indicator_is_due_in_the_fourth_quarter_and_one_with_another_series_never()
    {
        Assert.False((Any with { Frequency = Frequency.Year }).IsDue(new(2023, 3)));
        Assert.True((Any with { Frequency = Frequency.Year }).IsDue(new(2023, 4)));
        Assert.True((Any with { Frequency = Frequency.Quarter }).IsDue(new(2023, 3)));
        Assert.False((Any with { Frequency = Frequency.Quarter, Series = "H02" }).IsDue(new(2023, 4)));
    }

    [Theory]
    [InlineData("2023-10-01T00:00+08:00", "2023Q3")]
    [InlineData("2023-09-30T23:59+08:00", "2023Q2")]
    [InlineData("2023-12-31T15:59Z", "2023Q3")]
    [InlineData("2023-12-31T16:00Z", "2023Q4")]
    public void The_open_quarter_is_the_last_that_has_ended_in_China(string now, string quarter) =>
        Assert.Equal(quarter, CompletenessSettings.OpenQuarter(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)).ToString());
}
