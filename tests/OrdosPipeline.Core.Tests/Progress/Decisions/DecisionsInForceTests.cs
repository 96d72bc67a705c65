using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Progress.Decisions;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Tests.Reporting;

namespace OrdosPipeline.Core.Tests.Progress.Decisions;

/// <summary>What a summary makes of the decisions on record.</summary>
public class DecisionsInForceTests
{
    private static readonly DateTimeOffset Early = new(2022, 1, 5, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Summaries_before_the_effective_quarter_keep_the_old_target()
    {
        RecordedDecision[] decisions = [Target("a", "H23", 20, new(2023, 1)), Target("b", "H23", 22, new(2024, 1))];
        Assert.Equal((16m, TargetSource.Plan, null), Facts("2022Q4"));
        Assert.Equal((20m, TargetSource.Adjusted, "a"), Facts("2023Q4"));
        Assert.Equal((22m, TargetSource.Adjusted, "b"), Facts("2024Q1"));

        (decimal?, TargetSource?, string?) Facts(string quarter)
        {
            var assessment = SampleSummary.Of(quarter, [SampleSummary.Observation("H23", "2022", 11)], decisions).AssessmentOf("H23");
            return (assessment.Target, assessment.TargetSource, assessment.TargetDecision);
        }
    }

    [Fact]
    public void Of_two_with_one_effective_quarter_the_one_recorded_later_counts()
    {
        RecordedDecision[] decisions = [Target("a", "H23", 20, new(2023, 1), Early.AddDays(1)), Target("b", "H23", 22, new(2023, 1), Early)];
        var summary = SampleSummary.Of("2023Q1", [SampleSummary.Observation("H23", "2022", 11)], decisions);
        Assert.Equal(20, summary.AssessmentOf("H23").Target);
        Assert.Equal(["a"], summary.TargetsInForce.Select(recorded => recorded.Id));
        Assert.Equal(["b", "a"], summary.Adjustments.Select(recorded => recorded.Id));
    }

    [Fact]
    public void A_binding_target_is_pending_until_it_is_assigned()
    {
        var values = new[] { SampleSummary.Observation("H17", "2022", 89) };
        var assigned = Target("a", "H17", 90, new(2022, 2)) with { };
        assigned = assigned with { Decision = assigned.Decision with { Kind = DecisionKind.Assigned, Basis = Basis.Hold } };
        Assert.Equal(AssessmentStatus.TargetPending, SampleSummary.Of("2022Q4", values, []).AssessmentOf("H17").Status);
        var assessment = SampleSummary.Of("2022Q4", values, [assigned]).AssessmentOf("H17");
        Assert.Equal((AssessmentStatus.Breached, TargetSource.Assigned, true), (assessment.Status, assessment.TargetSource, assessment.IsRed));
    }

    [Fact]
    public void A_revised_baseline_counts_from_its_effective_quarter()
    {
        RecordedDecision[] decisions = [Baseline("a", 20, new(2021, 1)), Baseline("b", 24, new(2023, 1))];
        var values = new[] { SampleSummary.Observation("T098", "2022", 16) };
        Assert.Equal(20, SampleSummary.Of("2022Q4", values, decisions).AssessmentOf("T098").Baseline);
        var revised = SampleSummary.Of("2023Q1", values, decisions).AssessmentOf("T098");
        Assert.Equal((24m, BaselineSource.Administrator), (revised.Baseline, revised.BaselineSource));
    }

    [Fact]
    public void Series_path_and_scoreboard_of_a_region_follow_its_target()
    {
        var summary = SampleSummary.Of("2023Q4");
        var region = Assert.Single(summary.Regions);
        Assert.Equal(("H17", "150602", AssessmentStatus.Held), (region.Indicator, region.Region, region.Status));
        Assert.Equal(1, summary.Scoreboards.Single(scoreboard => scoreboard.Group == "region-150602").Total);
        Assert.Contains(summary.Series, series => (series.Indicator, series.Region) == ("H17", "150602"));
        Assert.DoesNotContain(SampleSummary.Of("2021Q3").Scoreboards, scoreboard => !scoreboard.OfProjects && scoreboard.Dimension == ScoreboardDimension.Region);
    }

    private static RecordedDecision Target(string id, string indicator, decimal target, ReportingQuarter from, DateTimeOffset? at = null) => SampleSummary.Recorded(
        id,
        new Decision
        {
            Plan = SampleSummary.Plan.Id,
            Kind = DecisionKind.Adjusted,
            Indicator = indicator,
            Region = SampleSummary.Plan.City.Code,
            EffectiveFrom = from,
            Basis = Basis.Level,
            Target = new(Comparator.AtLeast, target, target),
        },
        at ?? Early);

    private static RecordedDecision Baseline(string id, decimal value, ReportingQuarter from) => SampleSummary.Recorded(
        id,
        new Decision
        {
            Plan = SampleSummary.Plan.Id,
            Kind = DecisionKind.Baseline,
            Indicator = "T098",
            Region = SampleSummary.Plan.City.Code,
            EffectiveFrom = from,
            Baseline = new(Period.FullYear(2020), value),
        },
        Early);
}
