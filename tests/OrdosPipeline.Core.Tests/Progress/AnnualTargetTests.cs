using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Progress;

/// <summary>The target of one year, judged by the year's own figure beside the five-year path.</summary>
public class AnnualTargetTests
{
    [Theory]
    [InlineData(Measure.Growth, Basis.AverageGrowth, "2023Q3", "2022 9; 2023Q3YTD 6.1", "on-schedule", 6.1, null)]
    [InlineData(Measure.Growth, Basis.AverageGrowth, "2023Q3", "2023Q3YTD 5.9", "behind", 5.9, null)]
    [InlineData(Measure.Growth, Basis.AverageGrowth, "2023Q4", "2023Q3YTD 5.9; 2023 6", "achieved", 6d, null)]
    [InlineData(Measure.Growth, Basis.AverageGrowth, "2023Q4", "2023 5.9", "missed", 5.9, null)]
    [InlineData(Measure.Flow, Basis.Cumulative, "2023Q2", "2022 50; 2023Q2YTD 3", "on-schedule", 3d, 1d)]
    [InlineData(Measure.Flow, Basis.Cumulative, "2023Q2", "2023Q1 1; 2023Q2 1", "behind", 2d, 0.6667)]
    [InlineData(Measure.Flow, Basis.Cumulative, "2023Q4", "2023 5", "missed", 5d, 0.8333)]
    [InlineData(Measure.Stock, Basis.Level, "2023Q2", "2023Q1 5", "due", 5d, null)]
    [InlineData(Measure.Stock, Basis.Level, "2023Q2", "2023Q1 6", "achieved", 6d, null)]
    [InlineData(Measure.Share, Basis.Hold, "2023Q2", "2023Q1 5", "breached", 5d, null)]
    [InlineData(Measure.Share, Basis.Hold, "2023Q2", "2022 9", "no-data", null, null)]
    public void Year_is_judged_by_its_own_figure(Measure measure, Basis basis, string quarter, string series, string status, double? value, double? ratio)
    {
        var annual = AnnualTarget.Assess(
            TestPlan.Ordos14(), Judge.Indicator(measure, basis), Judge.Series(series), ReportingQuarter.Parse(quarter), "150600",
            new TargetBounds(Comparator.AtLeast, 6, 6), "d1", ProgressSettings.Default);

        Assert.Equal((status, (decimal?)value), (annual.Status.Code(), annual.Value));
        Assert.Equal((decimal?)ratio, annual.Ratio is { } found ? Math.Round(found, 4) : null);
        Assert.Equal((2023, "d1"), (annual.Year, annual.Decision));
    }
}
