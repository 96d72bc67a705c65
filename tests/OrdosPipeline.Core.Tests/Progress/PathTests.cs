using System.Globalization;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Core.Tests.Progress;

/// <summary>An assessment as a picture: the points, and the line they are held against.</summary>
public class PathTests
{
    [Theory]
    [InlineData("H06", "2021 0.63; 2022 0.75", "level: 1=0.63 2=0.75 | 0=0.52 5=0.96")]
    [InlineData("H01", "2021 7; 2022 5.4; 2023Q3YTD 7", "rate: 1=7 2=5.4 2.75=7 | 0=5 5=5")]
    [InlineData("H03", "2021 480; 2022 510; 2023Q2YTD 250", "total: 1=480 2=990 2.5=1240 | 0=0 5=2500")]
    [InlineData("H03", "2021 480; 2023 510", "total: 1=480 | 0=0 5=2500")]
    [InlineData("H14", "2022 76.1", "change: 2=0.3 | -1=0 5=0.5")]
    [InlineData("T223", "2021 4.2; 2022 3.8", "amount: 1=4.2 2=3.8 | 0=4 5=4")]
    [InlineData("H09", "2023Q1 3.4", "level: 2.25=3.4 | 0=4.5 5=4.5")]
    [InlineData("H17", "2021 91", "level: 1=91 | ")]
    [InlineData("T106", "2022 0", "yes-no: 2=0 | ")]
    [InlineData("T098", "2022 14", "level: 2=14 | ")]
    public void Points_and_schedule_are_in_the_unit_of_the_value_judged(string indicator, string series, string path) =>
        Assert.Equal(path, Text(Judge.At("2023Q4", indicator, series).Path));

    [Fact]
    public void Yearly_reductions_are_drawn_as_the_reduction_so_far()
    {
        var terms = Judge.Terms(Judge.Target("2021Q1", Basis.Change, Comparator.AtLeast, 15, source: TargetSource.Assigned));
        Assert.Equal("change: 1=10 2=19 | 0=0 5=15", Text(Judge.At("2023Q4", "H15", "2021 10; 2022 10", terms).Path));
    }

    [Fact]
    public void Last_point_and_target_are_what_is_judged()
    {
        var assessment = Judge.At("2023Q4", "H23", "2021 12; 2023Q3 13");
        Assert.Equal(assessment.Value, assessment.Path.Points[^1].Value);
        Assert.Equal((5m, assessment.Target), (assessment.Path.Target!.At, assessment.Path.Target.Value));
        Assert.Equal((assessment.BaselineAt, assessment.Baseline), (assessment.Path.Baseline!.At, assessment.Path.Baseline.Value));
    }

    private static string Text(AssessmentPath path) => string.Create(
        CultureInfo.InvariantCulture,
        $"{path.Quantity.Code()}: {string.Join(' ', path.Points.Select(point => $"{point.At:0.##}={point.Value:0.####}"))} | {string.Join(' ', path.Schedule.Select(point => $"{point.At:0.##}={point.Value:0.####}"))}");
}
