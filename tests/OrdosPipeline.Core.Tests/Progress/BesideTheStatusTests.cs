using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Core.Tests.Progress;

/// <summary>Needed pace, projection and second opinion.</summary>
public class BesideTheStatusTests
{
    private static readonly Indicator Level = Judge.Indicator(Measure.Stock, Basis.Level, low: 100) with { BaselineValue = 50, BaselineYear = 2020 };

    [Fact]
    public void Pace_is_absent_when_no_time_is_left()
    {
        Assert.Equal(20, Judge.At("2024Q4", Level, "2024 80").NeededPace);
        Assert.Equal(10, Judge.At("2024Q4", Level, "2023 80").NeededPace);
        Assert.Null(Judge.At("2025Q4", Level, "2024 80").NeededPace);
        Assert.Null(Judge.At("2024Q4", Level, "2024 100").NeededPace);
        Assert.Null(Judge.At("2024Q4", Level with { Basis = Basis.Hold }, "2024 80").NeededPace);
    }

    [Fact]
    public void Pace_without_a_baseline()
    {
        Assert.Equal(20, Judge.At("2024Q4", Level with { BaselineValue = null, BaselineYear = null }, "2024 80").NeededPace);
    }

    [Fact]
    public void Straight_line_is_projected_without_a_range()
    {
        var projection = Judge.At("2022Q4", Level, "2021 55; 2022 60").Projection!;

        Assert.Equal(new Projection(75, 75, 75, ProjectionMethod.LeastSquares, 3), projection);
    }

    [Fact]
    public void Projection_has_the_prediction_range_of_least_squares()
    {
        // Points (0,50) (1,55) (2,62) (3,64): slope 4.9, intercept 50.4, residual variance 2.35, Student t 4.3027 with 2 degrees of freedom.
        var projection = Judge.At("2023Q4", Level, "2021 55; 2022 62; 2023 64").Projection!;

        Assert.Equal((74.9m, 4), (projection.Value, projection.Points));
        Assert.Equal(74.9 + 4.302653 * Math.Sqrt(2.35 * (1 + 0.25 + 3.5 * 3.5 / 5)), (double)projection.High, 4);
        Assert.Equal(projection.Value - projection.Low, projection.High - projection.Value);
    }

    [Fact]
    public void Projection_needs_three_points_and_time_to_come()
    {
        Assert.Null(Judge.At("2021Q4", Level, "2021 55").Projection);
        Assert.Null(Judge.At("2025Q4", Level, "2021 55; 2023 60; 2025 70").Projection);
        Assert.NotNull(Judge.At("2025Q4", Level, "2021 55; 2023 60; 2024 70").Projection);
    }

    [Fact]
    public void Running_total_is_projected_from_nothing()
    {
        Assert.Equal(50, Judge.At("2022Q4", Judge.Indicator(Measure.Flow, Basis.Cumulative, low: 100), "2021 10; 2022 10").Projection!.Value);
    }

    [Fact]
    public void Average_growth_is_continued()
    {
        var projection = Judge.At("2023Q4", "H01", "2021 7; 2022 5; 2023 6").Projection!;

        Assert.Equal(ProjectionMethod.AverageContinued, projection.Method);
        Assert.Equal((double)Judge.At("2023Q4", "H01", "2021 7; 2022 5; 2023 6").Value!, (double)projection.Value, 10);
        Assert.True(projection.Low < projection.Value && projection.Value < projection.High);
    }

    [Theory]
    [InlineData(1, 12.706205)]
    [InlineData(2, 4.302653)]
    [InlineData(3, 3.182446)]
    [InlineData(4, 2.776445)]
    [InlineData(10, 2.228139)]
    [InlineData(17, 2.109816)]
    [InlineData(60, 2.000298)]
    public void Student_t(int freedom, double expected) => Assert.Equal(expected, StudentT.TwoSided95(freedom), 6);

    [Theory]
    [InlineData(75, "target-achieved", 5)]
    [InlineData(60, "substantial", 5)]
    [InlineData(57.4349, "substantial", 2.857)]
    [InlineData(55, "moderate", 0.572)]
    [InlineData(52, "limited", -1.350)]
    [InlineData(49, "deterioration", -3.083)]
    public void Second_opinion_is_that_of_open_sdg(double value, string band, double score)
    {
        var opinion = Judge.At("2022Q4", Level with { TargetLow = 70.711m, TargetHigh = 70.711m }, FormattableString.Invariant($"2022 {value}")).SecondOpinion!;

        Assert.Equal(band, opinion.Band.Code());
        Assert.Equal(score, (double)opinion.Score, 2);
    }

    [Fact]
    public void Second_opinion_needs_positive_numbers_and_a_way_to_go()
    {
        Assert.Null(Judge.At("2022Q4", Level, "2022 -1").SecondOpinion);
        Assert.Null(Judge.At("2022Q4", Level with { BaselineValue = 0 }, "2022 60").SecondOpinion);
        Assert.Null(Judge.At("2022Q4", Level with { BaselineValue = 100 }, "2022 60").SecondOpinion);
    }

    [Fact]
    public void Second_opinion_of_a_falling_target()
    {
        var falling = Level with { Comparator = Comparator.AtMost, Direction = Direction.Down, TargetLow = 25, TargetHigh = 25 };

        Assert.True(Judge.At("2022Q4", falling, "2022 40").SecondOpinion!.Ratio > 0);
        Assert.True(Judge.At("2022Q4", falling, "2022 60").SecondOpinion!.Ratio < 0);
    }

    /// <summary>The values published with the method: docs/progress-methodology.md of open-sdg/open-sdg, score by ratio.</summary>
    [Theory]
    [InlineData(1.30, 5)]
    [InlineData(0.95, 2.5)]
    [InlineData(0.60, 0)]
    [InlineData(0, -2.5)]
    [InlineData(-0.60, -5)]
    public void Published_scores_of_open_sdg_come_out(double ratio, double score)
    {
        // 10 % a year are required; a ratio of R then is an observed growth of R times 10 % in the first year.
        var growing = Level with { BaselineValue = 100, TargetLow = 161.051m, TargetHigh = 161.051m };
        var opinion = Judge.At("2021Q4", growing, FormattableString.Invariant($"2021 {100 + 10 * ratio}")).SecondOpinion!;

        Assert.Equal(ratio, (double)opinion.Ratio, 6);
        Assert.Equal(score, (double)opinion.Score, 2);
    }

    /// <summary>The bands of Open SDG and Eurostat with a target: 95, 60 and 0 per cent of the growth required.</summary>
    [Theory]
    [InlineData(0.95, "substantial")]
    [InlineData(0.9499, "moderate")]
    [InlineData(0.60, "moderate")]
    [InlineData(0.5999, "limited")]
    [InlineData(0, "limited")]
    [InlineData(-0.0001, "deterioration")]
    public void Published_bands_begin_where_they_should(double ratio, string band)
    {
        var growing = Level with { BaselineValue = 100, TargetLow = 161.051m, TargetHigh = 161.051m };

        Assert.Equal(band, Judge.At("2021Q4", growing, FormattableString.Invariant($"2021 {100 + 10 * ratio}")).SecondOpinion!.Band.Code());
    }

    [Fact]
    public void Published_target_reached_is_the_full_score_whatever_the_trend()
    {
        var opinion = Judge.At("2024Q4", Level with { TargetLow = 60, TargetHigh = 60 }, "2023 70; 2024 60").SecondOpinion!;

        Assert.Equal((SecondOpinionBand.TargetAchieved, 5m), (opinion.Band, opinion.Score));
    }
}
