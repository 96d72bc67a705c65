using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Core.Tests.Progress;

public class BaselineTests
{
    private static readonly Indicator Level = Judge.Indicator(Measure.Stock, Basis.Level, low: 100);

    [Fact]
    public void Catalogue_goes_before_administrator_before_first_observation()
    {
        var terms = new AssessmentTerms { Baseline = new LoadedBaseline(Period.FullYear(2020), 40) };

        var catalogue = Judge.At("2022Q4", Level with { BaselineValue = 50, BaselineYear = 2020 }, "2021 60; 2022 80", terms);
        var loaded = Judge.At("2022Q4", Level, "2021 60; 2022 80", terms);
        var observed = Judge.At("2022Q4", Level, "2021 60; 2022 80");

        Assert.Equal((50, BaselineSource.Catalogue), (catalogue.Baseline, catalogue.BaselineSource));
        Assert.Equal((40, BaselineSource.Administrator), (loaded.Baseline, loaded.BaselineSource));
        Assert.Equal((60, BaselineSource.FirstObservation), (observed.Baseline, observed.BaselineSource));
        Assert.Equal((0.5m, 0.25m), (observed.Progress, observed.Schedule));
    }

    [Fact]
    public void Baseline_of_2019_lies_a_year_before_the_plan()
    {
        var assessment = Judge.At("2023Q4", Level with { BaselineValue = 40, BaselineYear = 2019 }, "2023 80");

        Assert.Equal((4m / 6).ToString("0.######", null), assessment.Schedule!.Value.ToString("0.######", null));
        Assert.Equal(-1, assessment.BaselineAt);
    }

    [Fact]
    public void Last_observation_before_the_plan_is_the_baseline()
    {
        Assert.Equal(45, Judge.At("2022Q4", Level, "2019 40; 2020Q4 45; 2021 60; 2022 80").Baseline);
        Assert.Equal((45, -0.25m), (Judge.At("2022Q4", Level, "2019 40; 2020Q3 45; 2022 80").Baseline, Judge.At("2022Q4", Level, "2019 40; 2020Q3 45; 2022 80").BaselineAt));
    }

    [Fact]
    public void Baseline_that_is_not_before_the_value_is_none()
    {
        Assert.Equal("no-baseline", Judge.StatusAt("2022Q4", Level, "2022 80"));
        Assert.Equal("no-baseline", Judge.StatusAt("2022Q4", Level with { BaselineValue = 40, BaselineYear = 2022 }, "2021 60; 2022 80"));
    }

    [Fact]
    public void First_complete_year_is_the_baseline_of_a_level_flow()
    {
        var flow = Judge.Indicator(Measure.Flow, Basis.Level, low: 100);

        var assessment = Judge.At("2023Q4", flow, "2021Q1 5; 2022Q2YTD 30; 2022Q3 10; 2022Q4 10; 2023 75");

        Assert.Equal((50, 2, 75), (assessment.Baseline, assessment.BaselineAt, assessment.Value));
        Assert.Equal("no-baseline", Judge.StatusAt("2023Q2", flow, "2022 50; 2023Q1 30"));
    }

    [Fact]
    public void Count_starts_from_nothing()
    {
        var assessment = Judge.At("2022Q4", Judge.Indicator(Measure.Count, Basis.Level, low: 100), "2022 30");

        Assert.Equal((0, BaselineSource.PlanStart, 0.3m, 0.4m), (assessment.Baseline, assessment.BaselineSource, assessment.Progress, assessment.Schedule));
    }

    [Fact]
    public void Growth_rate_in_the_catalogue_is_information_only()
    {
        Assert.Null(Judge.At("2022Q4", "H01", "2021 5").Baseline);
    }

    [Fact]
    public void Region_does_not_start_from_the_baseline_of_the_city()
    {
        var terms = Judge.Terms(Judge.Target("2021Q1", Basis.Level, Comparator.AtLeast, 100)) with { Region = "150602" };
        var assessment = Judge.At("2022Q4", Level with { BaselineValue = 50, BaselineYear = 2020 }, "2021 60; 2022 80", terms);

        Assert.Equal((60, "150602"), (assessment.Baseline, assessment.Region));
    }

    [Theory]
    [InlineData(Comparator.AtLeast, Direction.Up, 100, 100)]
    [InlineData(Comparator.AtLeast, Direction.Up, 120, 100)]
    [InlineData(Comparator.AtMost, Direction.Down, 90, 100)]
    [InlineData(Comparator.MoreThan, Direction.Up, 100, 100)]
    [InlineData(Comparator.Equal, Direction.Hold, 100, 100)]
    [InlineData(Comparator.Range, Direction.Hold, 105, 110)]
    [InlineData(Comparator.Range, Direction.Up, 150, 110)]
    public void Level_that_starts_at_its_target_has_to_hold_it(Comparator comparator, Direction direction, int baseline, int high)
    {
        var indicator = Judge.Indicator(Measure.Stock, Basis.Level, comparator, 100, high) with { Direction = direction, BaselineValue = baseline, BaselineYear = 2020 };

        var assessment = Judge.At("2022Q4", indicator, "2022 80");

        Assert.Equal(Method.M2, assessment.Method);
        Assert.Null(assessment.Progress);
    }

    [Theory]
    [InlineData(50, 100)]
    [InlineData(150, 110)]
    [InlineData(null, 100)]
    public void Range_is_approached_from_the_nearer_side(int? baseline, int target)
    {
        var indicator = Judge.Indicator(Measure.Stock, Basis.Level, Comparator.Range, 100, 110) with
        {
            Direction = Direction.Hold,
            BaselineValue = baseline,
            BaselineYear = baseline is null ? null : 2020,
        };

        Assert.Equal(target, Judge.At("2022Q4", indicator, "2022 80").Target);
    }
}
