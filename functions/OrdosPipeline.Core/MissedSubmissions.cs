using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Core;

/// <summary>
/// Finds what events have missed: an upload that the ledger does not know, and a submission that stopped half-way.
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
            if (upload.UploadedAt > overdue)
                continue;
            var entry = known.GetValueOrDefault(BlobNames.SubmissionId(upload.Path, upload.ETag));
            Func<Task>? step = entry?.State switch
            {
                null or SubmissionState.Received or SubmissionState.Checking => () => pipeline.ArriveAsync(upload.Path, cancellationToken),
                SubmissionState.Accepted or SubmissionState.Applying => () => pipeline.ApplyAsync(
                    BlobNames.AcceptedDocument(entry.Plan!, entry.Department, entry.Id), cancellationToken),
                _ => null,
            };
            if (step is null)
                continue;
            try
            {
                await PipelineSpans.StepAsync("take up", step);
                taken.Add(upload.Path);
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                // The pipeline has counted the failure in the ledger; the next sweep tries again until the limit.
            }
        }

        return taken;
    }
}

public sealed record MissedSubmissionsOptions
{
    /// <summary>How long an event may take before the sweep stops waiting for it.</summary>
    /// <value>Default 10 minutes.</value>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(10);
}
