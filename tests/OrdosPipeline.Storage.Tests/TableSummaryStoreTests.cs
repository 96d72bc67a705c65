using System.Text;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage.Tests;

public sealed class TableSummaryStoreTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly ReportingQuarter Quarter = new(2026, 3);
    private static readonly DateTimeOffset AsOf = new(2026, 10, 22, 0, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_version_is_reserved_once_completed_and_published()
    {
        var store = await CreateAsync();
        Assert.True(await store.ReserveAsync(Head(1), None));
        Assert.False(await store.ReserveAsync(Head(1), None));
        Assert.Equal([Head(1)], await store.VersionsAsync("mini-16", Quarter, None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.PublishAsync(Head(1), AsOf, None));
        await store.CompleteAsync(Head(1), [Row("A1")], None);
        Assert.True(await store.ReserveAsync(Head(2), None));
        await store.PublishAsync(Head(1), AsOf.AddDays(1), None);
        await store.PublishAsync(Head(1), AsOf.AddDays(2), None);
        Assert.Equal(
            [Head(1) with { State = SummaryState.Published, PublishedAt = AsOf.AddDays(1) }, Head(2)],
            await store.VersionsAsync("mini-16", Quarter, None));
        Assert.Empty(await store.VersionsAsync("mini-16", Quarter.Next, None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.CompleteAsync(Head(1), [], None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.WriteReportAsync(Head(1), "report.html", "text/html", _ => Task.CompletedTask, None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.CompleteAsync(Head(3), [], None));
    }

    [Fact]
    public async Task Completing_again_leaves_only_its_own_rows()
    {
        var storage = await TestStorage.CreateAsync();
        var store = new TableSummaryStore(storage.Clients);
        await store.ReserveAsync(Head(1), None);
        await store.ReserveAsync(Head(2), None);
        await store.CompleteAsync(Head(2), [Row("A9")], None);
        await store.CompleteAsync(Head(1), [.. Enumerable.Range(1, 250).Select(number => Row($"A{number}"))], None);
        await store.CompleteAsync(Head(1), [Row("A1"), new SummaryRow("project", "B/2", new Dictionary<string, object?> { ["Status"] = "ahead", ["YearsMet"] = 2, ["Ratio"] = 1.5, ["Stale"] = true, ["Age"] = null })], None);
        Assert.Equal(
            ["head|v0001", "head|v0002", "v0001|1indicator|A1", "v0001|4project|B~002F2", "v0002|1indicator|A9"],
            (await storage.RowsAsync(TableNames.Summaries)).Select(row => row.RowKey));
    }

    [Fact]
    public async Task A_column_that_no_definition_knows_is_refused()
    {
        var store = await CreateAsync();
        await store.ReserveAsync(Head(1), None);
        var row = new SummaryRow("indicator", "A1", new Dictionary<string, object?> { ["Unheard"] = 1 });
        Assert.Contains("Unheard", (await Assert.ThrowsAsync<ArgumentException>(() => store.CompleteAsync(Head(1), [row], None))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_are_written_listed_and_read()
    {
        var store = await CreateAsync();
        await store.WriteReportAsync(Head(12), "summary.json", "application/json", output => output.WriteAsync("{}"u8.ToArray()).AsTask(), None);
        await store.WriteReportAsync(Head(12), "report.html", "text/html", output => output.WriteAsync("中"u8.ToArray()).AsTask(), None);
        await using var report = await store.OpenReportAsync("mini-16", Quarter, 12, "report.html", None);
        Assert.Equal("中", await new StreamReader(report!, Encoding.UTF8).ReadToEndAsync());
        Assert.Null(await store.OpenReportAsync("mini-16", Quarter, 13, "report.html", None));
        var listed = new List<(string, ReportingQuarter, int)>();
        await foreach (var version in store.ListReportsAsync(None))
            listed.Add(version);
        Assert.Equal([("mini-16", Quarter, 12)], listed);
    }

    private static async Task<TableSummaryStore> CreateAsync() => new((await TestStorage.CreateAsync()).Clients);

    private static SummaryHead Head(int version) => new()
    {
        Plan = "mini-16",
        Quarter = Quarter,
        Version = version,
        State = SummaryState.Writing,
        Inputs = "00ff",
        AsOf = AsOf,
    };

    private static SummaryRow Row(string id) => new("indicator", id, new Dictionary<string, object?> { ["Name"] = id, ["Value"] = 1.5m, ["Status"] = "on-schedule" });
}
