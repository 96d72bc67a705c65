using OrdosPipeline.Core;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage.Tests;

/// <summary>Acts of administrators are put down before and after, and outlive the table.</summary>
public sealed class AuditTrailTests
{
    private static readonly Actor Li = new("li@plan-office", "administrator", "cli");

    [Fact]
    public async Task An_act_is_put_down_before_it_is_done_and_with_how_it_ended()
    {
        var storage = await TestStorage.CreateAsync();
        var administration = new Administration(new AuditTrail(storage.Clients), new FixedClock(Records.UploadedAt));
        var seen = "";

        var result = await administration.DoAsync(
            Li,
            new AuditOrder("publish", "2026Q3 v1") { Plan = "mini-16", Before = "computed", Reason = "市政府常务会议" },
            async () =>
            {
                seen = await storage.DumpAsync(TableNames.Audit);
                return 7;
            },
            number => $"published {number}",
            CancellationToken.None);

        Assert.Equal(7, result);
        Assert.EndsWith("State=begun\tSubject=2026Q3 v1\tVia=cli", seen, StringComparison.Ordinal);
        var row = Assert.Single(await storage.RowsAsync(TableNames.Audit));
        Assert.Equal("2026-10", row.PartitionKey);
        Assert.Equal(
            ("done", "computed", "published 7", "li@plan-office", "administrator", "市政府常务会议", "mini-16"),
            (row["State"], row["Before"], row["After"], row["Actor"], row["Role"], row["Reason"], row["Plan"]));
    }

    [Fact]
    public async Task An_act_that_fails_says_why_and_fails()
    {
        var storage = await TestStorage.CreateAsync();
        var administration = new Administration(new AuditTrail(storage.Clients), new FixedClock(Records.UploadedAt));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => administration.DoAsync<int>(
            Li, new AuditOrder("replay", "a"), () => throw new InvalidOperationException("gone"), _ => "never", CancellationToken.None));

        Assert.Equal("gone", failure.Message);
        var row = Assert.Single(await storage.RowsAsync(TableNames.Audit));
        Assert.Equal(("failed", "InvalidOperationException: gone", false), (row["State"], row["Failure"], row.ContainsKey("After")));
    }

    [Fact]
    public async Task The_table_is_made_again_from_the_documents_also_for_an_act_that_was_cut_off()
    {
        var storage = await TestStorage.CreateAsync();
        var trail = new AuditTrail(storage.Clients);
        var cutOff = Act("aaaaaaaaaaaa");
        await trail.BeginAsync(cutOff, CancellationToken.None);
        var done = Act("bbbbbbbbbbbb");
        await trail.BeginAsync(done, CancellationToken.None);
        await trail.EndAsync(done, new AuditOutcome(Records.UploadedAt, "v2", Failure: null), CancellationToken.None);
        // A second ending is not believed.
        await trail.EndAsync(done, new AuditOutcome(Records.UploadedAt, "v3", Failure: null), CancellationToken.None);
        var before = await storage.DumpAsync(TableNames.Audit);
        await TableRows.DeleteAsync(storage.Clients.Table(TableNames.Audit), filter: null, new HashSet<string>(), CancellationToken.None);

        Assert.Equal(2, await trail.RestoreAsync(CancellationToken.None));

        Assert.Equal(before, await storage.DumpAsync(TableNames.Audit));
        Assert.Contains("After=v2", before, StringComparison.Ordinal);
        Assert.DoesNotContain("v3", before, StringComparison.Ordinal);
        Assert.Contains("State=begun", before, StringComparison.Ordinal);
    }

    private static AuditAct Act(string id) => new() { Id = id, At = Records.UploadedAt, Actor = Li, Action = "close", Subject = "2026Q3" };

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
