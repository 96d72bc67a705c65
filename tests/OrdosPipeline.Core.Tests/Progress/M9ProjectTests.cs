using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Progress;

public class M9ProjectTests
{
    private static readonly Project Project = new()
    {
        Id = "P900",
        Name = "测试工程",
        NameEn = "Test project",
        Department = "energy",
        InvestmentTotal = 100,
        InvestmentPlan = 50,
        StartYear = 2022,
        EndYear = 2025,
        Quantities =
        [
            new() { Sequence = 1, Name = "座", AmountLow = 10, AmountHigh = 12, Unit = new MeasureUnit("座", "count", 1, 1) },
            new() { Sequence = 2, Name = "千米", AmountLow = 40, AmountHigh = 40, Unit = new MeasureUnit("千米", "length", 1000, 1) },
        ],
    };

    [Fact]
    public void Physical_progress_goes_before_investment_before_quantities()
    {
        var all = Report("2023", progress: 60, investment: 10, quantities: [(1, 20)]);

        Assert.Equal((1.2m, 60), Facts(all));
        Assert.Equal((0.4m, 10), Facts(all with { Progress = null }));
        Assert.Equal((2m, 100), Facts(all with { Progress = null, Investment = null }));

        static (decimal?, decimal?) Facts(ProjectReport report)
        {
            var assessment = Assess("2023Q4", report);
            return (assessment.Ratio, assessment.Value);
        }
    }

    [Fact]
    public void Quantities_count_by_their_mean_each_capped_at_one()
    {
        Assert.Equal(0.75m, Assess("2023Q4", Report("2023", quantities: [(1, 20), (2, 20)])).Progress);
    }

    [Fact]
    public void Schedule_runs_over_the_projects_own_years()
    {
        Assert.Equal(0.5m, Assess("2024Q1", Report("2023", progress: 10)).Schedule);
        Assert.Equal(AssessmentStatus.Due, Assess("2021Q4", Report("2021", progress: 0)).Status);
    }

    [Fact]
    public void Each_figure_keeps_the_date_of_its_own_report()
    {
        var assessment = Assess("2024Q4", Report("2023", progress: 40), Report("2024", investment: 30));

        Assert.Equal((0.4m, 0.5m, "2023", 0), (assessment.Progress, assessment.Schedule, assessment.ValuePeriod.ToString(), assessment.Age));
    }

    [Theory]
    [InlineData("2025Q4", "2025", 90, null, "missed")]
    [InlineData("2025Q4", "2025Q3", 90, null, "on-schedule")]
    [InlineData("2023Q4", "2023", 100, null, "achieved")]
    [InlineData("2023Q4", "2023", 20, ProjectState.Completed, "done")]
    [InlineData("2023Q4", "2023", null, ProjectState.UnderConstruction, "recorded")]
    [InlineData("2022Q4", "2023", 20, null, "no-data")]
    public void Status(string quarter, string period, int? progress, ProjectState? state, string expected)
    {
        Assert.Equal(expected, Assess(quarter, Report(period, progress) with { State = state }).Status.Code());
    }

    [Fact]
    public void Components_are_never_added_to_their_parent()
    {
        var plan = TestPlan.Ordos14();
        var component = plan.Projects.First(project => project.Parent is not null);
        var report = Report("2023", progress: 60) with { Key = new(plan.Id, component.Id, Period.FullYear(2023)) };

        var projects = PlanProgress.AssessAll(plan, new PlanEvidence { ProjectReports = [report] }, new(2023, 4)).Projects;

        Assert.Equal(plan.Projects.Select(project => project.Id), projects.Select(project => project.Project));
        Assert.Equal([component.Id], projects.Where(project => project.Status != AssessmentStatus.NoData).Select(project => project.Project));
    }

    private static Assessment Assess(string quarter, params ProjectReport[] reports) =>
        M9Project.Assess(TestPlan.Ordos14(), Project, reports, ReportingQuarter.Parse(quarter), ProgressSettings.Default);

    private static ProjectReport Report(string period, decimal? progress = null, decimal? investment = null, params (int, decimal)[] quantities) => new()
    {
        Key = new("ordos-14", Project.Id, Period.Parse(period)),
        Progress = progress,
        Investment = investment,
        Quantities = quantities.ToDictionary(quantity => quantity.Item1, quantity => quantity.Item2),
        Origin = new("S1", DateTimeOffset.UnixEpoch, "Sheet1", "C7", "60"),
    };
}
