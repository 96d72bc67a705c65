using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Progress.Decisions;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Reporting;

/// <summary>Summaries of the shipped plan that hold something of everything.</summary>
internal static class SampleSummary
{
    public static readonly PlanCatalogue Plan = TestPlan.Ordos14();

    private static readonly DateTimeOffset UploadedAt = new(2024, 1, 10, 0, 0, 0, TimeSpan.Zero);

    public static QuarterSummary Of(string quarter, IReadOnlyList<Observation>? observations = null, IReadOnlyList<RecordedDecision>? decisions = null)
    {
        var closed = ReportingQuarter.Parse(quarter);
        var known = new KnownData(
            Plan,
            new DateTimeOffset(2026, 1, 21, 0, 30, 0, TimeSpan.Zero),
            observations ?? Observations,
            [Report("P017", "2022", 30), Report("P017", "2023Q2", 45)],
            [Received("energy", closed)],
            decisions ?? Decisions);
        return known.Summarise(closed, ProgressSettings.Default, new CompletenessSettings()) with
        {
            Version = 3,
            BrokenConsistencies = [new("districts-add-up", "150600", Period.FullYear(2023), ["H03"], "旗区合计与全市不符。", "The districts do not add up.")],
            Differences = new(2, UploadedAt, [new() { Kind = "indicator", Id = "H23", Name = "清洁能源发电占全部发电比重", Column = "Value", Old = "15", New = "16", Submissions = ["s1"], Decisions = ["d1"] }]),
        };
    }

    /// <summary>Levels, a flow, growth, a total, a change, a yearly amount, a missing year and a region.</summary>
    public static IReadOnlyList<Observation> Observations { get; } =
    [
        Observation("H06", "2021", 0.63m), Observation("H06", "2022", 0.75m), Observation("H06", "2023", 0.80m),
        Observation("H01", "2021", 7.0m), Observation("H01", "2022", 5.4m), Observation("H01", "2023", 7.0m),
        Observation("H03", "2021", 480), Observation("H03", "2023", 500), Observation("H09", "2023", 3.1m), Observation("H23", "2023", 16),
        Observation("T223", "2021", 4.2m), Observation("T223", "2022", 3.8m), Observation("T223", "2023", 4.1m),
        Observation("H17", "2023", 90.8m), Observation("H17", "2023", 92.5m, "150602"),
    ];

    public static IReadOnlyList<RecordedDecision> Decisions { get; } =
    [
        Recorded("d1", new Decision
        {
            Plan = Plan.Id, Kind = DecisionKind.Assigned, Indicator = "H17", Region = "150602", EffectiveFrom = new(2021, 4), Basis = Basis.Hold,
            Target = new(Comparator.AtLeast, 92, 92), Authority = "自治区生态环境厅", DocumentNumber = "内环发〔2021〕100号", DocumentDate = new(2021, 11, 5), Reason = "年度目标",
        }),
        Recorded("d2", new Decision
        {
            Plan = Plan.Id, Kind = DecisionKind.Adjusted, Indicator = "H23", Region = "150600", EffectiveFrom = new(2023, 1), Basis = Basis.Level,
            Target = new(Comparator.AtLeast, 20, 20), Replaced = new(Comparator.AtLeast, 16, 16), Authority = "市委", DocumentNumber = "鄂党发〔2023〕3号", Reason = "国家政策调整",
        }),
        Recorded("d3", new Decision
        {
            Plan = Plan.Id, Kind = DecisionKind.Annual, Indicator = "H01", Region = "150600", EffectiveFrom = new(2023, 1), Year = 2023,
            Target = new(Comparator.AtLeast, 6, 6), Authority = "市人民政府",
        }),
        Recorded("d4", new Decision
        {
            Plan = Plan.Id, Kind = DecisionKind.Baseline, Indicator = "T126", Region = "150600", EffectiveFrom = new(2021, 1), Baseline = new(Period.FullYear(2020), 5),
        }),
    ];

    public static Observation Observation(string indicator, string period, decimal value, string region = "150600") => new()
    {
        Key = new(Plan.Id, indicator, region, Period.Parse(period)),
        Value = value,
        Origin = new("s1", UploadedAt, "表1", "C7", value.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    };

    public static RecordedDecision Recorded(string id, Decision decision, DateTimeOffset? at = null) => new(id, decision, at ?? UploadedAt, "admin");

    private static ProjectReport Report(string project, string period, decimal progress) => new()
    {
        Key = new(Plan.Id, project, Period.Parse(period)),
        Progress = progress,
        Origin = new("s2", UploadedAt, null, "B5", ""),
    };

    private static LedgerEntry Received(string department, ReportingQuarter quarter) => new()
    {
        Id = "s1",
        Department = department,
        Path = $"{department}/a.xlsx",
        ETag = "e",
        UploadedAt = UploadedAt,
        Bytes = 1,
        State = SubmissionState.Applied,
        Verdict = Verdict.Accepted,
        Quarters = [quarter],
        FindingCounts = new Dictionary<string, int> { ["value-missing"] = 2 },
    };
}
