using System.Globalization;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Storage.Queries;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Storage.Tests;

/// <summary>One small system, asked in every way.</summary>
public sealed class TableReaderTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private TestStorage storage = null!;
    private TableReader reader = null!;

    public async Task InitializeAsync()
    {
        storage = await TestStorage.CreateAsync();
        reader = new TableReader(storage.Clients, TestStorage.Plans);
        var observations = new TableObservationStore(storage.Clients, TestStorage.Plans);
        await observations.ApplyAsync(
            [
                .. from indicator in new[] { "A1", "A2" }
                   from region in new[] { "990100", "990101" }
                   from period in new[] { "2026", "2026Q3", "2026Q3YTD" }
                   select Observation(indicator, region, period, "a", 1.50m),
            ],
            [Report("2026Q3", "a"), Report("2026", "a")],
            None);
        await observations.ApplyAsync([Observation("A1", "990100", "2026Q3", "b", null)], [Report("2026Q3", "b")], None);

        var ledger = new TableSubmissionLedger(storage.Clients, TestStorage.Plans);
        await ledger.AdvanceAsync(Entry("a", "works", SubmissionState.Applied, [new(2026, 1), new(2026, 3)]), None);
        await ledger.AdvanceAsync(Entry("b", "o'hara/不明", SubmissionState.Rejected, [new(2026, 2)]), None);

        var record = Records.Create("works/a.xlsx", Verdict.Rejected);
        foreach (var (id, department) in new[] { ("a", "works"), ("b", "o'hara/不明") })
        {
            var submission = record with { Submission = record.Submission with { Id = id, Department = department } };
            await new TableFindingStore(storage.Clients, TestStorage.Plans).WriteAsync(submission, None);
            await new TableQuarterSubmissionStore(storage.Clients, TestStorage.Plans).WriteAsync(submission, None);
        }

        await new TableCatalogueStore(storage.Clients).WriteAsync(TestPlan.Mini16(), None);
        var act = new AuditAct { Id = "0a1b", At = Records.UploadedAt, Actor = new("li", "administrator", "cli"), Action = "close", Subject = "2026Q3" };
        await new AuditTrail(storage.Clients).BeginAsync(act, None);
        await new AuditTrail(storage.Clients).EndAsync(act, new AuditOutcome(Records.UploadedAt, "v1", Failure: null), None);

        await new BlobNoticeStore(storage.Clients).WriteRowsAsync(
            new ReturnNotice(
                "mini-16", new(2026, 3), NoticeKind.Overdue, Records.UploadedAt, Records.UploadedAt,
                [Returned("statistics", accepted: 1), Returned("works", accepted: 0)]),
            None);

        var summaries = new TableSummaryStore(storage.Clients);
        foreach (var (quarter, version, complete) in new[] { (3, 1, true), (3, 2, true), (3, 3, false), (4, 1, true) })
        {
            var head = new SummaryHead { Plan = "mini-16", Quarter = new(2026, quarter), Version = version, State = SummaryState.Writing, Inputs = "", AsOf = Records.UploadedAt };
            var claim = (await summaries.ClaimAsync(head, None))!;
            if (complete)
            {
                await summaries.CompleteAsync(
                    claim,
                    head,
                    [
                        new("indicator", "A1", new Dictionary<string, object?> { ["Region"] = "990100", ["Status"] = "ahead", ["Value"] = 1.5m, ["Ratio"] = 0.25 }),
                        new("region", "A1.990101", new Dictionary<string, object?> { ["Region"] = "990101", ["Status"] = "ahead" }),
                        new("region", "A10.990101", new Dictionary<string, object?> { ["Region"] = "990101", ["Status"] = "no-data" }),
                        new("project", "B2", new Dictionary<string, object?> { ["Status"] = "behind", ["Department"] = "works" }),
                        new("department", "works", new Dictionary<string, object?> { ["Department"] = "works", ["Received"] = 1 }),
                    ],
                    None);
            }
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(TableNames.Observations, "", 12)]
    [InlineData(TableNames.Observations, "Plan=mini-16", 12)]
    [InlineData(TableNames.Observations, "Plan=mini", 0)]
    [InlineData(TableNames.Observations, "Plan=mini-16;Indicator=A1", 6)]
    [InlineData(TableNames.Observations, "Plan=mini-16;Indicator=A1;Region=990100", 3)]
    [InlineData(TableNames.Observations, "Plan=mini-16;Indicator=A1;Region=990100;Period=2026Q3", 1)]
    [InlineData(TableNames.Observations, "Plan=mini-16;Indicator=A1;Period=2026Q3YTD", 2)]
    [InlineData(TableNames.Observations, "Plan=mini-16;Indicator=A1;Period=2026Q4YTD", 2)]
    [InlineData(TableNames.Observations, "Indicator=A1;Region=990101", 3)]
    [InlineData(TableNames.Observations, "Quarter=2026Q4", 4)]
    [InlineData(TableNames.Observations, "Department=statistics", 12)]
    [InlineData(TableNames.Observations, "Submission=b", 1)]
    [InlineData(TableNames.Observations, "State=withdrawn", 1)]
    [InlineData(TableNames.Observations, "Indicator=A1' or Indicator ne 'A1", 0)]
    [InlineData(TableNames.Observations, "Part=1;Attribute=expected", 6)]
    [InlineData(TableNames.Observations, "Attribute=binding", 0)]
    [InlineData(TableNames.Observations, "From=2026Q4;To=2026Q4", 4)]
    [InlineData(TableNames.Observations, "To=2026Q2", 0)]
    [InlineData(TableNames.Observations, "Filter=Value ge 1.5 and (Region eq '990101' or Period eq '2026')", 8)]
    [InlineData(TableNames.Observations, "Plan=mini-16;Indicator=A1;Filter=PartitionKey eq 'mini-16|A2'", 0)]
    [InlineData(TableNames.Observations, "AsOf=2026-10-12T08:00:00Z", 12)]
    [InlineData(TableNames.Observations, "AsOf=2026-10-12T07:59:59Z", 0)]
    [InlineData(TableNames.Observations, "Plan=mini-16;Indicator=A1;Region=990100;AsOf=2026-10-13T00:00:00Z", 3)]
    [InlineData(TableNames.Observations, "AsOf=2026-10-13T00:00:00Z;State=withdrawn", 1)]
    [InlineData(TableNames.Observations, "AsOf=2026-10-13T00:00:00Z;Filter=Quarter eq '2026Q4'", 4)]
    [InlineData(TableNames.ProjectReports, "AsOf=2026-10-13T00:00:00Z", 2)]
    [InlineData(TableNames.ObservationHistory, "Plan=mini-16;Indicator=A1;Region=990100;Period=2026Q3", 2)]
    [InlineData(TableNames.ObservationHistory, "Submission=b;AsOf=2026-10-12T09:00:00Z", 1)]
    [InlineData(TableNames.ObservationHistory, "Plan=mini-16;Indicator=A1;Region=990100", 4)]
    [InlineData(TableNames.ProjectReports, "Plan=mini-16;Project=B2", 2)]
    [InlineData(TableNames.ProjectReports, "Plan=mini-16;Project=B2;Period=2026Q3", 1)]
    [InlineData(TableNames.ProjectReports, "State=under-construction", 2)]
    [InlineData(TableNames.ProjectReportHistory, "Plan=mini-16;Project=B2;Period=2026Q3", 2)]
    [InlineData(TableNames.Submissions, "", 2)]
    [InlineData(TableNames.Submissions, "Department=o'hara/不明", 1)]
    [InlineData(TableNames.Submissions, "Submission=a", 1)]
    [InlineData(TableNames.Submissions, "State=applied;Plan=mini-16", 1)]
    [InlineData(TableNames.Submissions, "Quarter=2026Q2", 0)]
    [InlineData(TableNames.Submissions, "Quarter=2026Q3", 2)]
    [InlineData(TableNames.Submissions, "Quarter=2026Q3;State=rejected", 1)]
    [InlineData(TableNames.Submissions, "Quarter=2026Q3;Department=works", 1)]
    [InlineData(TableNames.Submissions, "Code=unit-missing", 2)]
    [InlineData(TableNames.Submissions, "Quarter=2026Q3;Code=table-not-found;Filter=Errors eq 0", 2)]
    [InlineData(TableNames.Submissions, "Code=file-empty", 0)]
    [InlineData(TableNames.QuarterSubmissions, "", 2)]
    [InlineData(TableNames.QuarterSubmissions, "Plan=mini-16;Quarter=2026Q3;Department=works", 1)]
    [InlineData(TableNames.QuarterSubmissions, "Plan=mini-16;From=2026Q4", 0)]
    [InlineData(TableNames.QuarterSubmissions, "State=rejected", 2)]
    [InlineData(TableNames.Findings, "Submission=a", 2)]
    [InlineData(TableNames.Findings, "State=error", 2)]
    [InlineData(TableNames.Findings, "Department=o'hara/不明;Code=unit-missing", 1)]
    [InlineData(TableNames.Findings, "Quarter=2026Q3;State=error", 2)]
    [InlineData(TableNames.Findings, "Quarter=2026Q3;Department=works;Code=table-not-found", 1)]
    [InlineData(TableNames.Findings, "Quarter=2026Q2", 0)]
    [InlineData(TableNames.Findings, "Filter=RowNumber ge 7 and not (Severity eq 'error')", 2)]
    [InlineData(TableNames.Catalogue, "Plan=mini-16;Indicator=A3", 1)]
    [InlineData(TableNames.Catalogue, "Indicator=A3", 1)]
    [InlineData(TableNames.Catalogue, "Project=B2", 3)]
    [InlineData(TableNames.Catalogue, "Plan=mini-16;Region=990102", 1)]
    [InlineData(TableNames.Catalogue, "Department=west", 2)]
    [InlineData(TableNames.Returns, "Plan=mini-16;Quarter=2026Q3", 2)]
    [InlineData(TableNames.Returns, "Plan=mini-16;Quarter=2026Q3;State=missing", 1)]
    [InlineData(TableNames.Returns, "Department=statistics", 1)]
    [InlineData(TableNames.Returns, "Quarter=2026Q2", 0)]
    [InlineData(TableNames.Catalogue, "Plan=mini-16;Kind=region", 3)]
    [InlineData(TableNames.Audit, "", 1)]
    [InlineData(TableNames.Audit, "Month=2026-10;State=done", 1)]
    [InlineData(TableNames.Audit, "Month=2026-09", 0)]
    [InlineData(TableNames.Summaries, "", 10)]
    [InlineData(TableNames.Summaries, "From=2026Q4", 5)]
    [InlineData(TableNames.Summaries, "Plan=mini-16;From=2026Q3;To=2026Q3;Kind=indicator", 1)]
    [InlineData(TableNames.Summaries, "Kind=head", 4)]
    [InlineData(TableNames.Summaries, "Kind=department", 2)]
    [InlineData(TableNames.Summaries, "AsOf=2026-10-12T08:00:00Z", 10)]
    [InlineData(TableNames.Summaries, "AsOf=2026-10-12T07:00:00Z", 0)]
    [InlineData(TableNames.Summaries, "Filter=Ratio lt 0.5 and not (Status eq 'behind')", 2)]
    [InlineData(TableNames.Summaries, "Plan=mini-16;Quarter=2026Q3", 5)]
    [InlineData(TableNames.Summaries, "Plan=mini-16;Quarter=2026Q2", 0)]
    [InlineData(TableNames.Summaries, "Quarter=2026Q4", 5)]
    [InlineData(TableNames.Summaries, "Plan=mini-16;Quarter=2026Q3;Version=1;Indicator=A1", 1)]
    [InlineData(TableNames.Summaries, "Kind=region", 4)]
    [InlineData(TableNames.Summaries, "Kind=region;Indicator=A1", 2)]
    [InlineData(TableNames.Summaries, "Plan=mini-16;Quarter=2026Q3;Indicator=A1;Region=990101", 1)]
    [InlineData(TableNames.Summaries, "Plan=mini-16;Quarter=2026Q3;Indicator=A1;Region=990100", 1)]
    [InlineData(TableNames.Summaries, "Plan=mini-16;Quarter=2026Q3;Indicator=A1;Region=990102", 0)]
    [InlineData(TableNames.Summaries, "Kind=department;Indicator=A1", 0)]
    [InlineData(TableNames.Summaries, "Kind=indicator;Project=B2", 0)]
    [InlineData(TableNames.Summaries, "Version=3", 0)]
    [InlineData(TableNames.Summaries, "State=behind", 2)]
    [InlineData(TableNames.Summaries, "Project=B2", 2)]
    [InlineData(TableNames.Summaries, "Plan=mini-16;Quarter=2026Q3;Department=works", 2)]
    public async Task A_question_finds_its_rows(string table, string asked, int count)
    {
        var whole = await reader.ReadAsync(Question(table, asked), None);
        Assert.Equal(count, whole.Rows.Count);
        Assert.Null(whole.Continuation);

        // Row by row the same.
        var rows = new List<IReadOnlyList<object?>>();
        var question = Question(table, asked) with { Top = 1 };
        do
        {
            var page = await reader.ReadAsync(question, None);
            rows.AddRange(page.Rows);
            question = question with { Continuation = page.Continuation };
        }
        while (question.Continuation is not null);
        Assert.Equal(whole.Rows, rows);
    }

    [Fact]
    public async Task Without_a_version_the_latest_complete_one_is_shown()
    {
        var page = await reader.ReadAsync(Question(TableNames.Summaries, "Plan=mini-16;Quarter=2026Q3"), None);
        Assert.All(page.Rows, row => Assert.Equal(2L, row[page.Columns.ToList().IndexOf("Version")]));
    }

    [Fact]
    public async Task A_value_as_known_then_has_the_revision_of_then()
    {
        var question = Question(TableNames.Observations, "Plan=mini-16;Indicator=A1;Region=990100;Period=2026Q3");
        Assert.Equal([2L, "withdrawn", null], await CellsAsync(question, "Revision", "State", "Value"));
        Assert.Equal([2L, "withdrawn", null], await CellsAsync(question with { AsOf = Records.UploadedAt.AddDays(1) }, "Revision", "State", "Value"));
    }

    [Fact]
    public async Task Selected_columns_come_in_the_order_asked_for()
    {
        var page = await reader.ReadAsync(Question(TableNames.Observations, "Submission=b") with { Select = ["Period", "Value", "Indicator"] }, None);
        Assert.Equal(["Period", "Value", "Indicator"], page.Columns);
        Assert.Equal(["2026Q3", null, "A1"], Assert.Single(page.Rows));
        await Assert.ThrowsAsync<RefusedQuestionException>(() => reader.ReadAsync(Question(TableNames.Observations, "") with { Select = ["value"] }, None));
    }

    [Fact]
    public async Task A_continuation_is_good_for_its_own_question_alone()
    {
        var question = Question(TableNames.Observations, "Plan=mini-16;Indicator=A1") with { Top = 2 };
        var continuation = (await reader.ReadAsync(question, None)).Continuation!;
        Assert.Equal(4, (await reader.ReadAsync(question with { Continuation = continuation, Top = 1000 }, None)).Rows.Count);
        foreach (var other in new[]
        {
            question with { Indicator = "A2", Continuation = continuation },
            question with { Filter = "Value ge 0.0", Continuation = continuation },
            question with { Continuation = continuation[..^2] },
            question with { Continuation = (continuation[0] == 'A' ? 'B' : 'A') + continuation[1..] },
        })
            await Assert.ThrowsAsync<RefusedQuestionException>(() => reader.ReadAsync(other, None));
    }

    [Fact]
    public async Task Columns_come_in_the_order_of_the_definition_with_typed_values()
    {
        var page = await reader.ReadAsync(Question(TableNames.ProjectReports, "Period=2026"), None);
        Assert.Equal(TableDefinitions.ProjectReports.Expand(2).Select(column => column.Name), page.Columns);
        var row = page.Columns.Zip(Assert.Single(page.Rows)).ToDictionary(cell => cell.First, cell => cell.Second);
        Assert.Equal("环城绿道", row["ProjectName"]);
        Assert.Equal(45.5m, row["Progress"]);
        Assert.Equal(2026L, row["Year"]);
        Assert.Equal(Records.UploadedAt, row["UploadedAt"]);
        Assert.Null(row["Quantity1"]);
        Assert.Equal(3m, row["Quantity2"]);
        Assert.Equal("驿站（座）", row["QuantityName2"]);
    }

    [Theory]
    [InlineData("Nothing", "")]
    [InlineData(TableNames.Observations, "Project=B2")]
    [InlineData(TableNames.Observations, "Code=file-empty")]
    [InlineData(TableNames.Observations, "AsOf=2026-10-13T00:00:00Z;Filter=Value gt 1.0")]
    [InlineData(TableNames.Findings, "AsOf=2026-10-13T00:00:00Z")]
    [InlineData(TableNames.Observations, "Continuation=abc")]
    [InlineData(TableNames.Observations, "Period=三季度")]
    [InlineData(TableNames.Submissions, "Quarter=Q3")]
    [InlineData(TableNames.Submissions, "Version=1")]
    [InlineData(TableNames.Findings, "Region=990100")]
    public async Task What_a_table_cannot_tell_is_refused(string table, string asked) =>
        await Assert.ThrowsAsync<RefusedQuestionException>(() => reader.ReadAsync(Question(table, asked), None));

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task A_page_has_1_to_1000_rows(int top) =>
        await Assert.ThrowsAsync<RefusedQuestionException>(() => reader.ReadAsync(Question(TableNames.Findings, "") with { Top = top }, None));

    [Fact]
    public async Task Every_row_holds_only_the_columns_of_its_table()
    {
        foreach (var table in TableDefinitions.All)
        {
            var known = table.Expand(2).SelectMany(column => column.Type == TableColumnType.Number ? [column.Name, column.ExactName] : new[] { column.Name }).ToHashSet(StringComparer.Ordinal);
            var used = (await storage.RowsAsync(table.Name)).SelectMany(TableRow.Properties).ToHashSet(StringComparer.Ordinal);
            Assert.Subset(known, used);
            Assert.NotEmpty(used);
        }
    }

    [Fact]
    public async Task Emptying_the_tables_returns_when_entries_were_applied_also_after_an_interruption()
    {
        var maintenance = new StorageMaintenance(storage.Clients, new TableSubmissionLedger(storage.Clients, TestStorage.Plans));
        for (var time = 0; time < 2; time++)
        {
            var applied = await maintenance.ClearTablesAsync(None);
            Assert.Equal([new("a", Records.UploadedAt)], applied);
            foreach (var table in TableNames.All)
                Assert.Empty(await storage.RowsAsync(table));
        }
    }

    private static DepartmentCompleteness Returned(string department, int accepted) => new()
    {
        Department = department,
        Name = department,
        IndicatorsDue = 3,
        IsExpected = true,
        Received = accepted,
        Accepted = accepted,
        IsOnTime = accepted > 0,
    };

    private async Task<IReadOnlyList<object?>> CellsAsync(TableQuestion question, params IReadOnlyList<string> columns) =>
        Assert.Single((await reader.ReadAsync(question with { Select = columns }, None)).Rows);

    private static TableQuestion Question(string table, string asked)
    {
        var parts = asked.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        return new TableQuestion
        {
            Table = table,
            Plan = parts.GetValueOrDefault("Plan"),
            Indicator = parts.GetValueOrDefault("Indicator"),
            Project = parts.GetValueOrDefault("Project"),
            Region = parts.GetValueOrDefault("Region"),
            Period = parts.GetValueOrDefault("Period"),
            Department = parts.GetValueOrDefault("Department"),
            Quarter = parts.GetValueOrDefault("Quarter"),
            Submission = parts.GetValueOrDefault("Submission"),
            Code = parts.GetValueOrDefault("Code"),
            State = parts.GetValueOrDefault("State"),
            From = parts.TryGetValue("From", out var from) ? ReportingQuarter.Parse(from) : null,
            To = parts.TryGetValue("To", out var to) ? ReportingQuarter.Parse(to) : null,
            Part = parts.GetValueOrDefault("Part"),
            Attribute = parts.TryGetValue("Attribute", out var attribute) ? Words<IndicatorAttribute>.Parse(attribute) : null,
            Kind = parts.GetValueOrDefault("Kind"),
            Month = parts.GetValueOrDefault("Month"),
            AsOf = parts.TryGetValue("AsOf", out var asOf) ? DateTimeOffset.Parse(asOf, CultureInfo.InvariantCulture) : null,
            Filter = parts.GetValueOrDefault("Filter"),
            Continuation = parts.GetValueOrDefault("Continuation"),
            Version = parts.TryGetValue("Version", out var version) ? int.Parse(version, CultureInfo.InvariantCulture) : null,
        };
    }

    private static Observation Observation(string indicator, string region, string period, string submission, decimal? value) => new()
    {
        Key = new("mini-16", indicator, region, Period.Parse(period)),
        Value = value,
        Origin = new Origin(submission, Records.UploadedAt, "表一", "C7", "1.50"),
    };

    private static ProjectReport Report(string period, string submission) => new()
    {
        Key = new("mini-16", "B2", Period.Parse(period)),
        State = ProjectState.UnderConstruction,
        Progress = 45.50m,
        Investment = 0.1m,
        Quantities = new Dictionary<int, decimal> { [2] = 3 },
        Origin = new Origin(submission, Records.UploadedAt, "表二", "A7", "环城绿道"),
    };

    private static LedgerEntry Entry(string id, string department, SubmissionState state, IReadOnlyList<ReportingQuarter> quarters) => new()
    {
        Id = id,
        Department = department,
        Plan = "mini-16",
        Path = $"{department}/{id}.xlsx",
        ETag = "0x1",
        UploadedAt = Records.UploadedAt,
        Bytes = 1,
        State = state,
        AppliedAt = state == SubmissionState.Applied ? Records.UploadedAt : null,
        Verdict = state == SubmissionState.Rejected ? Verdict.Rejected : Verdict.Accepted,
        FindingCounts = new Dictionary<string, int> { [FindingCodes.UnitMissing] = 1, [FindingCodes.TableNotFound] = 1 },
        Quarters = quarters,
    };
}
