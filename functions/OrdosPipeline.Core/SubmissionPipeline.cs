using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
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
    IRecordStore record,
    ISubmissionLedger ledger,
    IFindingStore findings,
    IObservationStore observations,
    PlanLibrary plans,
    SubmissionPipelineOptions options)
{
    /// <summary>An upload arrived: check it, hand it back marked, record the outcome.</summary>
    /// <returns>What is recorded; null when the upload is gone.</returns>
    public async Task<CheckedSubmission?> ArriveAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = await inbox.OpenAsync(path, cancellationToken);
        if (file is null)
            return null;
        var entry = check.Receive(file);
        try
        {
            var recorded = await record.FindAsync(entry.Department, entry.Id, path, cancellationToken);
            if (recorded is null)
            {
                await ledger.AdvanceAsync(entry with { State = SubmissionState.Checking }, cancellationToken);
                var opened = check.Open(file, cancellationToken);
                var (submission, _) = check.Check(opened, file, entry, cancellationToken);
                await record.WriteFeedbackAsync(
                    submission.Submission, output => WriteFeedback(submission, opened, file.Content, output, cancellationToken), cancellationToken);
                recorded = await record.WriteOnceAsync(submission, cancellationToken);
            }

            await RecordOutcomeAsync(recorded, cancellationToken);
            return recorded;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            await ledger.RecordFailureAsync(entry, Describe(failure), options.Tries, cancellationToken);
            throw;
        }
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
        await ApplyAsync(accepted, appliedAt: null, cancellationToken);
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
            await ApplyAsync(recorded, appliedAt, cancellationToken);
    }

    private async Task RecordOutcomeAsync(CheckedSubmission recorded, CancellationToken cancellationToken)
    {
        await findings.WriteAsync(recorded, cancellationToken);
        await ledger.AdvanceAsync(
            LedgerEntries.Of(recorded, recorded.Verdict == Verdict.Rejected ? SubmissionState.Rejected : SubmissionState.Accepted), cancellationToken);
    }

    private async Task ApplyAsync(CheckedSubmission accepted, DateTimeOffset? appliedAt, CancellationToken cancellationToken)
    {
        var entry = LedgerEntries.Of(accepted, SubmissionState.Applying);
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
            await ledger.RecordFailureAsync(entry, Describe(failure), options.Tries, cancellationToken);
            throw;
        }
    }

    private Task WriteFeedback(CheckedSubmission submission, OpenedFile opened, Stream original, Stream output, CancellationToken cancellationToken)
    {
        original.Position = 0;
        feedbackWriter.Write(submission, original, opened.Workbook?.Format, output, cancellationToken);
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
