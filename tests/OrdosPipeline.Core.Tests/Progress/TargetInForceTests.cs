using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Core.Tests.Progress;

public class TargetInForceTests
{
    private static readonly Indicator Level = Judge.Indicator(Measure.Share, Basis.Level, low: 100) with { BaselineValue = 0, BaselineYear = 2020 };

    [Fact]
    public void Adjustment_counts_from_its_quarter_on_over_the_whole_horizon()
    {
        var terms = Judge.Terms(Judge.Target("2023Q1", Basis.Level, Comparator.AtLeast, 50), Judge.Target("2024Q1", Basis.Level, Comparator.AtLeast, 200));

        Assert.Equal((100, TargetSource.Plan, 0.3m), Facts(Judge.At("2022Q4", Level, "2022 30", terms)));
        Assert.Equal((50, TargetSource.Adjusted, 0.6m), Facts(Judge.At("2023Q1", Level, "2022 30", terms)));
        Assert.Equal((200, TargetSource.Adjusted, 0.15m), Facts(Judge.At("2024Q1", Level, "2022 30", terms)));

        static (decimal?, TargetSource?, decimal?) Facts(Assessment assessment) => (assessment.Target, assessment.TargetSource, assessment.Progress);
    }

    [Fact]
    public void Assigned_target_ends_the_waiting()
    {
        var terms = Judge.Terms(Judge.Target("2022Q1", Basis.AverageGrowth, Comparator.AtLeast, 3, source: TargetSource.Assigned));

        Assert.Equal("target-pending", Judge.At("2021Q4", "H15", "2021 3.5", terms).Status.Code());
        var assessment = Judge.At("2022Q1", "H15", "2021 3", terms);
        Assert.Equal((Method.M3, AssessmentStatus.OnSchedule, TargetSource.Assigned), (assessment.Method, assessment.Status, assessment.TargetSource));
        Assert.Equal(1m, Math.Round(assessment.Ratio!.Value, 12));
    }

    [Fact]
    public void Assigned_milestone_is_judged_as_one()
    {
        var terms = Judge.Terms(Judge.Target("2022Q1", Basis.Milestone, Comparator.None, null, source: TargetSource.Assigned));

        Assert.Equal("done", Judge.At("2022Q1", "T085", "2021 1", terms).Status.Code());
    }

    [Fact]
    public void Past_years_of_a_yearly_amount_keep_their_target()
    {
        var yearly = Judge.Indicator(Measure.Flow, Basis.PerYear, low: 10);
        var terms = Judge.Terms(Judge.Target("2023Q1", Basis.PerYear, Comparator.AtLeast, 20));

        var past = Judge.At("2023Q1", yearly, "2021 9; 2022 12", terms);
        var running = Judge.At("2023Q1", yearly, "2021 9; 2022 12; 2023Q1 5", terms);

        Assert.Equal((1.2m, 10, TargetSource.Plan, 1), (past.Ratio, past.Target, past.TargetSource, past.YearsMet));
        Assert.Equal((1m, 20, TargetSource.Adjusted, 1), (running.Ratio, running.Target, running.TargetSource, running.YearsMet));
    }

    [Fact]
    public void Target_within_its_year_counts_for_that_year_only_once_it_is_in_force()
    {
        var yearly = Judge.Indicator(Measure.Flow, Basis.PerYear, low: 10);
        var terms = Judge.Terms(Judge.Target("2022Q3", Basis.PerYear, Comparator.AtLeast, 20));

        Assert.Equal(10, Judge.At("2022Q2", yearly, "2022Q2YTD 12", terms).Target);
        Assert.Equal(20, Judge.At("2022Q3", yearly, "2022Q2YTD 12", terms).Target);
        Assert.Equal(20, Judge.At("2023Q4", yearly, "2022 12", terms).Target);
    }

    [Fact]
    public void Target_that_does_not_fit_is_named_and_never_judged_by()
    {
        var wrong = Judge.Target("2022Q1", Basis.AverageGrowth, Comparator.AtLeast, 3);

        Assert.NotEmpty(wrong.ProblemsFor(Level));
        Assert.Equal(100, Judge.At("2022Q4", Level, "2022 30", Judge.Terms(wrong)).Target);
    }

    [Theory]
    [InlineData(Measure.Growth, Basis.AverageGrowth, Comparator.AtLeast, -3, Direction.Up)]
    [InlineData(Measure.Growth, Basis.AverageGrowth, Comparator.AtMost, 3, Direction.Down)]
    [InlineData(Measure.Flow, Basis.Cumulative, Comparator.AtMost, 3, Direction.Up)]
    [InlineData(Measure.Count, Basis.Cumulative, Comparator.AtLeast, 3, Direction.Down)]
    [InlineData(Measure.Flow, Basis.PerYear, Comparator.LessThan, 3, Direction.Up)]
    public void Average_growth_totals_and_yearly_amounts_need_a_target_to_go_up_to(Measure measure, Basis basis, Comparator comparator, int target, Direction direction)
    {
        Assert.Contains("go up", Assert.Single(TargetRules.Problems(Judge.Indicator(measure, basis, comparator, target) with { Direction = direction })), StringComparison.Ordinal);
    }

    [Fact]
    public void Target_of_nought_may_be_a_ceiling()
    {
        Assert.Empty(TargetRules.Problems(Judge.Indicator(Measure.Count, Basis.Cumulative, Comparator.AtMost, 0) with { Direction = Direction.Down }));
    }
}
