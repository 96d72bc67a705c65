using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Core.Tests.Progress;

/// <summary>What a final evaluation says: achieved or not, whatever the schedule was.</summary>
public class OutcomeTests
{
    private static readonly PlanYears Years = new(2021, 2025);

    [Theory]
    [InlineData(Measure.Stock, Basis.Level, "2023 12", "completed")]
    [InlineData(Measure.Stock, Basis.Level, "2021 2; 2025 9", "not-completed")]
    [InlineData(Measure.Stock, Basis.Level, "2021 2; 2024 9", "open")]
    [InlineData(Measure.Share, Basis.Hold, "2025 12", "completed")]
    [InlineData(Measure.Share, Basis.Hold, "2025 9", "not-completed")]
    [InlineData(Measure.Share, Basis.Hold, "2024 12", "open")]
    [InlineData(Measure.Share, Basis.Hold, "2025Q3 12", "open")]
    [InlineData(Measure.Flow, Basis.PerYear, "2021 10; 2022 10; 2023 10; 2024 10; 2025 10", "completed")]
    [InlineData(Measure.Flow, Basis.PerYear, "2021 10; 2022 9; 2023 10; 2024 10; 2025 10", "not-completed")]
    [InlineData(Measure.Flow, Basis.PerYear, "2021 10; 2023 10; 2024 10; 2025 10", "open")]
    [InlineData(Measure.Growth, Basis.PerYear, "2025 10", "completed")]
    [InlineData(Measure.Growth, Basis.PerYear, "2025 9", "not-completed")]
    [InlineData(Measure.Growth, Basis.PerYear, "2024 10", "open")]
    [InlineData(Measure.Growth, Basis.AverageGrowth, "2021 10; 2022 10; 2023 10; 2024 10; 2025 9", "not-completed")]
    [InlineData(Measure.Flow, Basis.Cumulative, "", "open")]
    public void Of_an_indicator(Measure measure, Basis basis, string series, string outcome)
    {
        var indicator = Judge.Indicator(measure, basis);
        Assert.Equal(outcome, Outcomes.Of(Judge.At("2025Q4", indicator, series), indicator, Years).Code());
    }

    [Fact]
    public void A_whole_project_goes_on()
    {
        var indicator = Judge.Indicator(Measure.Count, Basis.Cumulative) with { Scope = TargetScope.Whole };
        Assert.Equal(Outcome.Continuing, Outcomes.Of(Judge.At("2025Q4", indicator, "2025Q4 4"), indicator, Years));
    }

    [Fact]
    public void Milestone_that_is_overdue_is_not_completed_where_somebody_has_said_so()
    {
        var indicator = Judge.Indicator(Measure.YesNo, Basis.Milestone, Comparator.None);
        Assert.Equal(Outcome.NotCompleted, Outcomes.Of(Judge.At("2025Q4", indicator, "2024 0"), indicator, Years));
        Assert.Equal(Outcome.Open, Outcomes.Of(Judge.At("2025Q4", indicator, ""), indicator, Years));
        Assert.Equal(Outcome.Completed, Outcomes.Of(Judge.At("2025Q4", indicator, "2024 1"), indicator, Years));
    }
}
