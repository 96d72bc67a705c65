using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Core;

/// <summary>
/// Finds what events have missed: an upload that the ledger does not know, and a submission that stopped half-way, be its
/// upload still there or overwritten since. It takes up all that <see cref="Health.Backlog"/> counts.
/// </summary>
public sealed class MissedSubmissions(
    SubmissionPipeline pipeline, IInbox inbox, ISubmissionLedger ledger, MissedSubmissionsOptions options, TimeProvider clock)
{
    /// <summary>Takes up everything that has been waiting longer than <see cref="MissedSubmissionsOptions.Patience"/>.</summary>
    /// <returns>The paths taken up. What fails again is in the ledger and does not stop the rest.</returns>
    public async Task<IReadOnlyList<string>> TakeUpAsync(CancellationToken cancellationToken)
    {
        var overdue = clock.GetUtcNow() - options.Patience;
        var known = new Dictionary<string, LedgerEntry>(StringComparer.Ordinal);
        await foreach (var entry in ledger.ListAsync(department: null, cancellationToken))
            known[entry.Id] = entry;

        var taken = new List<string>();
        await foreach (var upload in inbox.ListAsync(cancellationToken))
        {
            if (upload.UploadedAt <= overdue && known.GetValueOrDefault(BlobNames.SubmissionId(upload.Path, upload.ETag))?.State is null or SubmissionState.Received or SubmissionState.Checking)
                await TakeAsync(upload.Path, () => pipeline.ArriveAsync(upload.Path, cancellationToken));
        }

        // What is checked needs its record alone.
        foreach (var entry in known.Values.Where(entry => entry.UploadedAt <= overdue && entry.State is SubmissionState.Accepted or SubmissionState.Applying))
            await TakeAsync(entry.Path, () => pipeline.ApplyAsync(BlobNames.AcceptedDocument(entry.Plan!, entry.Department, entry.Id), cancellationToken));
        return taken;

        async Task TakeAsync(string path, Func<Task> step)
        {
            try
            {
                await PipelineSpans.StepAsync("take up", step);
                taken.Add(path);
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                // The pipeline has counted the failure in the ledger; the next sweep tries again until the limit.
            }
        }
    }
}

public sealed record MissedSubmissionsOptions
{
    /// <summary>How long an event may take before the sweep stops waiting for it.</summary>
    /// <value>Default 10 minutes.</value>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(10);
}
