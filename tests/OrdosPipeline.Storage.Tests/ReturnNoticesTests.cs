using System.Text;
using Azure;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Storage.Tests;

/// <summary>Who is missing is put down once before the deadline and once after, whatever happens in between.</summary>
public sealed class ReturnNoticesTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly ReportingQuarter Q1 = new(2026, 1);

    // The deadline of 2026Q1 is the end of 20 April in China, the reminder is due 7 days earlier.
    private static readonly DateTimeOffset Deadline = new(2026, 4, 20, 16, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-8, null)]
    [InlineData(-7, "reminder")]
    [InlineData(-1, "reminder")]
    [InlineData(0, "overdue")]
    [InlineData(60, "overdue")]
    public async Task A_notice_is_due_from_some_days_before_the_deadline_until_the_next_quarter_ends(int days, string? notice)
    {
        var (notices, _, poster, _) = await CreateAsync(Deadline.AddDays(days));
        Assert.Equal(notice is null ? [] : [notice], (await notices.WriteDueAsync(None)).Select(written => written.Code));
        Assert.Equal(notice is null ? [] : [notice], poster.Posted.Select(posted => posted.Code));
    }

    [Fact]
    public async Task Reminder_and_overdue_notice_say_who_is_missing_in_files_and_rows()
    {
        var (notices, storage, _, clock) = await CreateAsync(Deadline.AddDays(-1));
        await ReceiveAsync(storage, "statistics", Deadline.AddDays(-3));
        await notices.WriteDueAsync(None);
        clock.Now = Deadline.AddDays(1);
        await ReceiveAsync(storage, "works", Deadline.AddHours(1));
        await notices.WriteDueAsync(None);

        Approved.Matches($"{await TextAsync(storage, "reminder")}\n--------\n\n{await TextAsync(storage, "overdue")}", "Notices");
        Assert.Equal(
            ["overdue|statistics on-time", "overdue|works late", "reminder|statistics on-time", "reminder|works missing"],
            (await storage.RowsAsync(TableNames.Returns)).Select(row => $"{row.RowKey} {row.GetString("State")}"));
    }

    [Fact]
    public async Task Asked_again_nothing_is_written_or_posted_twice_and_the_notice_keeps_what_it_said()
    {
        var (notices, storage, poster, clock) = await CreateAsync(Deadline.AddDays(1));
        Assert.Single(await notices.WriteDueAsync(None));
        var before = await storage.DumpAsync(TableNames.Returns);
        clock.Now = Deadline.AddDays(2);
        await ReceiveAsync(storage, "works", Deadline.AddDays(2));
        Assert.Empty(await notices.WriteDueAsync(None));
        Assert.Equal(before, await storage.DumpAsync(TableNames.Returns));
        Assert.Single(poster.Posted);
    }

    [Fact]
    public async Task A_message_that_is_not_taken_is_a_fault_and_is_sent_again()
    {
        var (notices, storage, poster, _) = await CreateAsync(Deadline.AddDays(1));
        poster.IsDown = true;
        await Assert.ThrowsAsync<AggregateException>(() => notices.WriteDueAsync(None));
        Assert.NotEmpty(await storage.RowsAsync(TableNames.Returns));
        poster.IsDown = false;
        Assert.Single(await notices.WriteDueAsync(None));
        Assert.Empty(await notices.WriteDueAsync(None));
        Assert.Single(poster.Posted);
    }

    [Fact]
    public async Task Without_an_address_nothing_is_posted()
    {
        var (notices, _, poster, _) = await CreateAsync(Deadline.AddDays(1));
        poster.IsEnabled = false;
        Assert.Single(await notices.WriteDueAsync(None));
        Assert.Empty(poster.Posted);
    }

    [Fact]
    public async Task A_run_cut_off_at_any_write_is_completed_by_the_next()
    {
        var (whole, expected, _, _) = await CreateAsync(Deadline.AddDays(1));
        await whole.WriteDueAsync(None);
        var rows = await expected.DumpAsync(TableNames.Returns);
        for (var write = 1; ; write++)
        {
            var (at, crashed) = (write, false);
            var armed = true;
            var (notices, storage, poster, _) = await CreateAsync(Deadline.AddDays(1), new CrashPolicy(number => armed && number == at ? Crash.After : Crash.No));
            try
            {
                await notices.WriteDueAsync(None);
            }
            catch (Exception exception) when (exception is CrashException || exception.InnerException is CrashException)
            {
                crashed = true;
            }

            armed = false;
            await notices.WriteDueAsync(None);
            Assert.Equal(rows, await storage.DumpAsync(TableNames.Returns));
            Assert.NotEmpty(await TextAsync(storage, "overdue"));
            Assert.InRange(poster.Posted.Count, 1, 2);
            if (!crashed)
                return;
        }
    }

    private static async Task<(ReturnNotices Notices, TestStorage Storage, Poster Poster, Clock Clock)> CreateAsync(DateTimeOffset now, CrashPolicy? crash = null)
    {
        var storage = await TestStorage.CreateAsync();
        var (poster, clock) = (new Poster(), new Clock { Now = now });
        var notices = new ReturnNotices(
            TestStorage.Plans,
            new TableObservationStore(storage.Clients, TestStorage.Plans),
            new TableSubmissionLedger(storage.Clients, TestStorage.Plans),
            new BlobNoticeStore(crash is null ? storage.Clients : storage.ThroughAll(crash)),
            poster,
            new CompletenessSettings(),
            new NoticeSettings(),
            clock);
        return (notices, storage, poster, clock);
    }

    private static Task ReceiveAsync(TestStorage storage, string department, DateTimeOffset uploadedAt) =>
        new TableSubmissionLedger(storage.Clients, TestStorage.Plans).AdvanceAsync(
            new LedgerEntry
            {
                Id = $"0a1b2c3d4e5f6071829{department.Length % 10}",
                Department = department,
                Plan = "mini-16",
                Path = $"{department}/a.csv",
                ETag = "e",
                UploadedAt = uploadedAt,
                Bytes = 1,
                State = SubmissionState.Applied,
                Verdict = Verdict.Accepted,
                Quarters = [Q1],
            },
            None);

    private static async Task<string> TextAsync(TestStorage storage, string notice)
    {
        Response<Azure.Storage.Blobs.Models.BlobDownloadResult> blob =
            await storage.Clients.Container(BlobNames.Reports).GetBlobClient($"mini-16/2026Q1/notice-{notice}.txt").DownloadContentAsync();
        return Encoding.UTF8.GetString(blob.Value.Content.ToMemory().Span);
    }

    private sealed class Poster : INoticePoster
    {
        public List<ReturnNotice> Posted { get; } = [];

        public bool IsDown { get; set; }

        public bool IsEnabled { get; set; } = true;

        public Task PostAsync(ReturnNotice notice, CancellationToken cancellationToken)
        {
            if (IsDown)
                throw new HttpRequestException("down");
            Posted.Add(notice);
            return Task.CompletedTask;
        }
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
