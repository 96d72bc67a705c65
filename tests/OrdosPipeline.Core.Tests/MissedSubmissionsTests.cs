using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Core.Validation.History;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests;

public class MissedSubmissionsTests
{
    private const string Path = "statistics/a.xlsx";
    private static readonly DateTimeOffset Now = new(2023, 10, 20, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, "arrive")]
    [InlineData(SubmissionState.Received, "arrive")]
    [InlineData(SubmissionState.Checking, "arrive")]
    [InlineData(SubmissionState.Accepted, "apply")]
    [InlineData(SubmissionState.Applying, "apply")]
    [InlineData(SubmissionState.Applied, null)]
    [InlineData(SubmissionState.Rejected, null)]
    [InlineData(SubmissionState.Failed, null)]
    public async Task A_submission_is_taken_up_where_it_stopped(SubmissionState? state, string? step)
    {
        var storage = new Storage(state, Now.AddMinutes(-10));
        var taken = await SweepAsync(storage);
        Assert.Equal(step is null ? [] : [Path], taken);
        Assert.Equal(
            step switch { "arrive" => [$"open {Path}"], "apply" => [$"read ordos-14/statistics/{Storage.Id}.json"], _ => Array.Empty<string>() },
            storage.Calls);
    }

    [Fact]
    public async Task An_event_is_waited_for_before_the_sweep_steps_in()
    {
        var storage = new Storage(null, Now.AddMinutes(-10).AddSeconds(1));
        Assert.Empty(await SweepAsync(storage));
        Assert.Empty(storage.Calls);
    }

    [Fact]
    public async Task An_upload_of_the_same_name_is_another_submission()
    {
        var storage = new Storage(SubmissionState.Applied, Now.AddHours(-1)) { ETag = "0x2" };
        Assert.Equal([Path], await SweepAsync(storage));
    }

    [Theory]
    [InlineData(SubmissionState.Accepted)]
    [InlineData(SubmissionState.Applying)]
    public async Task What_stopped_after_its_check_is_taken_up_also_when_its_upload_was_overwritten(SubmissionState state)
    {
        var storage = new Storage(state, Now.AddHours(-1)) { ETag = "0x2" };
        Assert.Equal([Path, Path], await SweepAsync(storage));
        Assert.Equal([$"open {Path}", $"read ordos-14/statistics/{Storage.Id}.json"], storage.Calls);
    }

    [Fact]
    public async Task What_fails_again_does_not_stop_the_rest_and_is_not_reported()
    {
        var storage = new Storage(null, Now.AddHours(-1)) { Others = ["statistics/broken.xlsx", "statistics/z.xlsx"] };
        Assert.Equal([Path, "statistics/z.xlsx"], await SweepAsync(storage));
    }

    private static Task<IReadOnlyList<string>> SweepAsync(Storage storage)
    {
        var plans = new PlanLibrary([TestPlan.Ordos14()]);
        var check = new SubmissionCheck(plans, new NoOpener(), IntakeLimits.Default, HistorySettings.Default, new StoppedClock());
        var pipeline = new SubmissionPipeline(check, storage, null!, new EarlierUploads(storage, storage, null!, null!, check), storage, storage, null!, null!, null!, plans, new SubmissionPipelineOptions(), new PipelineMetrics(new StoppedClock()));
        return new MissedSubmissions(pipeline, storage, storage, new MissedSubmissionsOptions(), new StoppedClock()).TakeUpAsync(CancellationToken.None);
    }

    /// <summary>One upload with its ledger entry, and further uploads without; every blob is gone once it is asked for.</summary>
    private sealed class Storage(SubmissionState? state, DateTimeOffset uploadedAt) : IInbox, ISubmissionLedger, IRecordStore
    {
        public static readonly string Id = BlobNames.SubmissionId(Path, "0x1");

        public List<string> Calls { get; } = [];

        public string ETag { get; init; } = "0x1";

        public IReadOnlyList<string> Others { get; init; } = [];

        public Task<IncomingFile?> OpenAsync(string path, CancellationToken cancellationToken)
        {
            Calls.Add($"open {path}");
            return path.Contains("broken", StringComparison.Ordinal) ? throw new IOException("The storage does not answer.") : Task.FromResult<IncomingFile?>(null);
        }

        public async IAsyncEnumerable<IncomingVersion> ListAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            foreach (var path in Others.Prepend(Path))
                yield return new IncomingVersion(path, ETag, uploadedAt, 1);
        }

        public async IAsyncEnumerable<LedgerEntry> ListAsync(string? department, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            if (state is { } known)
                yield return new LedgerEntry { Id = Id, Department = "statistics", Plan = "ordos-14", Path = Path, ETag = "0x1", UploadedAt = uploadedAt, Bytes = 1, State = known };
        }

        public Task<CheckedSubmission?> ReadAcceptedAsync(string name, CancellationToken cancellationToken)
        {
            Calls.Add($"read {name}");
            return Task.FromResult<CheckedSubmission?>(null);
        }

        public IAsyncEnumerable<SubmissionStanding> ListStandingsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public IAsyncEnumerable<IncomingVersion> ListAsync(Predicate<string> folder, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task CopyToFeedbackAsync(CheckedSubmission recorded, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IncomingVersion> UploadAsync(string path, Stream content, string? submittedBy, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<LedgerEntry?> FindAsync(string department, string submissionId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task AdvanceAsync(LedgerEntry entry, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task RecordFailureAsync(LedgerEntry entry, string failure, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task ForgetFailuresAsync(string department, string submissionId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Stream?> OpenFeedbackAsync(string department, string path, string submissionId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<WrittenRecord> WriteOnceAsync(CheckedSubmission submission, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<CheckedSubmission?> FindAsync(string department, string submissionId, string path, CancellationToken cancellationToken) => throw new NotSupportedException();

        public IAsyncEnumerable<CheckedSubmission> ReadAllAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task WriteFeedbackAsync(SubmissionHeader submission, Func<Stream, Task> write, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private sealed class NoOpener : IWorkbookOpener
    {
        public OpenedFile Open(Stream content, IntakeLimits limits, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
