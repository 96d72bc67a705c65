using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;

namespace OrdosPipeline.Core.Tests.Reporting;

public class SummaryKindTests
{
    [Theory]
    [InlineData(2021, 2025, "2021Q4", "annual")]
    [InlineData(2021, 2025, "2023Q1", "quarterly")]
    [InlineData(2021, 2025, "2023Q2", "mid-term")]
    [InlineData(2021, 2025, "2025Q4", "final")]
    [InlineData(2026, 2030, "2028Q2", "mid-term")]
    [InlineData(2026, 2030, "2030Q4", "final")]
    [InlineData(2026, 2029, "2027Q4", "mid-term")]
    public void Kind_follows_from_the_years_of_the_plan(int first, int last, string quarter, string kind) =>
        Assert.Equal(kind, SummaryKinds.Of(new PlanYears(first, last), ReportingQuarter.Parse(quarter)).Code());

    [Fact]
    public void Only_the_final_evaluation_has_outcomes_and_they_count_everything()
    {
        var final = SampleSummary.Of("2025Q4");
        Assert.All(final.Scoreboards, scoreboard => Assert.Equal(scoreboard.Total, scoreboard.Outcomes.Sum(counted => counted.Count)));
        Assert.All(SampleSummary.Of("2023Q2").Scoreboards, scoreboard => Assert.Empty(scoreboard.Outcomes));
    }

    [Fact]
    public void Standings_count_everything_and_their_shares_are_of_all_and_of_the_judged()
    {
        var headline = SampleSummary.Of("2023Q4").Scoreboards.Single(scoreboard => scoreboard.Group == "headline");
        Assert.Equal(25, headline.Standings.Sum(counted => counted.Count));
        Assert.Equal(1m, headline.Standings.Sum(counted => counted.Share!.Value), 12);
        Assert.Equal(1m, headline.Standings.Sum(counted => counted.ShareOfJudged ?? 0), 12);
        Assert.Equal(
            [(Standing.Achieved, 0), (Standing.Ahead, 3), (Standing.OnSchedule, 1), (Standing.Behind, 0), (Standing.Open, 21)],
            headline.Standings.Select(counted => (counted.Standing, counted.Count)));
    }

    [Fact]
    public void Tensions_show_where_one_of_their_indicators_has_a_value()
    {
        var shown = SampleSummary.Of("2023Q4").Tensions.ToList();
        Assert.Contains(shown, tension => tension.Indicators.SequenceEqual(["H01", "T001"]));
        Assert.DoesNotContain(shown, tension => tension.Indicators.SequenceEqual(["T134", "T147"]));
    }
}
