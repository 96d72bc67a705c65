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
    public async Task A_version_is_claimed_completed_and_published()
    {
        var store = await CreateAsync();
        var claim = (await store.ClaimAsync(Head(1), None))!;
        Assert.Equal([Head(1)], await store.VersionsAsync("mini-16", Quarter, None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.PublishAsync(Head(1), AsOf, None));
        await store.CompleteAsync(claim, Head(1), [Row("A1")], None);
        Assert.Null(await store.ClaimAsync(Head(1), None));
        Assert.NotNull(await store.ClaimAsync(Head(2), None));
        await store.PublishAsync(Head(1), AsOf.AddDays(1), None);
        await store.PublishAsync(Head(1), AsOf.AddDays(2), None);
        Assert.Equal(
            [Head(1) with { State = SummaryState.Published, PublishedAt = AsOf.AddDays(1) }, Head(2)],
            await store.VersionsAsync("mini-16", Quarter, None));
        Assert.Empty(await store.VersionsAsync("mini-16", Quarter.Next, None));
        Assert.Null(await store.ClaimAsync(Head(1), None));
        await Assert.ThrowsAsync<SummaryOvertakenException>(() => store.CompleteAsync(claim, Head(1), [], None));
        await Assert.ThrowsAsync<SummaryOvertakenException>(() => store.WriteReportAsync(claim, "report.html", "text/html", _ => Task.CompletedTask, None));
    }

    [Fact]
    public async Task Whoever_claims_last_writes_and_leaves_only_its_own_rows()
    {
        var storage = await TestStorage.CreateAsync();
        var store = new TableSummaryStore(storage.Clients);
        var first = (await store.ClaimAsync(Head(1), None))!;
        // Cut off after the second of three transactions.
        var cut = new TableSummaryStore(storage.Through(new CrashPolicy(number => number == 2 ? Crash.After : Crash.No)));
        await Assert.ThrowsAsync<CrashException>(() => cut.CompleteAsync(first, Head(1), [.. Enumerable.Range(1, 250).Select(number => Row($"A{number}"))], None));
        Assert.Equal(199, (await storage.RowsAsync(TableNames.Summaries)).Count);

        var second = (await store.ClaimAsync(Head(1), None))!;
        await Assert.ThrowsAsync<SummaryOvertakenException>(() => store.CompleteAsync(first, Head(1), [Row("A7")], None));
        var other = (await store.ClaimAsync(Head(2), None))!;
        await store.CompleteAsync(other, Head(2), [Row("A9")], None);
        await store.CompleteAsync(second, Head(1), [Row("A1"), new SummaryRow("project", "B/2", new Dictionary<string, object?> { ["Status"] = "ahead", ["YearsMet"] = 2, ["Ratio"] = 1.5, ["Stale"] = true, ["Age"] = null })], None);
        Assert.Equal(
            ["head|v0001", "head|v0002", "v0001|1indicator|A1", "v0001|4project|B~002F2", "v0002|1indicator|A9"],
            (await storage.RowsAsync(TableNames.Summaries)).Select(row => row.RowKey));
        Assert.All((await storage.RowsAsync(TableNames.Summaries)).Take(2), head => Assert.Null(head.GetString("Writer")));
    }

    [Fact]
    public async Task A_column_that_no_definition_knows_is_refused()
    {
        var store = await CreateAsync();
        var claim = (await store.ClaimAsync(Head(1), None))!;
        var row = new SummaryRow("indicator", "A1", new Dictionary<string, object?> { ["Unheard"] = 1 });
        Assert.Contains("Unheard", (await Assert.ThrowsAsync<ArgumentException>(() => store.CompleteAsync(claim, Head(1), [row], None))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_are_written_listed_and_read()
    {
        var store = await CreateAsync();
        var claim = (await store.ClaimAsync(Head(12), None))!;
        await store.WriteReportAsync(claim, "summary.json", "application/json", Text("{}"), None);
        await store.WriteReportAsync(claim, "report.html", "text/html", Text("先"), None);
        await store.WriteReportAsync(claim, "report.html", "text/html", Text("中"), None);
        Assert.Equal("中", await ReadAsync(store, "report.html"));
        await store.WriteOnceAsync(Head(12), "published.json", "application/json", Text("1"), None);
        await store.WriteOnceAsync(Head(12), "published.json", "application/json", Text("2"), None);
        Assert.Equal("1", await ReadAsync(store, "published.json"));
        Assert.Null(await store.OpenReportAsync("mini-16", Quarter, 13, "report.html", None));
        var listed = new List<(string, ReportingQuarter, int)>();
        await foreach (var version in store.ListReportsAsync(None))
            listed.Add(version);
        Assert.Equal([("mini-16", Quarter, 12)], listed);
    }

    /// <summary>Three runs at once, request by request in any order, each perhaps cut off before or after one of its requests.</summary>
    [Fact]
    public async Task However_many_write_a_version_and_wherever_they_are_cut_off_it_is_one_runs_own_or_invisible()
    {
        const int Rounds = 60;
        var (complete, overtaken, cutOff) = (0, 0, 0);
        for (var seed = 1; seed <= Rounds; seed++)
        {
            var storage = await TestStorage.CreateAsync(TableNames.Summaries);
            await storage.Clients.Container(BlobNames.Reports).CreateAsync();
            var turns = new Turns(new Random(seed), runs: 3);
            var ends = await Task.WhenAll(Enumerable.Range(0, 3).Select(run => EndAsync(storage, turns, run)));
            overtaken += ends.Count(end => end is SummaryOvertakenException);
            cutOff += ends.Count(end => end is CrashException);
            complete += await AssertOwnAsync(storage, $"seed {seed}") ? 1 : 0;

            // A run that is left alone completes what is there.
            await RunAsync(new TableSummaryStore(storage.Clients), run: 9);
            Assert.True(await AssertOwnAsync(storage, $"seed {seed}, completed"));
        }

        // Each of these has occurred, or nothing was tested.
        Assert.All([complete, Rounds - complete, overtaken, cutOff], count => Assert.InRange(count, 3, 3 * Rounds));

        static async Task<Exception?> EndAsync(TestStorage storage, Turns turns, int run)
        {
            try
            {
                await RunAsync(new TableSummaryStore(storage.ThroughAll(turns.PolicyOf(run))), run);
                return null;
            }
            catch (Exception exception) when (exception is CrashException or SummaryOvertakenException)
            {
                return exception;
            }
            finally
            {
                turns.End();
            }
        }

        static async Task RunAsync(TableSummaryStore store, int run)
        {
            if (await store.ClaimAsync(Head(1) with { Inputs = $"{run}" }, None) is not { } claim)
                return;
            foreach (var file in new[] { "summary.json", "report.html" })
                await store.WriteReportAsync(claim, file, "text/plain", Text($"{run}"), None);
            await store.CompleteAsync(claim, claim.Head, [.. Enumerable.Range(run, 210 + (30 * run)).Select(number => Row($"A{number}", run))], None);
        }

        static async Task<bool> AssertOwnAsync(TestStorage storage, string where)
        {
            var rows = await storage.RowsAsync(TableNames.Summaries);
            var head = rows.SingleOrDefault(row => row.RowKey == "head|v0001");
            if (head?.GetString("State") != "computed")
                return false;
            var run = int.Parse(head.GetString("Inputs"), System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(rows.Count == 1 + 210 + (30 * run), $"{where}: {rows.Count} rows of run {run}");
            Assert.All(rows.Where(row => row != head), row => Assert.Equal(run, (int)row.GetDouble("Value")!.Value));
            var store = new TableSummaryStore(storage.Clients);
            Assert.Equal([$"{run}", $"{run}"], [await ReadAsync(store, "summary.json", 1), await ReadAsync(store, "report.html", 1)]);
            return true;
        }
    }

    private static async Task<string> ReadAsync(TableSummaryStore store, string file, int version = 12)
    {
        await using var report = await store.OpenReportAsync("mini-16", Quarter, version, file, None);
        return await new StreamReader(report!, Encoding.UTF8).ReadToEndAsync();
    }

    private static Func<Stream, Task> Text(string text) => output => output.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask();

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

    private static SummaryRow Row(string id, decimal value = 1.5m) => new("indicator", id, new Dictionary<string, object?> { ["Name"] = id, ["Value"] = value, ["Status"] = "on-schedule" });
}
