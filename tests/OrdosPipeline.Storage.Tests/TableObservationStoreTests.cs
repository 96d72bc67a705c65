using System.Globalization;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Storage.Queries;

namespace OrdosPipeline.Storage.Tests;

public sealed class TableObservationStoreTests
{
    private static readonly DateTimeOffset Start = new(2026, 10, 12, 8, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData("0.1234567890123456789012345678")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("5.30")]
    [InlineData("-0.0")]
    [InlineData("100")]
    public async Task A_value_comes_back_with_every_digit(string text)
    {
        var value = decimal.Parse(text, CultureInfo.InvariantCulture);
        var (storage, store) = await CreateAsync();
        await store.ApplyAsync([Observation("a", 0, value)], [], None);
        Assert.Equal(value, Assert.Single(await ListAsync(store.CurrentAsync("mini-16", null, None))).Value);
        Assert.Equal((double)value, Assert.Single(await storage.RowsAsync(TableNames.Observations)).GetDouble("Value"));
    }

    [Fact]
    public async Task An_observation_comes_back_as_it_was()
    {
        var (_, store) = await CreateAsync();
        var observation = Observation("a", 0, 1.5m) with { Remark = "初步数", Origin = new Origin("a", Start, null, "C7", "１.5\n“约”\t😀") };
        await store.ApplyAsync([observation], [], None);
        Assert.Equal(observation, Assert.Single(await ListAsync(store.CurrentAsync("mini-16", "990100", None))));
        Assert.Empty(await ListAsync(store.CurrentAsync("mini-16", "990101", None)));
        Assert.Empty(await ListAsync(store.CurrentAsync("mini", null, None)));
    }

    [Fact]
    public async Task A_text_too_long_for_a_property_is_cut_and_half_a_surrogate_replaced()
    {
        var (storage, store) = await CreateAsync();
        var observation = Observation("a", 0, 1m) with { Remark = "\ud83d" + new string('长', 100_000) };
        await store.ApplyAsync([observation], [], None);
        await store.ApplyAsync([observation], [], None);
        var remark = Assert.Single(await storage.RowsAsync(TableNames.Observations)).GetString("Remark");
        Assert.Equal(TableRow.LongestText, remark.Length);
        Assert.StartsWith("\ufffd长", remark, StringComparison.Ordinal);
        Assert.EndsWith("长…", remark, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_later_upload_counts_and_a_withdrawal_is_kept_but_not_shown()
    {
        var (storage, store) = await CreateAsync();
        await store.ApplyAsync([Observation("b", 2, null)], [], None);
        await store.ApplyAsync([Observation("a", 1, 1m)], [], None);
        Assert.Empty(await ListAsync(store.CurrentAsync("mini-16", null, None)));
        var row = Assert.Single(await storage.RowsAsync(TableNames.Observations));
        Assert.Equal(("withdrawn", 2L, "b"), (row.GetString("State"), row.GetInt64("Revision"), row.GetString("Submission")));
        Assert.DoesNotContain("Value", row.Keys);
        Assert.DoesNotContain("ValueText", row.Keys);
    }

    [Fact]
    public async Task What_was_known_at_an_instant_can_be_asked()
    {
        var (_, store) = await CreateAsync();
        await store.ApplyAsync([Observation("c", 30, null)], [Report("c", 30, 90m)], None);
        await store.ApplyAsync([Observation("a", 10, 1m), Observation("a", 10, 7m, "2026Q3YTD")], [Report("a", 10, 10m)], None);
        await store.ApplyAsync([Observation("b", 20, 2m)], [], None);

        Assert.Empty(await KnownAsync(9));
        Assert.Equal([7m, 1m], await KnownAsync(10));
        Assert.Equal([7m, 2m], await KnownAsync(29));
        Assert.Equal([7m, null], await KnownAsync(30));
        Assert.Empty(await ListAsync(store.ProjectsAsKnownAtAsync("mini-16", Start, None)));
        Assert.Equal(10m, Assert.Single(await ListAsync(store.ProjectsAsKnownAtAsync("mini-16", Start.AddSeconds(29), None))).Progress);
        Assert.Equal(90m, Assert.Single(await ListAsync(store.ProjectsAsKnownAtAsync("mini-16", Start.AddSeconds(30), None))).Progress);

        async Task<IEnumerable<decimal?>> KnownAsync(int seconds) =>
            (await ListAsync(store.AsKnownAtAsync("mini-16", "990100", Start.AddSeconds(seconds), None))).Select(row => row.Value);
    }

    [Fact]
    public async Task More_than_a_page_of_rows_comes_whole()
    {
        var (storage, store) = await CreateAsync();
        var rows = Enumerable.Range(0, 2345).Select(number => Observation("a", 0, number, $"{1000 + number}")).ToList();
        await store.ApplyAsync(rows, [], None);
        Assert.Equal(rows.Select(row => row.Value), (await ListAsync(store.CurrentAsync("mini-16", null, None))).Select(row => row.Value));

        var reader = new TableReader(storage.Clients, TestStorage.Plans);
        var question = new TableQuestion { Table = TableNames.Observations, Plan = "mini-16", Top = 1000 };
        var sizes = new List<int>();
        do
        {
            var page = await reader.ReadAsync(question, None);
            sizes.Add(page.Rows.Count);
            question = question with { Continuation = page.Continuation };
        }
        while (question.Continuation is not null);
        Assert.Equal([1000, 1000, 345], sizes);
    }

    [Fact]
    public async Task A_key_that_stands_twice_is_refused()
    {
        var (_, store) = await CreateAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => store.ApplyAsync([Observation("a", 0, 1m), Observation("a", 0, 2m)], [], None));
    }

    [Fact]
    public async Task Applying_again_writes_no_current_row()
    {
        var (storage, store) = await CreateAsync();
        await store.ApplyAsync([Observation("a", 0, 1m)], [Report("a", 0, 1m)], None);
        var before = await storage.RowsAsync(TableNames.Observations);
        await store.ApplyAsync([Observation("a", 0, 1m)], [Report("a", 0, 1m)], None);
        Assert.Equal(before.Select(row => row.ETag), (await storage.RowsAsync(TableNames.Observations)).Select(row => row.ETag));
    }

    private static async Task<(TestStorage Storage, TableObservationStore Store)> CreateAsync()
    {
        var storage = await TestStorage.CreateAsync(
            [TableNames.Observations, TableNames.ObservationHistory, TableNames.ProjectReports, TableNames.ProjectReportHistory]);
        return (storage, new TableObservationStore(storage.Clients, TestStorage.Plans));
    }

    private static Observation Observation(string submission, int seconds, decimal? value, string period = "2026Q3") => new()
    {
        Key = new("mini-16", "A2", "990100", Period.Parse(period)),
        Value = value,
        Origin = new Origin(submission, Start.AddSeconds(seconds), "表一", "C7", "text"),
    };

    private static ProjectReport Report(string submission, int seconds, decimal progress) => new()
    {
        Key = new("mini-16", "B2", Period.Parse("2026Q3")),
        State = ProjectState.UnderConstruction,
        Progress = progress,
        Quantities = new Dictionary<int, decimal> { [2] = 3 },
        Origin = new Origin(submission, Start.AddSeconds(seconds), "表二", "A7", "环城绿道"),
    };

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> rows)
    {
        var list = new List<T>();
        await foreach (var row in rows)
            list.Add(row);
        return list;
    }
}
