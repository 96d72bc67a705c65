using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Core.Tests.Progress;

/// <summary>The rules of METHODOLOGY.md by their numbers.</summary>
public class StatusTests
{
    private static readonly Indicator Level = Judge.Indicator(Measure.Stock, Basis.Level, low: 100) with { BaselineValue = 0, BaselineYear = 2020 };
    private static readonly Indicator Growth = Judge.Indicator(Measure.Growth, Basis.AverageGrowth, low: 5);
    private static readonly Indicator Flow = Judge.Indicator(Measure.Flow, Basis.Cumulative, low: 100);
    private static readonly Indicator Count = Judge.Indicator(Measure.Count, Basis.Cumulative, low: 100);
    private static readonly Indicator Yearly = Judge.Indicator(Measure.Flow, Basis.PerYear, low: 10);
    private static readonly Indicator Milestone = Judge.Indicator(Measure.YesNo, Basis.Milestone, Comparator.None) with { TargetYear = 2022 };

    [Fact]
    public void Rule_1_target_pending_goes_before_everything()
    {
        Assert.Equal("target-pending", Judge.StatusAt("2022Q4", Milestone with { External = true }, "2021 1"));
        Assert.Equal("target-pending", Judge.StatusAt("2022Q4", Level with { External = true, Comparator = Comparator.None, TargetLow = null, TargetHigh = null }, ""));
    }

    [Theory]
    [InlineData("2022Q3", "", "due")]
    [InlineData("2022Q4", "", "overdue")]
    [InlineData("2022Q4", "2021 1", "done")]
    [InlineData("2022Q4", "2021 1; 2022 0", "overdue")]
    [InlineData("2024Q1", "2023Q4 1", "done")]
    [InlineData("2024Q1", "2023 1; 2024Q1 0", "done")]
    [InlineData("2024Q1", "2023 0; 2023Q4 1", "done")]
    [InlineData("2024Q1", "2023 1; 2023 0", "overdue")]
    [InlineData("2023Q3", "2023Q4 1", "overdue")]
    [InlineData("2022Q1", "2020 1", "due")]
    public void Rule_1_milestone(string quarter, string series, string status) => Assert.Equal(status, Judge.StatusAt(quarter, Milestone, series));

    [Fact]
    public void Rule_2_no_data_is_never_nought_per_cent()
    {
        var assessment = Judge.At("2021Q1", Count, "");

        Assert.Equal((AssessmentStatus.NoData, null, null), (assessment.Status, assessment.Value, assessment.Progress));
    }

    [Fact]
    public void Rule_2_without_a_target_a_value_is_recorded()
    {
        Assert.Equal("recorded", Judge.At("2022Q4", "T169", "2021 0.9; 2022Q3YTD 1.4").Status.Code());
        Assert.Equal("no-data", Judge.At("2022Q4", "T169", "").Status.Code());
    }

    [Fact]
    public void Rule_3_missing_year()
    {
        foreach (var indicator in new[] { Growth, Flow, Judge.Indicator(Measure.Growth, Basis.Change, low: 15) })
        {
            var assessment = Judge.At("2024Q2", indicator, "2021 1; 2022Q3YTD 1; 2024Q1 1");
            Assert.Equal((AssessmentStatus.Incomplete, null), (assessment.Status, assessment.Value));
            Assert.Equal([2022, 2023], assessment.MissingYears);
        }
    }

    [Fact]
    public void Rule_3_running_year_is_not_missing()
    {
        Assert.Equal("far-behind", Judge.StatusAt("2024Q2", Flow, "2021 1; 2022 1; 2023 1; 2024Q1 1"));
        Assert.Equal("far-behind", Judge.StatusAt("2024Q4", Flow, "2021 1; 2022Q3YTD 1"));
    }

    [Fact]
    public void Rule_3_part_of_an_earlier_year_is_missing_and_does_not_run()
    {
        var assessment = Judge.At("2023Q4", Flow, "2021 1; 2022Q3YTD 1; 2023 1");

        Assert.Equal([2022], assessment.MissingYears);
        Assert.Equal("2023", assessment.Evidence.Latest.ToString());
    }

    [Fact]
    public void Rule_3_first_year_of_a_level_flow_and_of_a_yearly_amount()
    {
        Assert.Equal([2021], Judge.At("2021Q4", Judge.Indicator(Measure.Flow, Basis.Level) with { BaselineValue = 1, BaselineYear = 2020 }, "2021Q3YTD 4").MissingYears);
        Assert.Equal([2021, 2022], Judge.At("2022Q4", Yearly with { Frequency = Frequency.Year }, "2022Q3YTD 4").MissingYears);
        Assert.Equal("far-behind", Judge.StatusAt("2021Q4", Yearly, "2021Q3YTD 4"));
    }

    [Fact]
    public void Rule_3_known_years_of_a_total_can_already_meet_the_target()
    {
        Assert.Equal("achieved", Judge.StatusAt("2023Q4", Flow, "2021 60; 2023 40"));
    }

    [Theory]
    [InlineData(Comparator.AtLeast, Direction.Up, 10, "held", 0)]
    [InlineData(Comparator.MoreThan, Direction.Up, 10, "breached", 0)]
    [InlineData(Comparator.AtMost, Direction.Down, 11, "breached", -1)]
    [InlineData(Comparator.LessThan, Direction.Down, 10, "breached", 0)]
    [InlineData(Comparator.Equal, Direction.Down, 9, "breached", -1)]
    [InlineData(Comparator.Equal, Direction.Down, 10, "held", 0)]
    [InlineData(Comparator.About, Direction.Hold, 9.5, "held", 0)]
    [InlineData(Comparator.About, Direction.Hold, 10.6, "breached", -0.1)]
    [InlineData(Comparator.About, Direction.Up, 12, "held", 2.5)]
    [InlineData(Comparator.About, Direction.Down, 10.5, "held", 0)]
    [InlineData(Comparator.About, Direction.Down, 3, "held", 7.5)]
    [InlineData(Comparator.Range, Direction.Up, 30, "held", 20)]
    [InlineData(Comparator.Range, Direction.Hold, 30, "breached", -10)]
    [InlineData(Comparator.Range, Direction.Hold, 13, "held", 3)]
    public void Rule_4_bound(Comparator comparator, Direction direction, double value, string status, double margin)
    {
        var indicator = Judge.Indicator(Measure.Stock, Basis.Hold, comparator, 10, comparator == Comparator.Range ? 20 : 10) with { Direction = direction };

        var assessment = Judge.At("2021Q4", indicator, FormattableString.Invariant($"2021 {value}"));

        Assert.Equal((status, (decimal)margin), (assessment.Status.Code(), assessment.Margin));
    }

    [Theory]
    [InlineData(Comparator.LessThan, "2021 -1; 2022 0", "behind")]
    [InlineData(Comparator.LessThan, "2021 1; 2022Q1 -0.1", "on-schedule")]
    [InlineData(Comparator.MoreThan, "2022 0.1", "on-schedule")]
    public void Rule_4_yearly_rate(Comparator comparator, string series, string status) =>
        Assert.Equal(status, Judge.StatusAt("2022Q4", Judge.Indicator(Measure.Growth, Basis.PerYear, comparator, 0), series));

    [Fact]
    public void Target_of_nought_is_a_bound()
    {
        Assert.Equal((Method.M2, AssessmentStatus.Held), MethodOf(Judge.Indicator(Measure.Count, Basis.Cumulative, Comparator.AtMost, 0), "2021 0"));
        Assert.Equal((Method.M2, AssessmentStatus.Breached), MethodOf(Judge.Indicator(Measure.Flow, Basis.Cumulative, Comparator.Equal, 0), "2021 1"));
        Assert.Equal((Method.M6g, AssessmentStatus.OnSchedule), MethodOf(Judge.Indicator(Measure.Growth, Basis.AverageGrowth, Comparator.AtLeast, 0), "2021 0"));
        Assert.Equal((Method.M6g, AssessmentStatus.Behind), MethodOf(Judge.Indicator(Measure.Flow, Basis.PerYear, Comparator.MoreThan, 0), "2021 0"));
        Assert.Equal((Method.M2, AssessmentStatus.Held), MethodOf(Judge.Indicator(Measure.Stock, Basis.Change, Comparator.AtLeast, 0) with { BaselineValue = 4, BaselineYear = 2020 }, "2021 4"));
        Assert.Equal((Method.M2, AssessmentStatus.NoBaseline), MethodOf(Judge.Indicator(Measure.Stock, Basis.Change, Comparator.AtLeast, 0), "2021 4"));

        static (Method, AssessmentStatus) MethodOf(Indicator indicator, string series)
        {
            var assessment = Judge.At("2021Q4", indicator, series);
            return (assessment.Method, assessment.Status);
        }
    }

    [Theory]
    [InlineData(Comparator.AtLeast, 100, "achieved")]
    [InlineData(Comparator.MoreThan, 100, "ahead")]
    [InlineData(Comparator.MoreThan, 100.1, "achieved")]
    [InlineData(Comparator.About, 95, "achieved")]
    [InlineData(Comparator.About, 94.9, "ahead")]
    [InlineData(Comparator.About, 300, "achieved")]
    public void Rule_5_achieved(Comparator comparator, double value, string status) =>
        Assert.Equal(status, Judge.StatusAt("2021Q2", Level with { Comparator = comparator }, FormattableString.Invariant($"2021Q1 {value}")));

    [Fact]
    public void Rule_5_needs_no_baseline_and_no_pace()
    {
        var assessment = Judge.At("2021Q2", Level with { BaselineValue = null, BaselineYear = null }, "2021Q1 100");

        Assert.Equal((AssessmentStatus.Achieved, null, true), (assessment.Status, assessment.NeededPace, assessment.IsBeforeHorizon));
        Assert.Equal("提前完成", assessment.Status.Chinese(assessment.IsBeforeHorizon));
    }

    [Fact]
    public void Rule_5_average_growth_is_decided_at_the_horizon_without_roots()
    {
        Assert.Equal("achieved", Judge.StatusAt("2025Q4", Growth, "2021 5; 2022 5; 2023 5; 2024 5; 2025 5"));
        Assert.Equal("missed", Judge.StatusAt("2025Q4", Growth with { Comparator = Comparator.MoreThan }, "2021 5; 2022 5; 2023 5; 2024 5; 2025 5"));
        Assert.Equal("missed", Judge.StatusAt("2025Q4", Growth, "2021 5; 2022 5; 2023 5; 2024 5; 2025 4.999999999"));
        Assert.Equal("ahead", Judge.StatusAt("2025Q3", Growth, "2021 9; 2022 9; 2023 9; 2024 9; 2025Q3YTD 9"));
    }

    [Theory]
    [InlineData("2025Q4", "2025 99", "missed")]
    [InlineData("2025Q4", "2025Q3 99", "on-schedule")]
    [InlineData("2025Q3", "2025Q3 60", "behind")]
    public void Rule_6_missed_needs_the_data_of_the_horizon(string quarter, string series, string status) =>
        Assert.Equal(status, Judge.StatusAt(quarter, Level, series));

    [Fact]
    public void Rule_6_missed_without_a_baseline_too()
    {
        Assert.Equal("missed", Judge.StatusAt("2025Q4", Level with { BaselineValue = null, BaselineYear = null }, "2025 99"));
        Assert.Equal("missed", Judge.StatusAt("2025Q4", Judge.Indicator(Measure.Stock, Basis.Change, low: 1), "2025 99"));
    }

    [Fact]
    public void Rule_6_spares_whole_projects_and_yearly_amounts()
    {
        Assert.Equal("behind", Judge.StatusAt("2025Q4", Count with { Scope = TargetScope.Whole }, "2025 70"));
        Assert.Equal("missed", Judge.StatusAt("2025Q4", Count, "2025 70"));
        Assert.Equal("behind", Judge.StatusAt("2025Q4", Yearly, "2025 7"));
    }

    [Fact]
    public void Rule_6_target_before_the_end_of_the_plan()
    {
        var early = Level with { TargetYear = 2022 };

        Assert.Equal("missed", Judge.StatusAt("2023Q1", early, "2022 60; 2023Q1 100"));
        Assert.Equal(0.5m, Judge.At("2021Q4", early, "2021 60").Schedule);
    }

    [Fact]
    public void Rule_7_change_without_a_baseline_has_no_value()
    {
        var assessment = Judge.At("2022Q4", Judge.Indicator(Measure.Stock, Basis.Change, low: 1), "2022 99");

        Assert.Equal((AssessmentStatus.NoBaseline, null, 0), (assessment.Status, assessment.Value, assessment.Age));
    }

    [Theory]
    [InlineData(Comparator.Equal, Direction.Up, 110, "behind")]
    [InlineData(Comparator.Range, Direction.Hold, 131, "behind")]
    [InlineData(Comparator.About, Direction.Hold, 106, "behind")]
    [InlineData(Comparator.Range, Direction.Hold, 110, "achieved")]
    [InlineData(Comparator.Equal, Direction.Up, 99, "ahead")]
    public void Rule_8_past_a_target_that_binds_on_both_sides(Comparator comparator, Direction direction, int value, string status)
    {
        var indicator = Level with { Comparator = comparator, Direction = direction, TargetHigh = comparator == Comparator.Range ? 120 : 100 };

        Assert.Equal(status, Judge.StatusAt("2022Q4", indicator, $"2022 {value}"));
    }

    [Fact]
    public void Rule_8_spares_a_yearly_amount_inside_its_range()
    {
        var range = Yearly with { Comparator = Comparator.Range, TargetHigh = 20, Direction = Direction.Hold };

        Assert.Equal("ahead", Judge.StatusAt("2021Q4", range, "2021 15"));
        Assert.Equal("behind", Judge.StatusAt("2021Q4", range, "2021 21"));
    }

    [Theory]
    [InlineData("42", "ahead")]
    [InlineData("41.99", "on-schedule")]
    [InlineData("38", "on-schedule")]
    [InlineData("37.99", "behind")]
    [InlineData("24", "behind")]
    [InlineData("23.99", "far-behind")]
    [InlineData("-5", "far-behind")]
    [InlineData("41.99999999999999", "ahead")]
    [InlineData("41.9999999999", "on-schedule")]
    public void Rule_9_ratio(string value, string status) => Assert.Equal(status, Judge.StatusAt("2022Q4", Level, $"2022 {value}"));

    [Fact]
    public void Rule_9_target_below_the_baseline()
    {
        var falling = Judge.Indicator(Measure.Share, Basis.Level, Comparator.AtMost, 10) with { Direction = Direction.Down, BaselineValue = 20, BaselineYear = 2020 };

        var assessment = Judge.At("2022Q4", falling, "2022 16");

        Assert.Equal((AssessmentStatus.OnSchedule, 1m, -2m), (assessment.Status, assessment.Ratio, assessment.NeededPace));
        Assert.Equal("far-behind", Judge.StatusAt("2022Q4", falling, "2022 21"));
    }

    [Fact]
    public void Rule_9_negative_and_zero_bases()
    {
        Assert.Equal(0.5m, Judge.At("2022Q4", Level with { BaselineValue = -100, TargetLow = 100, TargetHigh = 100 }, "2022 0").Progress);
        Assert.Equal(0.5m, Judge.At("2022Q4", Level with { BaselineValue = 20, Comparator = Comparator.Equal, TargetLow = 0, TargetHigh = 0, Direction = Direction.Down }, "2022 10").Progress);
    }

    [Fact]
    public void Total_loss_has_no_logarithm()
    {
        var assessment = Judge.At("2022Q4", Growth, "2021 -100; 2022 30");

        Assert.Equal((AssessmentStatus.FarBehind, -100, null), (assessment.Status, assessment.Value, assessment.Ratio));
        Assert.Equal("missed", Judge.StatusAt("2025Q4", Growth, "2021 5; 2022 5; 2023 -150; 2024 -150; 2025 5"));
    }

    [Fact]
    public void First_quarter_of_the_plan()
    {
        var assessment = Judge.At("2021Q1", Flow, "2021Q1 5");

        Assert.Equal((0.05m, 0.05m, 1m), (assessment.Progress, assessment.Schedule, assessment.Ratio));
        Assert.Null(assessment.Change);
    }

    [Fact]
    public void Yearly_reductions_are_chained()
    {
        var reduction = Judge.Indicator(Measure.Growth, Basis.Change, low: 15);

        Assert.Equal(100 * (1 - 0.97m * 0.96m), Judge.At("2022Q4", reduction, "2021 3; 2022 4").Value);
        Assert.Equal(100, Judge.At("2022Q4", reduction, "2021 130; 2022 4").Value);
        Assert.Equal(100 * (1 - Math.Pow(0.97, 1.5)), (double)Judge.At("2022Q2", reduction, "2021 3; 2022Q2YTD 3").Value!, 10);
        Assert.Equal("achieved", Judge.StatusAt("2022Q4", reduction, "2021 10; 2022 10"));
        Assert.Equal(0.3m, Judge.At("2022Q2", reduction, "2021 3; 2022Q2YTD 3").Schedule);
    }

    [Fact]
    public void Only_a_binding_indicator_turns_red()
    {
        Assert.True(Judge.At("2022Q4", Level with { Attribute = IndicatorAttribute.Binding }, "2022 1").IsRed);
        Assert.False(Judge.At("2022Q4", Level with { Attribute = IndicatorAttribute.Expected }, "2022 1").IsRed);
        Assert.False(Judge.At("2022Q4", Level with { Attribute = IndicatorAttribute.Binding }, "2022 40").IsRed);
    }

    [Fact]
    public void Change_is_told_against_the_quarter_before()
    {
        var change = Judge.At("2022Q4", Level, "2022Q3 35; 2022Q4 30").Change!;

        Assert.Equal((AssessmentStatus.OnSchedule, 1m, -0.25m), (change.PreviousStatus, change.PreviousRatio, change.Ratio));
    }

    [Fact]
    public void Quarter_outside_the_plan_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Judge.At("2020Q4", Level, ""));
        Assert.Throws<ArgumentOutOfRangeException>(() => Judge.At("2026Q1", Level, ""));
    }

    [Fact]
    public void Settings_move_the_thresholds()
    {
        var terms = new AssessmentTerms { Settings = new ProgressSettings { AheadRatio = 1.2m, OnScheduleRatio = 1.1m, StaleQuarterly = 0 } };

        var assessment = Judge.At("2022Q4", Level, "2022Q3 36", terms);

        Assert.Equal((AssessmentStatus.Behind, true), (assessment.Status, assessment.Stale));
    }
}
