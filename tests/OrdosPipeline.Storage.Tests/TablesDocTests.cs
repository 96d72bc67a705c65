using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Storage.Queries;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Storage.Tests;

/// <summary>TABLES.md says what the code does.</summary>
public sealed class TablesDocTests
{
    private static readonly string Document = File.ReadAllText(Checkout.PathOf("functions", "OrdosPipeline.Storage", "TABLES.md"));

    public static TheoryData<string> Tables => [.. TableNames.All];

    [Fact]
    public void Every_table_has_a_section_in_order_and_no_other_table_has() => Assert.Equal(
        TableNames.All,
        Document.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]).Where(title => Section(title).Contains("PartitionKey `", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_section_lists_exactly_the_columns(string table)
    {
        var documented = Section(table).Split('\n')
            .SkipWhile(line => line != "| Column | Chinese | Type | Meaning | Example |").Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => string.Join(" | ", Cells(line).Take(4)));
        Assert.Equal(TableDefinitions.Of(table).Columns.Select(column => $"{column.Name} | {column.Title} | {Word(column.Type)} | {column.Meaning}"), documented);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_column_has_a_Chinese_heading_of_its_own(string table)
    {
        var columns = TableDefinitions.Of(table).Expand(2);
        Assert.All(columns, column => Assert.Matches(@"^[\u4e00-\u9fff][\u4e00-\u9fff0-9（）％%]*$", column.Title));
        Assert.Empty(columns.GroupBy(column => column.Title).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void The_words_for_codes_are_listed()
    {
        var words = TableDefinitions.All
            .SelectMany(table => table.Columns.Where(column => column.Words is not null).Select(column => (Name: $"{table.Name}.{column.Name}", Text: string.Join(", ", column.Words!.Select(pair => $"{pair.Key} {pair.Value}")))))
            .GroupBy(column => column.Text, column => $"`{column.Name}`")
            .Select(group => $"| {string.Join(", ", group)} | {group.Key} |");
        Assert.Equal(words, Document.Split('\n').SkipWhile(line => line != "| Column | Words for its codes |").Skip(2).TakeWhile(line => line.StartsWith('|')));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_column_says_which_codes_it_holds(string table) => Assert.All(
        TableDefinitions.Of(table).Columns.Where(column => column.Words is not null),
        column => Assert.Equal([], column.Words!.Keys.Where(code => !column.Meaning.Contains(code, StringComparison.Ordinal))));

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_section_gives_the_format_of_the_keys(string table)
    {
        var definition = TableDefinitions.Of(table);
        Assert.Contains($"PartitionKey `{definition.PartitionKey}`, RowKey `{definition.RowKey}`, such as ", Section(table), StringComparison.Ordinal);
    }

    [Fact]
    public void The_examples_of_keys_are_what_the_code_makes()
    {
        const string Submission = "0a1b2c3d4e5f60718293";
        var (period, quarter) = (Period.Parse("2023Q3YTD"), new ReportingQuarter(2023, 3));
        var origin = new Origin(Submission, new DateTimeOffset(2023, 10, 12, 8, 0, 0, TimeSpan.Zero), null, "C7", "");
        AssertExample(TableNames.Submissions, TableKeys.SubmissionPartition("statistics"), TableKeys.SubmissionRow(Submission));
        AssertExample(TableNames.Findings, TableKeys.FindingPartition(Submission), TableKeys.FindingRow(12));
        AssertExample(TableNames.Observations, TableKeys.ObservationPartition("ordos-14", "H01"), TableKeys.ObservationRow("150600", period));
        AssertExample(TableNames.ObservationHistory, TableKeys.ObservationPartition("ordos-14", "H01"), TableKeys.ObservationHistoryRow("150600", period, origin));
        AssertExample(TableNames.ProjectReports, TableKeys.ProjectPartition("ordos-14", "P017"), TableKeys.ProjectRow(Period.Parse("2023Q3")));
        AssertExample(TableNames.ProjectReportHistory, TableKeys.ProjectPartition("ordos-14", "P017"), TableKeys.ProjectHistoryRow(Period.Parse("2023Q3"), origin));
        AssertExample(TableNames.Catalogue, TableKeys.CataloguePartition("ordos-14", "indicator"), TableKeys.CatalogueRow("H01"));
        AssertExample(TableNames.Returns, TableKeys.ReturnPartition("ordos-14", quarter), TableKeys.ReturnRow("overdue", "statistics"));
        AssertExample(TableNames.Summaries, TableKeys.SummaryPartition("ordos-14", quarter), TableKeys.SummaryRow(1, "indicator", "H01"));
        AssertExample(TableNames.QuarterSubmissions, TableKeys.QuarterSubmissionPartition("ordos-14", quarter), TableKeys.QuarterSubmissionRow("statistics", origin.UploadedAt, Submission));
        AssertExample(TableNames.Audit, TableKeys.AuditPartition(origin.UploadedAt), TableKeys.AuditRow(origin.UploadedAt, "9f86d081884c"));
        Assert.Contains($"`{TableKeys.SummaryHeadRow(1)}`", Section(TableNames.Summaries), StringComparison.Ordinal);
        Assert.Contains($"`{TableKeys.CatalogueRow("平方米/人")}`", Section(TableNames.Catalogue), StringComparison.Ordinal);
    }

    [Fact]
    public void The_filters_are_what_the_code_asks()
    {
        var queries = new TableQueries(new PlanLibrary([TestPlan.Ordos14()]));
        TableQuestion[] questions =
        [
            new() { Table = TableNames.Submissions, Department = "statistics", Submission = "0a1b2c3d4e5f60718293" },
            new() { Table = TableNames.Submissions, Department = "statistics" },
            new() { Table = TableNames.Submissions, Submission = "0a1b2c3d4e5f60718293" },
            new() { Table = TableNames.Submissions, State = "failed" },
            new() { Table = TableNames.QuarterSubmissions, Plan = "ordos-14", Quarter = "2023Q3" },
            new() { Table = TableNames.QuarterSubmissions, Plan = "ordos-14", Quarter = "2023Q3", Department = "statistics" },
            new() { Table = TableNames.Findings, Submission = "0a1b2c3d4e5f60718293" },
            new() { Table = TableNames.Findings, Submission = "0a1b2c3d4e5f60718293", Code = "unit-missing" },
            new() { Table = TableNames.Observations, Plan = "ordos-14", Indicator = "H01", Region = "150600", Period = "2023Q3YTD" },
            new() { Table = TableNames.Observations, Plan = "ordos-14", Indicator = "H01", Region = "150600" },
            new() { Table = TableNames.Observations, Plan = "ordos-14", Indicator = "H01" },
            new() { Table = TableNames.Observations, Plan = "ordos-14", Region = "150602" },
            new() { Table = TableNames.Observations, Plan = "ordos-14", From = new(2022, 1), To = new(2023, 4), Part = "7", Attribute = IndicatorAttribute.Binding },
            new() { Table = TableNames.Observations, Submission = "0a1b2c3d4e5f60718293" },
            new() { Table = TableNames.ObservationHistory, Plan = "ordos-14", Indicator = "H01", Region = "150600", Period = "2023Q3YTD" },
            new() { Table = TableNames.ProjectReports, Plan = "ordos-14", Project = "P017", Period = "2023Q3" },
            new() { Table = TableNames.ProjectReports, Plan = "ordos-14", Project = "P017" },
            new() { Table = TableNames.ProjectReports, Plan = "ordos-14", Quarter = "2023Q3", State = "suspended" },
            new() { Table = TableNames.ProjectReportHistory, Plan = "ordos-14", Project = "P017", Period = "2023Q3" },
            new() { Table = TableNames.Catalogue, Plan = "ordos-14", Indicator = "H01" },
            new() { Table = TableNames.Catalogue, Plan = "ordos-14", Project = "P017" },
            new() { Table = TableNames.Returns, Plan = "ordos-14", Quarter = "2023Q3", State = "missing" },
            new() { Table = TableNames.Returns, Plan = "ordos-14", Department = "statistics" },
            new() { Table = TableNames.Catalogue, Plan = "ordos-14", Kind = "region" },
            new() { Table = TableNames.Audit, Month = "2023-10" },
        ];
        foreach (var question in questions)
            Assert.Contains($"`{queries.Of(question)}`", Unescaped(Section(question.Table)), StringComparison.Ordinal);

        var summary = new TableQuestion { Table = TableNames.Summaries, Plan = "ordos-14" };
        var version = new SummaryVersion("ordos-14", new ReportingQuarter(2023, 3), 1);
        foreach (var filter in new[]
        {
            TableQueries.OfSummary(summary, version), TableQueries.OfSummary(summary with { Kind = "indicator" }, version),
            TableQueries.OfSummary(summary with { Indicator = "H01" }, version), TableQueries.SummaryHeads(summary),
        })
            Assert.Contains($"`{filter}`", Unescaped(Section(TableNames.Summaries)), StringComparison.Ordinal);
        Assert.Contains($"`{TableQueries.SummaryHeads(new() { Table = TableNames.Summaries, Plan = "ordos-14", Quarter = "2023Q3" })}`", Unescaped(Section(TableNames.Summaries)), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_container_is_described() =>
        Assert.All(BlobNames.Containers, container => Assert.Contains($"| `{container}/", Section("Blobs"), StringComparison.Ordinal));

    private static void AssertExample(string table, string partitionKey, string rowKey) =>
        Assert.Contains($"such as `{partitionKey}` and `{rowKey}`", Section(table), StringComparison.Ordinal);

    private static string Section(string title)
    {
        var start = Document.IndexOf($"## {title}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"TABLES.md has no section {title}.");
        var end = Document.IndexOf("\n## ", start, StringComparison.Ordinal);
        return end < 0 ? Document[start..] : Document[start..end];
    }

    private static string[] Cells(string line) => [.. Unescaped(line.Replace("\\|", "\u0001", StringComparison.Ordinal)).Trim('|').Split('|').Select(cell => cell.Replace('\u0001', '|').Trim())];

    private static string Unescaped(string text) => text.Replace("\\|", "|", StringComparison.Ordinal);

    private static string Word(TableColumnType type) => type switch
    {
        TableColumnType.WholeNumber => "whole number",
        TableColumnType.YesNo => "yes or no",
        _ => type.ToString().ToLowerInvariant(),
    };
}
