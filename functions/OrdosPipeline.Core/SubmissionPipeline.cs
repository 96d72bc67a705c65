using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Core;

/// <summary>
/// The flow of one submission, in two steps with the record between them: an upload becomes a record with feedback,
/// and an accepted record becomes table rows. Either step may be repeated, reordered or cut off anywhere.
/// </summary>
public sealed class SubmissionPipeline(
    SubmissionCheck check,
    IInbox inbox,
    IFeedbackWriter feedbackWriter,
    EarlierUploads earlierUploads,
    IRecordStore record,
    ISubmissionLedger ledger,
    IFindingStore findings,
    IQuarterSubmissionStore quarterSubmissions,
    IObservationStore observations,
    PlanLibrary plans,
    SubmissionPipelineOptions options,
    PipelineMetrics metrics)
{
    private readonly OneAtATime writing = new();

    /// <summary>An upload arrived: check it, hand it back marked, record the outcome.</summary>
    /// <returns>What is recorded; null when the upload is gone.</returns>
    public async Task<CheckedSubmission?> ArriveAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = await inbox.OpenAsync(path, cancellationToken);
        return file is null ? null : await RecordAsync(file, earlierFirst: true, cancellationToken);
    }

    /// <summary>
    /// Ends a check as that of an upload at its time: the department's earlier uploads are taken up first, then the file is
    /// held against what they said. Dry runs do the same.
    /// </summary>
    public async Task<CheckedSubmission> FinishAsync(StartedCheck started, CancellationToken cancellationToken)
    {
        await earlierUploads.TakeUpAsync(started.Submission, TakeUpAsync, cancellationToken);
        return check.Finish(started, await earlierUploads.ReadAsync(started, cancellationToken), cancellationToken);
    }

    /// <summary>A record was accepted: bring the tables up to date with it.</summary>
    /// <param name="name">Of the accepted document, below <c>accepted/</c>.</param>
    /// <param name="cancellationToken">Ends the work between writes.</param>
    /// <returns>What was applied; null when the document is gone.</returns>
    public async Task<CheckedSubmission?> ApplyAsync(string name, CancellationToken cancellationToken)
    {
        var accepted = await record.ReadAcceptedAsync(name, cancellationToken);
        if (accepted is null)
            return null;
        await ApplyOnceAsync(accepted, cancellationToken);
        return accepted;
    }

    /// <summary>Writes again everything that the tables hold of one record, as a rebuild does.</summary>
    /// <param name="recorded">Accepted or rejected.</param>
    /// <param name="appliedAt">When it was first applied, where that is known.</param>
    /// <param name="cancellationToken">Ends the work between writes.</param>
    public async Task RestoreAsync(CheckedSubmission recorded, DateTimeOffset? appliedAt, CancellationToken cancellationToken)
    {
        await RecordOutcomeAsync(recorded, cancellationToken);
        if (recorded.Verdict != Verdict.Rejected)
            await writing.RunAsync(recorded.Submission.Id, () => ApplyAsync(recorded, appliedAt, cancellationToken), cancellationToken);
    }

    private async Task<CheckedSubmission> RecordAsync(IncomingFile file, bool earlierFirst, CancellationToken cancellationToken)
    {
        var entry = check.Receive(file);
        using var span = PipelineSpans.Start("check", entry);
        try
        {
            var recorded = await record.FindAsync(entry.Department, entry.Id, entry.Path, cancellationToken);
            if (recorded is null)
            {
                await ledger.AdvanceAsync(entry with { State = SubmissionState.Checking }, cancellationToken);
                var started = await PipelineSpans.StepAsync(
                    "read file", () => Task.FromResult(check.Start(check.Open(file, cancellationToken), file, cancellationToken)));
                if (earlierFirst)
                {
                    await PipelineSpans.StepAsync("wait for order", () => earlierUploads.WaitForOrderAsync(started.Submission, cancellationToken));
                    await earlierUploads.TakeUpAsync(started.Submission, TakeUpAsync, cancellationToken);
                }

                var before = await PipelineSpans.StepAsync("read history", () => earlierUploads.ReadAsync(started, cancellationToken));
                var submission = await PipelineSpans.StepAsync("apply rules", () => Task.FromResult(check.Finish(started, before, cancellationToken)));
                var checkedFile = new CheckedFile(submission, started.Explanation);
                await PipelineSpans.StepAsync("write feedback", () => record.WriteFeedbackAsync(
                    submission.Submission, output => WriteFeedback(checkedFile, file.Content, output, cancellationToken), cancellationToken));
                (recorded, var isNew) = await record.WriteOnceAsync(submission, cancellationToken);
                if (isNew)
                    metrics.Recorded(recorded);
            }

            span.Say(PipelineSpans.Plan, recorded.Submission.Plan);
            span.Say(PipelineSpans.Verdict, CheckJson.Text(recorded.Verdict));

            await record.CopyToFeedbackAsync(recorded, cancellationToken);
            await RecordOutcomeAsync(recorded, cancellationToken);
            return recorded;
        }
        catch (Exception failure) when (failure is not EarlierUploadException && !cancellationToken.IsCancellationRequested)
        {
            span.Fail(failure);
            metrics.Failed("check");
            await ledger.RecordFailureAsync(entry, Describe(failure), options.Tries, cancellationToken);
            throw;
        }
    }

    /// <summary>Does whatever is left to do with an upload whose department's earlier ones are done with.</summary>
    private async Task TakeUpAsync(UnfinishedUpload upload, CancellationToken cancellationToken)
    {
        var entry = upload.Entry;
        await using var file = upload.IsInInbox ? await inbox.OpenAsync(entry.Path, cancellationToken) : null;
        if (file is not null && check.Receive(file).Id == entry.Id)
        {
            if (await RecordAsync(file, earlierFirst: false, cancellationToken) is { Verdict: not Verdict.Rejected } accepted)
                await ApplyOnceAsync(accepted, cancellationToken);
        }
        else if (await record.FindAsync(entry.Department, entry.Id, entry.Path, cancellationToken) is { } overwritten)
        {
            await RestoreAsync(overwritten, appliedAt: null, cancellationToken);
        }
    }

    private Task RecordOutcomeAsync(CheckedSubmission recorded, CancellationToken cancellationToken) => writing.RunAsync(
        recorded.Submission.Id,
        async () =>
        {
            await findings.WriteAsync(recorded, cancellationToken);
            await quarterSubmissions.WriteAsync(recorded, cancellationToken);
            await ledger.AdvanceAsync(
                LedgerEntries.Of(recorded, recorded.Verdict == Verdict.Rejected ? SubmissionState.Rejected : SubmissionState.Accepted), cancellationToken);
        },
        cancellationToken);

    /// <summary>An event that comes again, or after somebody else has taken the upload up, finds nothing to do.</summary>
    private Task ApplyOnceAsync(CheckedSubmission accepted, CancellationToken cancellationToken) => writing.RunAsync(
        accepted.Submission.Id,
        async () =>
        {
            if ((await ledger.FindAsync(accepted.Submission.Department, accepted.Submission.Id, cancellationToken))?.State != SubmissionState.Applied)
            {
                await ApplyAsync(accepted, appliedAt: null, cancellationToken);
                metrics.Applied(accepted);
            }
        },
        cancellationToken);

    private async Task ApplyAsync(CheckedSubmission accepted, DateTimeOffset? appliedAt, CancellationToken cancellationToken)
    {
        var entry = LedgerEntries.Of(accepted, SubmissionState.Applying);
        using var span = PipelineSpans.Start("apply", entry);
        try
        {
            await ledger.AdvanceAsync(entry, cancellationToken);
            var plan = plans.Find(accepted.Submission.Plan)
                ?? throw new InvalidOperationException($"Plan {accepted.Submission.Plan} of submission {entry.Id} is not loaded.");
            await observations.ApplyAsync([.. Normaliser.Observations(accepted, plan)], [.. Normaliser.ProjectReports(accepted, plan)], cancellationToken);
            await ledger.AdvanceAsync(
                entry with { State = SubmissionState.Applied, AppliedAt = appliedAt ?? check.Now }, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            span.Fail(failure);
            metrics.Failed("apply");
            await ledger.RecordFailureAsync(entry, Describe(failure), options.Tries, cancellationToken);
            throw;
        }
    }

    private Task WriteFeedback(CheckedFile file, Stream original, Stream output, CancellationToken cancellationToken)
    {
        original.Position = 0;
        feedbackWriter.Write(file, original, output, cancellationToken);
        return Task.CompletedTask;
    }

    private static string Describe(Exception failure) => $"{failure.GetType().Name}: {failure.Message}";
}

/// <summary>How often the system tries one submission before it is left for an administrator.</summary>
public sealed record SubmissionPipelineOptions
{
    /// <value>Default 5, as <c>extensions.blobs.poisonBlobThreshold</c> in host.json.</value>
    public int Tries { get; init; } = 5;
}
