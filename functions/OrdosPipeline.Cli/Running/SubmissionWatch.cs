using OrdosPipeline.Cli.Output;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Stores;
using Spectre.Console;

namespace OrdosPipeline.Cli.Running;

/// <summary>Watches the ledger until uploads have come to their end.</summary>
internal sealed class SubmissionWatch(ISubmissionLedger ledger, SubmissionCheck check, Core.Plan.PlanLibrary plans)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <returns>The entries in the order of the uploads, each rejected, applied or failed.</returns>
    public async Task<IReadOnlyList<LedgerEntry>> WaitAsync(IReadOnlyList<IncomingVersion> uploads, CancellationToken cancellationToken)
    {
        var final = new LedgerEntry?[uploads.Count];
        await Terminal.Progress.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("校验与入库 (checking and applying)", maxValue: uploads.Count);
                while (true)
                {
                    for (var index = 0; index < uploads.Count; index++)
                        final[index] ??= await FinalAsync(uploads[index], cancellationToken);
                    task.Value = final.Count(entry => entry is not null);
                    if (final.All(entry => entry is not null))
                        return;
                    await Task.Delay(Interval, cancellationToken);
                }
            });
        return final!;
    }

    private async Task<LedgerEntry?> FinalAsync(IncomingVersion upload, CancellationToken cancellationToken)
    {
        var department = check.Department(BlobNames.DepartmentSegment(upload.Path), plans.InForce(upload.UploadedAt.Year));
        var entry = await ledger.FindAsync(department, BlobNames.SubmissionId(upload.Path, upload.ETag), cancellationToken);
        return entry?.State is SubmissionState.Rejected or SubmissionState.Applied or SubmissionState.Failed ? entry : null;
    }
}
