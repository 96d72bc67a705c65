using System.Text;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Storage.Tests;

public sealed class BlobRecordStoreTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData(Verdict.Accepted)]
    [InlineData(Verdict.Rejected)]
    public async Task The_first_record_stays(Verdict verdict)
    {
        var store = await CreateAsync();
        var record = Records.Create("works/a.xlsx", verdict);
        var first = await store.WriteOnceAsync(record, None);
        Records.AssertSame(record, first.Recorded);
        Assert.True(first.IsNew);
        var again = record with { CheckedAt = record.CheckedAt.AddDays(1) };
        var second = await store.WriteOnceAsync(again, None);
        Assert.Equal((record.CheckedAt, false), (second.Recorded.CheckedAt, second.IsNew));
        var other = again with { Verdict = verdict == Verdict.Rejected ? Verdict.Accepted : Verdict.Rejected };
        Assert.Equal(verdict, (await store.WriteOnceAsync(other, None)).Recorded.Verdict);
        Assert.Equal(verdict, (await store.FindAsync("works", record.Submission.Id, "works/a.xlsx", None))!.Verdict);
        Assert.Single(await AllAsync(store));
    }

    [Fact]
    public async Task Of_many_that_write_at_the_same_time_all_get_the_same_record()
    {
        var store = await CreateAsync();
        var record = Records.Create("works/a.xlsx", Verdict.Accepted);
        var recorded = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            store.WriteOnceAsync(record with { CheckedAt = record.CheckedAt.AddDays(number) }, None)));
        Assert.Single(recorded.Select(written => written.Recorded.CheckedAt).Distinct());
        Assert.Single(recorded, written => written.IsNew);
    }

    [Fact]
    public async Task Accepted_documents_are_read_by_name()
    {
        var store = await CreateAsync();
        var record = (await store.WriteOnceAsync(Records.Create("works/a.xlsx", Verdict.Accepted), None)).Recorded;
        Assert.NotNull(await store.ReadAcceptedAsync(BlobNames.AcceptedDocument("mini-16", "works", record.Submission.Id), None));
        Assert.Null(await store.ReadAcceptedAsync("mini-16/works/none.json", None));
        Assert.Null(await store.FindAsync("works", "none", "works/none.xlsx", None));
    }

    [Theory]
    [InlineData(Verdict.Accepted)]
    [InlineData(Verdict.Rejected)]
    public async Task The_json_beside_the_feedback_says_the_same_as_the_record_and_is_no_second_one(Verdict verdict)
    {
        var storage = await TestStorage.CreateAsync();
        var store = new BlobRecordStore(storage.Clients, TestStorage.Plans);
        var record = (await store.WriteOnceAsync(Records.Create("works/a.b.xlsx", verdict), None)).Recorded;
        await store.CopyToFeedbackAsync(record, None);
        await store.CopyToFeedbackAsync(record, None);

        var blob = storage.Clients.Container(BlobNames.Feedback).GetBlobClient(BlobNames.FeedbackJson("works", "works/a.b.xlsx", record.Submission.Id));
        using var content = (await blob.DownloadContentAsync()).Value.Content.ToStream();
        Records.AssertSame(record, await CheckedSubmissionJson.ReadAsync(content, None));
        Assert.Single(await AllAsync(store));
        Assert.Equal(record.Submission.Id, BlobNames.SubmissionIdOf(blob.Name));
    }

    [Fact]
    public async Task Every_record_is_listed_once_and_the_accepted_of_two_is_the_record()
    {
        var storage = await TestStorage.CreateAsync();
        var store = new BlobRecordStore(storage.Clients, TestStorage.Plans);
        var rejected = Records.Create("works/报表 (1).xlsx", Verdict.Rejected);
        await store.WriteOnceAsync(rejected, None);
        await store.WriteOnceAsync(Records.Create("works/b.xlsx", Verdict.Rejected), None);
        await store.WriteFeedbackAsync(rejected.Submission, output => output.WriteAsync("xlsx"u8.ToArray()).AsTask(), None);

        // As two runs around midnight leave it.
        var accepted = rejected with { Verdict = Verdict.Accepted };
        using var content = new MemoryStream();
        await CheckedSubmissionJson.WriteAsync(content, accepted, None);
        content.Position = 0;
        await storage.Clients.Container(BlobNames.Accepted).UploadBlobAsync(BlobNames.AcceptedDocument("mini-16", "works", accepted.Submission.Id), content);

        Assert.Equal(Verdict.Accepted, (await store.WriteOnceAsync(rejected, None)).Recorded.Verdict);
        Assert.Equal([Verdict.Accepted, Verdict.Rejected], (await AllAsync(store)).Select(submission => submission.Verdict));
    }

    [Fact]
    public async Task A_workbook_replaces_the_one_before_and_a_failed_one_leaves_it()
    {
        var storage = await TestStorage.CreateAsync();
        var store = new BlobRecordStore(storage.Clients, TestStorage.Plans);
        var header = Records.Create("works/2026/a.csv", Verdict.Rejected).Submission;
        await store.WriteFeedbackAsync(header, output => output.WriteAsync("long one"u8.ToArray()).AsTask(), None);
        await store.WriteFeedbackAsync(header, output => output.WriteAsync("short"u8.ToArray()).AsTask(), None);
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.WriteFeedbackAsync(header, _ => throw new InvalidOperationException(), None));
        var blob = storage.Clients.Container(BlobNames.Feedback).GetBlobClient($"works/2026/a.csv.{header.Id}.xlsx");
        Assert.Equal("short", Encoding.UTF8.GetString((await blob.DownloadContentAsync()).Value.Content));
    }

    private static async Task<BlobRecordStore> CreateAsync() => new((await TestStorage.CreateAsync()).Clients, TestStorage.Plans);

    private static async Task<List<CheckedSubmission>> AllAsync(BlobRecordStore store)
    {
        var all = new List<CheckedSubmission>();
        await foreach (var submission in store.ReadAllAsync(None))
            all.Add(submission);
        return all;
    }
}
