using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Core.Health;

/// <summary>
/// What is not done with. Health and the figures of <see cref="PipelineMetrics"/> both have it from here, so that they
/// cannot disagree.
/// </summary>
/// <remarks>
/// A look lists the inbox (5,000 uploads a request) and three columns of the ledger (1,000 submissions a request): only by
/// both is an upload known whose event was lost. Ten thousand uploads are some dozen requests and about a second, so a
/// look is kept for a minute, whoever asks.
/// </remarks>
public sealed class Backlog
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly IInbox inbox;
    private readonly ISubmissionLedger ledger;
    private readonly IPoisonQueue poison;
    private readonly PipelineMetrics metrics;
    private readonly Recent<BacklogState> recent;

    public Backlog(IInbox inbox, ISubmissionLedger ledger, IPoisonQueue poison, PipelineMetrics metrics, TimeProvider clock)
    {
        (this.inbox, this.ledger, this.poison, this.metrics) = (inbox, ledger, poison, metrics);
        recent = new Recent<BacklogState>(Kept, clock, MeasureAsync);
    }

    /// <summary>How uploads stand, as seen a minute ago or later.</summary>
    public Task<BacklogState> ReadAsync(CancellationToken cancellationToken) => recent.GetAsync(cancellationToken);

    /// <summary>How many messages the poison queue holds now; null where its address is not configured.</summary>
    public async Task<int?> CountPoisonAsync(CancellationToken cancellationToken)
    {
        var messages = await poison.CountAsync(cancellationToken);
        metrics.ShowPoison(messages);
        return messages;
    }

    private async Task<BacklogState> MeasureAsync(CancellationToken cancellationToken)
    {
        // The inbox first: what arrives between the two lists is not in the first, and what is done in between is in the second.
        var uploads = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        await foreach (var upload in inbox.ListAsync(cancellationToken))
            uploads[BlobNames.SubmissionId(upload.Path, upload.ETag)] = upload.UploadedAt;

        var failed = 0;
        await foreach (var standing in ledger.ListStandingsAsync(cancellationToken))
        {
            if (standing.State is SubmissionState.Applied or SubmissionState.Rejected or SubmissionState.Failed)
                uploads.Remove(standing.Id);
            // Perhaps overwritten since; its record is there all the same. One that was overwritten before its check does not exist.
            else if (standing.State is SubmissionState.Accepted or SubmissionState.Applying)
                uploads[standing.Id] = standing.UploadedAt;
            failed += standing.State == SubmissionState.Failed ? 1 : 0;
        }

        var state = new BacklogState(uploads.Count, uploads.Count == 0 ? null : uploads.Values.Min(), failed);
        metrics.Show(state);
        return state;
    }
}

/// <summary>How uploads stood at one look.</summary>
/// <param name="Waiting">Uploads that are neither rejected nor applied nor given up.</param>
/// <param name="OldestUploadedAt">Of those; null where there is none.</param>
/// <param name="Failed">Submissions that were given up.</param>
public sealed record BacklogState(int Waiting, DateTimeOffset? OldestUploadedAt, int Failed)
{
    /// <summary>How long the oldest has waited; zero where none waits.</summary>
    public TimeSpan Age(DateTimeOffset now) => OldestUploadedAt is { } oldest && now > oldest ? now - oldest : TimeSpan.Zero;
}
