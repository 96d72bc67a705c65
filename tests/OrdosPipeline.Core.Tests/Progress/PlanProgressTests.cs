using System.Text.Json;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Progress;

public class PlanProgressTests
{
    private static readonly PlanCatalogue Plan = TestPlan.Ordos14();
    private static readonly ReportingQuarter Quarter = new(2023, 4);

    [Fact]
    public void Every_indicator_is_assessed_in_the_order_of_the_catalogue_also_without_data()
    {
        var assessments = PlanProgress.AssessAll(Plan, new PlanEvidence(), Quarter);

        Assert.Equal(350, assessments.Indicators.Count);
        Assert.Equal(Plan.Indicators.Select(indicator => indicator.Id), assessments.Indicators.Select(assessment => assessment.Indicator));
        Assert.Empty(assessments.Regions);
        Assert.Equal(424, assessments.Projects.Count);
        Assert.All(assessments.All, assessment => Assert.Contains(
            assessment.Status, new[] { AssessmentStatus.NoData, AssessmentStatus.TargetPending, AssessmentStatus.Due, AssessmentStatus.Overdue }));
    }

    [Theory]
    [InlineData("H01", "T001")]
    [InlineData("H09", "T227")]
    [InlineData("T149", "T197")]
    [InlineData("H14", "T321")]
    public void One_reported_value_is_judged_by_both_targets(string reported, string other)
    {
        var evidence = new PlanEvidence { Observations = [Observation(reported, "150600", "2023", 5)] };

        var assessments = PlanProgress.AssessAll(Plan, evidence, Quarter).Indicators;

        Assert.Equal([reported, other], assessments.Where(assessment => assessment.Evidence.Points > 0).Select(assessment => assessment.Indicator));
    }

    [Fact]
    public void Region_is_assessed_only_where_a_target_is_assigned_to_it()
    {
        var target = Judge.Target("2023Q1", Basis.Level, Comparator.AtLeast, 90, source: TargetSource.Assigned);
        var evidence = new PlanEvidence
        {
            Observations = [Observation("H17", "150602", "2023", 91), Observation("H17", "150603", "2023", 80)],
            Targets = [new("H17", "150602", target)],
        };

        var assessments = PlanProgress.AssessAll(Plan, evidence, Quarter);

        var region = Assert.Single(assessments.Regions);
        Assert.Equal(("H17", "150602", AssessmentStatus.Achieved), (region.Indicator, region.Region, region.Status));
        Assert.Equal(AssessmentStatus.TargetPending, assessments.Indicators.Single(assessment => assessment.Indicator == "H17").Status);
        Assert.Empty(PlanProgress.AssessAll(Plan, evidence, new(2022, 4)).Regions);
    }

    [Fact]
    public void Withdrawn_value_and_other_plans_do_not_count()
    {
        var withdrawn = Observation("H23", "150600", "2023", 10) with { Value = null };
        var other = Observation("H23", "150600", "2022", 10);
        other = other with { Key = other.Key with { Plan = "ordos-15" } };

        var assessments = PlanProgress.AssessAll(Plan, new PlanEvidence { Observations = [withdrawn, other] }, Quarter);

        Assert.Equal(AssessmentStatus.NoData, assessments.Indicators.Single(assessment => assessment.Indicator == "H23").Status);
    }

    [Fact]
    public void Loaded_baseline_is_used()
    {
        var evidence = new PlanEvidence
        {
            Observations = [Observation("T098", "150600", "2023", 14)],
            Baselines = [new("T098", "150600", new LoadedBaseline(Period.FullYear(2020), 20))],
        };

        var assessment = PlanProgress.AssessAll(Plan, evidence, Quarter).Indicators.Single(assessment => assessment.Indicator == "T098");

        Assert.Equal((0.6m, 0.6m, BaselineSource.Administrator), (assessment.Progress, assessment.Schedule, assessment.BaselineSource));
    }

    [Fact]
    public void Another_plan_counts_from_its_own_first_year()
    {
        var plan = TestPlan.Mini16();
        var level = Judge.Indicator(Measure.Stock, Basis.Level, low: 100) with { TargetYear = 2030, BaselineValue = 50, BaselineYear = 2025 };

        var assessment = ProgressCalculator.Assess(plan, level, Judge.Series("2026 55; 2027Q2 65"), new(2027, 2));

        Assert.Equal((0.3m, 0.3m, 0), (assessment.Progress, assessment.Schedule, assessment.BaselineAt));
        Assert.Equal(plan.City.Code, assessment.Region);
    }

    [Fact]
    public void Json_has_the_stated_form_and_leads_to_the_cell()
    {
        var evidence = new PlanEvidence { Observations = [Observation("H23", "150600", "2023", 11.60m)] };
        var assessment = PlanProgress.AssessAll(Plan, evidence, Quarter).Indicators.Single(assessment => assessment.Indicator == "H23");

        using var json = JsonDocument.Parse(AssessmentJson.Write([assessment]));

        var written = json.RootElement[0];
        Assert.Equal(
            ["indicator", "region", "quarter", "method", "status", "stale", "age", "value", "valuePeriod", "baseline", "target", "targetSource",
             "progress", "schedule", "ratio", "neededPace", "secondOpinion", "baselineSource", "evidence"],
            written.EnumerateObject().Select(property => property.Name));
        Assert.Equal("11.6", written.GetProperty("value").GetRawText());
        Assert.Equal("2.2", written.GetProperty("neededPace").GetRawText());
        Assert.Equal("C7", written.GetProperty("evidence").GetProperty("origins")[0].GetProperty("cell").GetString());
    }

    private static Observation Observation(string indicator, string region, string period, decimal value) => new()
    {
        Key = new(Plan.Id, indicator, region, Period.Parse(period)),
        Value = value,
        Origin = new("S1", DateTimeOffset.UnixEpoch, "Sheet1", "C7", "11.60"),
    };
}
