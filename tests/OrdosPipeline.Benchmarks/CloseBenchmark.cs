using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Documents;
using OrdosPipeline.Storage;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Benchmarks;

/// <summary>
/// Closes one quarter of a full data set: every indicator that is reported, every region, every quarter of the plan, every
/// tenth value revised, and every project each quarter. Prints what reading the tables, computing and writing take.
/// </summary>
internal static class CloseBenchmark
{
    private const int ReviseEvery = 10;

    public static async Task RunAsync(TextWriter output)
    {
        var plan = TestPlan.Ordos14();
        var options = new StorageOptions { ConnectionString = await AzuriteFixture.ConnectionStringAsync(), Prefix = AzuriteFixture.UniqueName("b") };
        await using var services = new ServiceCollection()
            .AddOrdosPipelines(name => name == "Plans" ? Checkout.PathOf("functions", "plan") : null).AddOrdosStorage(options)
            .AddSingleton<TimeProvider>(new EndOfPlan()).BuildServiceProvider();
        await services.GetRequiredService<Preparation>().RunAsync(CancellationToken.None);

        var observations = Observations(plan).ToList();
        var revisions = observations.Where((_, index) => index % ReviseEvery == 0).Select(Revised).ToList();
        var reports = Reports(plan).ToList();
        var store = services.GetRequiredService<IObservationStore>();
        await store.ApplyAsync(observations, reports, CancellationToken.None);
        await store.ApplyAsync(revisions, [], CancellationToken.None);
        await output.WriteLineAsync(Line($"{observations.Count:N0} values, {revisions.Count:N0} revisions, {reports.Count:N0} project reports."));

        var quarter = new ReportingQuarter(plan.Years.Last, 4);
        var (values, projects) = (new List<Observation>(), new List<ProjectReport>());
        var read = await TimeAsync(async () =>
        {
            await foreach (var value in store.AsKnownAtAsync(plan.Id, region: null, EndOfPlan.Now, CancellationToken.None))
                values.Add(value);
            await foreach (var report in store.ProjectsAsKnownAtAsync(plan.Id, EndOfPlan.Now, CancellationToken.None))
                projects.Add(report);
        });
        var pipeline = services.GetRequiredService<QuarterClosePipeline>();
        QuarterSummary summary = null!;
        var computed = await TimeAsync(async () => summary = await pipeline.ComputeAsync(plan, quarter, ChinaTime.DayOf(EndOfPlan.Now), CancellationToken.None));
        var compute = computed - read;
        var digest = await TimeAsync(() => Task.FromResult(SummaryJson.Digest(summary)));
        var closed = await TimeAsync(() => pipeline.CloseAsync(plan, quarter, publish: false, CancellationToken.None));
        var again = await TimeAsync(() => pipeline.CloseAsync(plan, quarter, publish: false, CancellationToken.None));

        await output.WriteLineAsync(Line($"read        {read.TotalSeconds,8:N2} s"));
        await output.WriteLineAsync(Line($"compute     {compute.TotalSeconds,8:N2} s"));
        await output.WriteLineAsync(Line($"digest      {digest.TotalSeconds,8:N2} s"));
        await output.WriteLineAsync(Line($"close, all  {closed.TotalSeconds,8:N2} s, of which writing {(closed - computed - digest).TotalSeconds:N2} s"));
        await output.WriteLineAsync(Line($"close again {again.TotalSeconds,8:N2} s"));
        await output.WriteLineAsync(Line($"computing is {compute / read:P0} of reading"));
    }

    private static IEnumerable<Observation> Observations(PlanCatalogue plan) =>
        from indicator in plan.Indicators
        where indicator.Series is null
        from region in plan.Regions
        from number in Enumerable.Range(0, (plan.Years.Last - plan.Years.First + 1) * 4)
        let quarter = new ReportingQuarter(plan.Years.First + number / 4, number % 4 + 1)
        let level = (indicator.TargetLow ?? 1) * (number + 1) / 20
        select new Observation
        {
            Key = new ObservationKey(plan.Id, indicator.Id, region.Code, Period.QuarterYearToDate(quarter.Year, quarter.Number).KeyFor(indicator.Measure)),
            Value = indicator.Measure == Measure.YesNo ? number % 2 : Math.Round(level, indicator.Decimals),
            Origin = new Origin(Line($"0a1b2c3d4e5f6071{number:D4}"), quarter.LastDay.AddDays(10).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), "表一", Line($"C{number + 5}"), "1"),
        };

    private static Observation Revised(Observation observation) => observation with
    {
        Value = observation.Value + 0.01m,
        Origin = observation.Origin with { Submission = "f" + observation.Origin.Submission[1..], UploadedAt = observation.Origin.UploadedAt.AddDays(40) },
    };

    private static IEnumerable<ProjectReport> Reports(PlanCatalogue plan) =>
        from project in plan.Projects
        from number in Enumerable.Range(0, (plan.Years.Last - plan.Years.First + 1) * 4)
        let quarter = new ReportingQuarter(plan.Years.First + number / 4, number % 4 + 1)
        select new ProjectReport
        {
            Key = new ProjectReportKey(plan.Id, project.Id, Period.QuarterYearToDate(quarter.Year, quarter.Number).ToInstant()),
            State = ProjectState.UnderConstruction,
            Progress = Math.Min(100, 4.5m * (number + 1)),
            Origin = new Origin(Line($"0a1b2c3d4e5f6072{number:D4}"), quarter.LastDay.AddDays(10).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), "项目", "B5", project.Name),
        };

    private static async Task<TimeSpan> TimeAsync(Func<Task> act)
    {
        var watch = Stopwatch.StartNew();
        await act();
        return watch.Elapsed;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Three months after the plan.</summary>
    private sealed class EndOfPlan : TimeProvider
    {
        public static DateTimeOffset Now { get; } = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
