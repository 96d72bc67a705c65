using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
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
        var known = new KnownData(plan, EndOfPlan.Now, values, projects, [], []);
        QuarterSummary summary = null!;
        var compute = await TimeAsync(() => Task.FromResult(summary = known.Summarise(quarter, ProgressSettings.Default, new CompletenessSettings())));
        var digest = await TimeAsync(() => Task.FromResult(SummaryJson.Digest(summary)));
        var pipeline = services.GetRequiredService<QuarterClosePipeline>();
        var closed = await TimeAsync(() => pipeline.CloseAsync(plan, quarter, publish: false, CancellationToken.None));
        var again = await TimeAsync(() => pipeline.CloseAsync(plan, quarter, publish: false, CancellationToken.None));

        await output.WriteLineAsync("                 elapsed     of it processor");
        await output.WriteLineAsync(Report("read", read));
        await output.WriteLineAsync(Report("compute", compute));
        await output.WriteLineAsync(Report("digest", digest));
        await output.WriteLineAsync(Report("close, all", closed));
        await output.WriteLineAsync(Report("close again", again));
        await output.WriteLineAsync(Line($"writing {(closed - read - compute - digest).Elapsed.TotalSeconds:N2} s; computing is {compute.Elapsed / read.Elapsed:P0} of reading"));
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

    private static async Task<Spent> TimeAsync(Func<Task> act)
    {
        var (watch, processor) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        await act();
        return new Spent(watch.Elapsed, Process.GetCurrentProcess().TotalProcessorTime - processor);
    }

    private static string Report(string what, Spent spent) => Line($"{what,-14} {spent.Elapsed.TotalSeconds,7:N2} s {spent.Processor.TotalSeconds,12:N2} s");

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>The processor's time is this process's alone, and tells what the machine's other work does not disturb.</summary>
    private readonly record struct Spent(TimeSpan Elapsed, TimeSpan Processor)
    {
        public static Spent operator -(Spent left, Spent right) => new(left.Elapsed - right.Elapsed, left.Processor - right.Processor);
    }

    /// <summary>Three months after the plan.</summary>
    private sealed class EndOfPlan : TimeProvider
    {
        public static DateTimeOffset Now { get; } = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
