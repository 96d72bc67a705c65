using OrdosPipeline.Core;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Cli.Running;

/// <summary>Watches the ledger until uploads have come to their end.</summary>
internal sealed class SubmissionWatch(ISubmissionLedger ledger, SubmissionCheck check, PlanLibrary plans)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <param name="uploads">What was uploaded.</param>
    /// <param name="progress">Told how many have come to their end.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The entries in the order of the uploads, each rejected, applied or failed.</returns>
    public async Task<IReadOnlyList<LedgerEntry>> WaitAsync(IReadOnlyList<IncomingVersion> uploads, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var final = new LedgerEntry?[uploads.Count];
        while (true)
        {
            for (var index = 0; index < uploads.Count; index++)
                final[index] ??= await FinalAsync(uploads[index], cancellationToken);
            progress?.Report(final.Count(entry => entry is not null));
            if (final.All(entry => entry is not null))
                return final!;
            await Task.Delay(Interval, cancellationToken);
        }
    }

    private async Task<LedgerEntry?> FinalAsync(IncomingVersion upload, CancellationToken cancellationToken)
    {
        var department = check.Department(BlobNames.DepartmentSegment(upload.Path), plans.InForce(upload.UploadedAt.Year));
        var entry = await ledger.FindAsync(department, BlobNames.SubmissionId(upload.Path, upload.ETag), cancellationToken);
        return entry?.State is SubmissionState.Rejected or SubmissionState.Applied or SubmissionState.Failed ? entry : null;
    }
}
