using OrdosPipeline.Core;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Progress.Decisions;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Documents.Tests.Reports;

/// <summary>Summaries to write reports from, made from observations as the pipeline makes them.</summary>
internal static class SampleReports
{
    public static readonly PlanCatalogue Plan = TestPlan.Ordos14();

    /// <summary>After the last deadline of the plan.</summary>
    private static readonly DateTimeOffset AsOf = new(2026, 1, 21, 0, 30, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset UploadedAt = new(2024, 1, 10, 1, 2, 3, TimeSpan.Zero);

    public static async Task<byte[]> WriteAsync(IReportWriter writer, QuarterSummary summary)
    {
        using var output = new MemoryStream();
        await writer.WriteAsync(summary, output);
        return output.ToArray();
    }

    /// <summary>The small plan with a value of every kind: ahead, behind, pending, missed, without data.</summary>
    public static QuarterSummary Small(string quarter = "2027Q4")
    {
        var plan = TestPlan.Mini16();
        return Of(
            plan,
            quarter,
            [
                Observation(plan, "A1", "2026", 6.4m), Observation(plan, "A1", "2027Q3YTD", 6.1m),
                Observation(plan, "A2", "2026", 120), Observation(plan, "A2", "2027", 130.25m),
                Observation(plan, "A3", "2026", 111.5m), Observation(plan, "A3", "2027", 114),
                Observation(plan, "A5", "2027", 20),
            ],
            [Report(plan, "B1", "2027", 45, null)],
            [Received("statistics", quarter, Verdict.AcceptedWithWarnings)],
            []);
    }

    public static QuarterSummary Empty(string quarter = "2023Q4") => Of(Plan, quarter, [], [], [], []);

    public static QuarterSummary Of(string quarter, params IReadOnlyList<Observation> observations) => Of(Plan, quarter, observations, [], [Received("energy", quarter, Verdict.Accepted)], []);

    /// <summary>A summary with something of everything that a report has a section for.</summary>
    public static QuarterSummary Rich(string quarter = "2023Q4") => Of(
        Plan,
        quarter,
        [
            Observation(Plan, "H06", "2021", 0.63m), Observation(Plan, "H06", "2022", 0.75m), Observation(Plan, "H06", "2023", 0.80m),
            Observation(Plan, "H01", "2021", 7.0m), Observation(Plan, "H01", "2022", 5.4m), Observation(Plan, "H01", "2023", 7.0m), Observation(Plan, "T001", "2023", 7.0m),
            Observation(Plan, "H10", "2023", 10.3m), Observation(Plan, "H09", "2023", 3.1m), Observation(Plan, "H23", "2023", 16), Observation(Plan, "H17", "2023", 92.5m, "150602"),
        ],
        [Report(Plan, "P017", "2023Q2", 45, 3.5m)],
        [Received("energy", quarter, Verdict.Accepted), Received("statistics", quarter, Verdict.Rejected)],
        [
            new("d1", new Decision
            {
                Plan = Plan.Id, Kind = DecisionKind.Assigned, Indicator = "H17", Region = "150602", EffectiveFrom = new(2021, 4), Basis = Basis.Hold,
                Target = new(Comparator.AtLeast, 92, 92), Authority = "自治区生态环境厅", DocumentNumber = "内环发〔2021〕100号", DocumentDate = new(2021, 11, 5),
            }, UploadedAt, "admin"),
            new("d2", new Decision
            {
                Plan = Plan.Id, Kind = DecisionKind.Annual, Indicator = "H01", Region = "150600", EffectiveFrom = new(2023, 1), Year = 2023, Target = new(Comparator.AtLeast, 6, 6),
            }, UploadedAt, "admin"),
        ]) with
    {
        Differences = new(1, UploadedAt, [new() { Kind = "indicator", Id = "H23", Name = "清洁能源发电占全部发电比重", Column = "Value", Old = "15", New = "16", Submissions = ["energy"] },
            new() { Kind = "indicator", Id = "H23", Name = "清洁能源发电占全部发电比重", Column = "Status", Old = "behind", New = "achieved", Submissions = ["energy"] },
            new() { Kind = "indicator", Id = "H23", Name = "清洁能源发电占全部发电比重", Column = "Progress", Old = "0.9", New = "1", Submissions = ["energy"] }]),
    };

    /// <summary>Every indicator and project of the shipped plan with values of every year: as large as a report becomes.</summary>
    public static QuarterSummary Full(string quarter = "2025Q4") => FullOnes.GetOrAdd(quarter, MakeFull);

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, QuarterSummary> FullOnes = new(StringComparer.Ordinal);

    private static QuarterSummary MakeFull(string quarter) => Of(
        Plan,
        quarter,
        [
            .. from indicator in Plan.Indicators
               where indicator.Series is null
               from year in Enumerable.Range(2021, 5)
               select Observation(Plan, indicator.Id, $"{year}", ValueOf(indicator, year)),
        ],
        [.. from project in Plan.Projects from year in Enumerable.Range(2021, 5) select Report(Plan, project.Id, $"{year}", (year - 2020) * 19, null)],
        [.. Plan.Departments.Select(department => Received(department.Code, quarter, Verdict.Accepted))],
        []);

    public static Observation Observation(PlanCatalogue plan, string indicator, string period, decimal value, string? region = null, string? text = null, string? sheet = "表1") => new()
    {
        Key = new(plan.Id, indicator, region ?? plan.City.Code, Period.Parse(period).KeyFor(plan.FindIndicator(indicator)!.Measure)),
        Value = value,
        Origin = new("energy", UploadedAt, sheet, "C7", text ?? value.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    };

    private static decimal ValueOf(Indicator indicator, int year)
    {
        if (indicator.Measure == Measure.YesNo)
            return year == 2025 ? 1 : 0;
        var aim = indicator.TargetLow ?? indicator.TargetHigh ?? 10;
        var from = indicator.BaselineValue ?? aim * 0.8m;
        return Math.Round(from + (aim - from) * (year - 2020) / 5.2m, 2);
    }

    private static ProjectReport Report(PlanCatalogue plan, string project, string period, decimal progress, decimal? investment) => new()
    {
        Key = new(plan.Id, project, Period.Parse(period)),
        State = ProjectState.UnderConstruction,
        Progress = progress,
        Investment = investment,
        Origin = new("energy", UploadedAt, null, "B5", $"{progress}"),
    };

    private static LedgerEntry Received(string department, string quarter, Verdict verdict) => new()
    {
        Id = department,
        Department = department,
        Path = $"{department}/报表<i>&.xlsx",
        ETag = "e",
        UploadedAt = UploadedAt,
        Bytes = 1,
        State = SubmissionState.Applied,
        Verdict = verdict,
        Quarters = [ReportingQuarter.Parse(quarter)],
        FindingCounts = new Dictionary<string, int> { ["unit-missing"] = 3 },
    };

    private static QuarterSummary Of(
        PlanCatalogue plan,
        string quarter,
        IReadOnlyList<Observation> observations,
        IReadOnlyList<ProjectReport> projects,
        IReadOnlyList<LedgerEntry> submissions,
        IReadOnlyList<RecordedDecision> decisions) =>
        new KnownData(plan, AsOf, observations, projects, submissions, decisions)
            .Summarise(ReportingQuarter.Parse(quarter), ProgressSettings.Default, new CompletenessSettings()) with
        { Version = 2 };
}
