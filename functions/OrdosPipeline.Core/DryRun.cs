using System.Security.Cryptography;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Core;

/// <summary>Checks a file by the same steps as a real submission, and stores nothing of it.</summary>
public sealed class DryRun(SubmissionCheck check, PlanLibrary plans, IWorkbookOpener opener, IntakeLimits limits)
{
    /// <param name="content">Need not be seekable; read to its end, or to one byte past the size limit.</param>
    /// <param name="fileName">For the report.</param>
    /// <param name="department">Code, name or alias.</param>
    /// <param name="plan">Null lets the file decide among all plans.</param>
    /// <param name="asOf">The day on which it would be handed in; null is today in China.</param>
    /// <param name="pipeline">Holds the file against what the department has reported by that day, as a submission would be; null checks the file by itself.</param>
    /// <param name="cancellationToken">Ends the check between rows.</param>
    public async Task<DryRunResult> CheckAsync(
        Stream content, string fileName, string department, PlanCatalogue? plan, DateOnly? asOf, SubmissionPipeline? pipeline, CancellationToken cancellationToken)
    {
        await using var spool = new FileStream(
            Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await SpoolAsync(content, spool, cancellationToken);
        spool.Position = 0;
        var hash = await SHA256.HashDataAsync(spool, cancellationToken);
        spool.Position = 0;

        var opened = opener.Open(spool, limits, cancellationToken);
        var day = asOf ?? ChinaTime.DayOf(check.Now);
        var preferred = plan ?? plans.InForce(day.Year);
        var header = new SubmissionHeader
        {
            Id = Convert.ToHexStringLower(hash.AsSpan(0, 10)),
            Plan = preferred.Id,
            Department = check.Department(department, preferred),
            Path = $"{department}/{fileName}",
            ETag = "",
            UploadedAt = asOf is null ? check.Now : ChinaTime.EndOf(day).AddSeconds(-1).ToUniversalTime(),
            Bytes = spool.Length,
            Sha256 = Convert.ToHexStringLower(hash),
        };
        var started = check.Start(opened, header, plan is null ? plans.All : [plan], day, cancellationToken);
        var submission = pipeline is null ? check.Finish(started, before: null, cancellationToken) : await pipeline.FinishAsync(started, cancellationToken);
        return new DryRunResult(fileName, submission, plans.Find(submission.Submission.Plan)!, opened.Workbook, started.Explanation);
    }

    private async Task SpoolAsync(Stream content, FileStream spool, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        int read;
        while (spool.Length <= limits.FileBytes && (read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            await spool.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
    }
}

/// <param name="FileName">As it was named.</param>
/// <param name="Submission">What a real submission would record.</param>
/// <param name="Plan">The plan it was checked against.</param>
/// <param name="Workbook">The file as opened; null when it cannot be.</param>
/// <param name="Explanation">What was understood of the file and why.</param>
public sealed record DryRunResult(string FileName, CheckedSubmission Submission, PlanCatalogue Plan, Workbook? Workbook, FileExplanation Explanation);
