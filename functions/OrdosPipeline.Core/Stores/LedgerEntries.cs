using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Core.Stores;

/// <summary>Derives the ledger entry of a submission from its record, so that the two cannot disagree.</summary>
public static class LedgerEntries
{
    public static LedgerEntry Of(CheckedSubmission recorded, SubmissionState state) => new()
    {
        Id = recorded.Submission.Id,
        Department = recorded.Submission.Department,
        Plan = recorded.Submission.Plan,
        Path = recorded.Submission.Path,
        ETag = recorded.Submission.ETag,
        UploadedAt = recorded.Submission.UploadedAt,
        Bytes = recorded.Submission.Bytes,
        Sha256 = recorded.Submission.Sha256,
        SubmittedBy = recorded.Submission.SubmittedBy,
        State = state,
        Verdict = recorded.Verdict,
        CheckedAt = recorded.CheckedAt,
        Errors = recorded.CountOf(Severity.Error),
        Warnings = recorded.CountOf(Severity.Warning),
        Infos = recorded.CountOf(Severity.Info),
        FindingCounts = recorded.FindingCounts,
        Values = recorded.Values.Count,
        ProjectRows = recorded.ProjectRows.Count,
        Quarters = [.. Quarters(recorded).Distinct().Order()],
    };

    /// <summary>What completeness asks about a submission.</summary>
    public static ReceivedReturn ToReturn(this LedgerEntry entry) =>
        new(entry.Department, entry.UploadedAt, entry.Verdict is Verdict.Accepted or Verdict.AcceptedWithWarnings, entry.Quarters);

    private static IEnumerable<ReportingQuarter> Quarters(CheckedSubmission recorded) =>
        recorded.Values.Select(value => value.Period.EndQuarter).Concat(recorded.ProjectRows.Select(row => row.Period.EndQuarter));
}
