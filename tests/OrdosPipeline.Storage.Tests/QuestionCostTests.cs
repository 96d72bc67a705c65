using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Storage.Queries;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Storage.Tests;

/// <summary>TABLES.md says what each question costs: its filters are taken by the service as they stand, and no question asks for more than it says.</summary>
public sealed partial class QuestionCostTests
{
    public static TheoryData<string, string, string, string> Documented
    {
        get
        {
            var questions = new TheoryData<string, string, string, string>();
            var table = "";
            foreach (var line in File.ReadLines(Checkout.PathOf("functions", "OrdosPipeline.Storage", "TABLES.md")))
            {
                if (line.StartsWith("## ", StringComparison.Ordinal))
                    table = line[3..];
                if (TableNames.All.Contains(table) && Question().Match(line.Replace("\\|", "\u0001", StringComparison.Ordinal)) is { Success: true } match)
                    questions.Add(table, match.Groups["question"].Value, match.Groups["filter"].Value.Replace('\u0001', '|'), match.Groups["cost"].Value);
            }

            return questions;
        }
    }

    [Theory]
    [MemberData(nameof(Documented))]
    public async Task A_documented_filter_is_taken_by_the_service_and_costs_what_is_said(string table, string question, string filter, string cost)
    {
        var storage = await TestStorage.CreateAsync([table]);
        await foreach (var row in storage.Clients.Table(table).QueryAsync<TableEntity>(filter))
            Assert.Fail($"{question}: the table is empty, but {row.RowKey} was found.");
        // What can be asked with the API's $filter is the same.
        Assert.NotEmpty(ODataFilter.Parse(filter, TableDefinitions.Of(table)).Text);

        var keys = (
            Partition: filter.Contains("PartitionKey eq ", StringComparison.Ordinal) ? "one" : filter.Contains("PartitionKey ge ", StringComparison.Ordinal) ? "range" : "any",
            Row: filter.Contains("RowKey eq ", StringComparison.Ordinal) ? "one" : filter.Contains("RowKey ge ", StringComparison.Ordinal) ? "range" : "any");
        (string, string)[] said = cost switch
        {
            "one row" => [("one", "one")],
            "its rows" or "its heads" => [("one", "range")],
            "one partition" => [("one", "any")],
            "the plan" or "the plan's history" => [("range", "any")],
            "the table" => [("any", "any"), ("any", "one")],
            _ when cost.StartsWith("the heads", StringComparison.Ordinal) => [("range", "range")],
            _ => throw new InvalidOperationException($"'{cost}' is no cost that is explained."),
        };
        Assert.Contains(keys, said);
    }

    [Theory]
    // The index of the quarter, then one request for each department.
    [InlineData(TableNames.Submissions, "quarter", 1 + 2)]
    // The index, then one partition for each submission that has the code.
    [InlineData(TableNames.Findings, "quarter code", 1 + 3)]
    // The department's partition of the ledger, then one partition for each submission.
    [InlineData(TableNames.Findings, "department", 1 + 2)]
    [InlineData(TableNames.Findings, "submission", 1)]
    [InlineData(TableNames.QuarterSubmissions, "quarter", 1)]
    // The heads, then one row for each quarter.
    [InlineData(TableNames.Summaries, "indicator", 1 + 2)]
    [InlineData(TableNames.Summaries, "quarter", 1 + 1)]
    public async Task A_question_makes_no_more_requests_than_it_needs(string table, string asked, int requests)
    {
        var storage = await TestStorage.CreateAsync();
        var ledger = new TableSubmissionLedger(storage.Clients, TestStorage.Plans);
        foreach (var path in new[] { "works/a.xlsx", "works/b.xlsx", "west/c.xlsx" })
        {
            var record = Records.Create(path, Verdict.Accepted) with { Submission = Records.Create(path, Verdict.Accepted).Submission with { Department = path.Split('/')[0] } };
            await ledger.AdvanceAsync(LedgerEntries.Of(record, SubmissionState.Accepted), CancellationToken.None);
            await new TableFindingStore(storage.Clients, TestStorage.Plans).WriteAsync(record, CancellationToken.None);
            await new TableQuarterSubmissionStore(storage.Clients, TestStorage.Plans).WriteAsync(record, CancellationToken.None);
        }

        foreach (var quarter in new[] { 3, 4 })
        {
            var head = new SummaryHead { Plan = "mini-16", Quarter = new(2026, quarter), Version = 1, State = SummaryState.Writing, Inputs = "", AsOf = Records.UploadedAt };
            var summaries = new TableSummaryStore(storage.Clients);
            var claim = (await summaries.ClaimAsync(head, CancellationToken.None))!;
            await summaries.CompleteAsync(claim, head, [new("indicator", "A1", new Dictionary<string, object?> { ["Status"] = "ahead" })], CancellationToken.None);
        }

        var counter = new CountingPolicy();
        var question = new TableQuestion
        {
            Table = table,
            Plan = "mini-16",
            Quarter = asked.Contains("quarter", StringComparison.Ordinal) ? "2026Q3" : null,
            Code = asked.Contains("code", StringComparison.Ordinal) ? FindingCodes.UnitMissing : null,
            Department = asked == "department" ? "works" : null,
            Submission = asked == "submission" ? BlobNames.SubmissionId("works/a.xlsx", "0x1") : null,
            Indicator = asked == "indicator" ? "A1" : null,
        };
        var page = await new TableReader(storage.Through(counter), TestStorage.Plans).ReadAsync(question, CancellationToken.None);
        Assert.NotEmpty(page.Rows);
        Assert.Equal(requests, counter.Requests);
    }

    private sealed class CountingPolicy : HttpPipelinePolicy
    {
        private int requests;

        public int Requests => requests;

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

        public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            Interlocked.Increment(ref requests);
            return ProcessNextAsync(message, pipeline);
        }
    }

    /// <summary>A row of a table of questions whose second cell is, or begins with, a filter.</summary>
    [GeneratedRegex("^\\| (?<question>[^|]+) \\| [^`|]*`(?<filter>[^`]*(?: eq | ge )[^`]*)`[^|]*\\| (?<cost>[^|]+) \\|$")]
    private static partial Regex Question();
}
