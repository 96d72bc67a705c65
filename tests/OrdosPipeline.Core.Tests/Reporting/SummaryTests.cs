using System.Text.Json;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Reporting;

/// <summary>The scoreboards of a summary, and that its table says what its <c>summary.json</c> says.</summary>
public class SummaryTests
{
    private static readonly PlanCatalogue Plan = TestPlan.Ordos14();

    [Fact]
    public void Scoreboards_count_every_indicator_of_their_group_once()
    {
        var summary = Summary(Observation("H10", 10.22m), Observation("H23", 16));
        var scoreboards = summary.Scoreboards.ToDictionary(scoreboard => scoreboard.Group);
        Assert.Equal(["all", "headline", "binding", "expected", "other", "veto"], summary.Scoreboards.Select(scoreboard => scoreboard.Group).Take(6));
        Assert.Equal(
            (350, 25, 8, 17, 325, 2),
            (Total("all"), Total("headline"), Total("binding"), Total("expected"), Total("other"), Total("veto")));
        Assert.Equal((1, 0), (Count("headline", AssessmentStatus.Achieved), Count("binding", AssessmentStatus.Achieved)));
        Assert.Equal((1, 1), (Count("headline", AssessmentStatus.FarBehind), Count("binding", AssessmentStatus.FarBehind)));
        Assert.Equal(424, Total("projects"));
        foreach (var dimension in new[] { ScoreboardDimension.Part, ScoreboardDimension.Department })
        {
            Assert.Equal(350, summary.Scoreboards.Where(scoreboard => !scoreboard.OfProjects && scoreboard.Dimension == dimension).Sum(scoreboard => scoreboard.Total));
            Assert.Equal(424, summary.Scoreboards.Where(scoreboard => scoreboard.OfProjects && scoreboard.Dimension == dimension).Sum(scoreboard => scoreboard.Total));
        }

        Assert.Equal(summary.Scoreboards.Count, scoreboards.Count);
        Assert.All(summary.Scoreboards, scoreboard => Assert.Equal(scoreboard.Counts.Keys.Order(), scoreboard.Counts.Keys));
        Assert.All(summary.Scoreboards, scoreboard => Assert.DoesNotContain(0, scoreboard.Counts.Values));

        int Total(string group) => scoreboards[group].Total;

        int Count(string group, AssessmentStatus status) => scoreboards[group].Counts.GetValueOrDefault(status);
    }

    [Fact]
    public async Task The_rows_are_one_per_indicator_project_and_department_and_the_counts()
    {
        var summary = Summary(Observation("H23", 16));
        var (_, head, rows) = await WriteAsync(summary);

        Assert.Equal(("ordos-14", summary.Quarter, 3, SummaryState.Computed, SummaryJson.Digest(summary)), (head.Plan, head.Quarter, head.Version, head.State, head.Inputs));
        Assert.Equal(summary.AsOf, head.AsOf);
        Assert.Equal(rows.Count, rows.Select(row => (row.Kind, row.Id)).Distinct().Count());
        Assert.Equal(Plan.Indicators.Select(indicator => indicator.Id), Ids(rows, "indicator"));
        Assert.Equal(Plan.Projects.Select(project => project.Id), Ids(rows, "project"));
        Assert.Equal(summary.Departments.Select(department => department.Department), Ids(rows, "department"));
        Assert.Equal(
            summary.Scoreboards.SelectMany(scoreboard => scoreboard.Counts.Select(count => ($"{scoreboard.Group}.{count.Key.Code()}", count.Value))),
            rows.Where(row => row.Kind == "status").Select(row => (row.Id, (int)row.Columns["Count"]!)));
    }

    [Fact]
    public async Task A_row_says_what_the_entry_of_the_file_says()
    {
        var (json, _, rows) = await WriteAsync(Summary(Observation("H23", 16.25m), Observation("H01", 7)));
        foreach (var (kind, list) in SummaryRows.Kinds)
        {
            foreach (var entry in json.GetProperty(list).EnumerateArray())
            {
                var row = rows.Single(row => row.Kind == kind && row.Id == entry.GetProperty("id").GetString());
                foreach (var column in SummaryColumns.All.Where(column => column.Path is not null))
                {
                    // The entry of a department is about the department itself.
                    var path = (kind, column.Name) switch { ("department", "Department") => "id", ("department", "DepartmentName") => "name", _ => column.Path! };
                    Assert.Equal(Text(Find(entry, path)), Text(row.Columns.GetValueOrDefault(column.Name)));
                }
            }
        }
    }

    [Fact]
    public async Task A_row_of_a_department_is_found_by_its_code()
    {
        var (_, _, rows) = await WriteAsync(Summary());
        Assert.All(rows.Where(row => row.Kind == "department"), row => Assert.Equal((row.Id, row.Columns["Name"]), (row.Columns["Department"], row.Columns["DepartmentName"])));
        Assert.Equal("市统计局", rows.Single(row => row is { Kind: "department", Id: "statistics" }).Columns["DepartmentName"]);
    }

    [Fact]
    public async Task A_row_leads_to_the_cell()
    {
        var (_, _, rows) = await WriteAsync(Summary(Observation("H23", 16)));
        var columns = rows.Single(row => row.Id == "H23").Columns;
        Assert.Equal(("s1", "表1", "C7", "energy/a.xlsx#表1!C7 (s1)"), (columns["Submission"], columns["Sheet"], columns["Cell"], columns["Origins"]));
        Assert.DoesNotContain("Origins", rows.Single(row => row.Id == "H02").Columns.Keys);
        Assert.DoesNotContain("Value", rows.Single(row => row.Id == "H02").Columns.Keys);
    }

    [Fact]
    public void Columns_have_distinct_names_and_a_row_has_no_others()
    {
        Assert.Equal(SummaryColumns.All.Count, SummaryColumns.All.Select(column => column.Name).Distinct().Count());
        Assert.All(
            [SummaryColumns.MissingYears, SummaryColumns.Submission, SummaryColumns.Sheet, SummaryColumns.Cell, SummaryColumns.Origins],
            name => Assert.Null(SummaryColumns.All.Single(column => column.Name == name).Path));
    }

    [Fact]
    public void The_digest_knows_values_and_not_versions_or_instants()
    {
        var summary = Summary(Observation("H23", 16));
        var digest = SummaryJson.Digest(summary);
        Assert.Equal(digest, SummaryJson.Digest(summary with { Version = 9, AsOf = summary.AsOf.AddDays(1) }));
        Assert.NotEqual(digest, SummaryJson.Digest(Summary(Observation("H23", 16.01m))));
        Assert.NotEqual(digest, SummaryJson.Digest(summary with { CompletenessSettings = new CompletenessSettings { DeadlineDays = 21 } }));
    }

    [Fact]
    public async Task A_publication_is_read_back()
    {
        var at = new DateTimeOffset(2024, 1, 21, 0, 30, 0, TimeSpan.Zero);
        using var file = new MemoryStream();
        await Publication.WriteAsync(at, file);
        file.Position = 0;
        Assert.Equal(at, await Publication.ReadAsync(file, CancellationToken.None));
    }

    private static IEnumerable<string> Ids(IReadOnlyList<SummaryRow> rows, string kind) => rows.Where(row => row.Kind == kind).Select(row => row.Id);

    private static JsonElement? Find(JsonElement entry, string path) =>
        path.Split('.').Aggregate((JsonElement?)entry, (at, name) => at is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out var next) ? next : null);

    private static string Text(object? value) => value switch
    {
        null => "",
        JsonElement { ValueKind: JsonValueKind.String } text => DateTimeOffset.TryParse(text.GetString(), out var at) && text.GetString()!.Contains('T', StringComparison.Ordinal) ? Text(at) : text.GetString()!,
        JsonElement element => element.GetRawText(),
        bool flag => flag ? "true" : "false",
        DateTimeOffset at => at.UtcDateTime.ToString("O"),
        _ => FormattableString.Invariant($"{value}"),
    };

    private static async Task<(JsonElement Json, SummaryHead Head, IReadOnlyList<SummaryRow> Rows)> WriteAsync(QuarterSummary summary)
    {
        using var file = new MemoryStream();
        await new SummaryJson().WriteAsync(summary, file);
        file.Position = 0;
        var (head, rows) = await SummaryRows.ReadAsync(file, CancellationToken.None);
        return (JsonDocument.Parse(file.ToArray()).RootElement, head, rows);
    }

    private static QuarterSummary Summary(params Observation[] observations)
    {
        var (quarter, settings) = (new ReportingQuarter(2023, 4), new CompletenessSettings());
        var assessments = PlanProgress.AssessAll(Plan, new PlanEvidence { Observations = observations }, quarter);
        var uploadedAt = new DateTimeOffset(2024, 1, 10, 0, 0, 0, TimeSpan.Zero);
        return new QuarterSummary
        {
            Plan = Plan,
            Quarter = quarter,
            Version = 3,
            AsOf = new DateTimeOffset(2024, 1, 21, 0, 30, 0, TimeSpan.Zero),
            ProgressSettings = ProgressSettings.Default,
            CompletenessSettings = settings,
            Indicators = assessments.Indicators,
            Projects = assessments.Projects,
            Departments = Completeness.Of(Plan, quarter, [new ReceivedReturn("energy", uploadedAt, IsAccepted: true, [quarter])], settings),
            SubmissionPaths = new Dictionary<string, string> { ["s1"] = "energy/a.xlsx" },
        };
    }

    private static Observation Observation(string indicator, decimal value) => new()
    {
        Key = new(Plan.Id, indicator, Plan.City.Code, Period.FullYear(2023)),
        Value = value,
        Origin = new("s1", DateTimeOffset.UnixEpoch, "表1", "C7", ""),
    };
}
