using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage;

/// <summary>What becomes of a ledger entry when the ledger is told something about its submission.</summary>
internal static class LedgerMerge
{
    /// <returns><paramref name="recorded"/> itself when nothing changes.</returns>
    public static LedgerEntry Advance(LedgerEntry? recorded, LedgerEntry told)
    {
        if (recorded is null)
            return told;
        if (told.State == SubmissionState.Failed ? IsFinal(recorded.State) : recorded.State != SubmissionState.Failed && told.State < recorded.State)
            return recorded;

        // Out of failed, only an outcome is further: trying again is not.
        var further = recorded.State == SubmissionState.Failed ? told.State > SubmissionState.Failed : told.State > recorded.State;
        var merged = told with
        {
            Sha256 = told.Sha256 ?? recorded.Sha256,
            SubmittedBy = told.SubmittedBy ?? recorded.SubmittedBy,
            Plan = told.Plan ?? recorded.Plan,
            AppliedAt = recorded.AppliedAt ?? told.AppliedAt,
            FailedTries = further ? told.FailedTries : recorded.FailedTries,
            LastFailure = further ? told.LastFailure : recorded.LastFailure,
        };
        return told.Verdict is not null || recorded.Verdict is null ? merged : merged with
        {
            Verdict = recorded.Verdict,
            CheckedAt = recorded.CheckedAt,
            Errors = recorded.Errors,
            Warnings = recorded.Warnings,
            Infos = recorded.Infos,
            FindingCounts = recorded.FindingCounts,
            Values = recorded.Values,
            ProjectRows = recorded.ProjectRows,
            Quarters = recorded.Quarters,
        };
    }

    /// <returns><paramref name="recorded"/> itself when nothing changes.</returns>
    public static LedgerEntry Fail(LedgerEntry? recorded, LedgerEntry told, string failure, int limit)
    {
        if (recorded is not null && IsFinal(recorded.State))
            return recorded;
        var entry = recorded ?? told;
        var tries = (recorded?.FailedTries ?? 0) + 1;
        return entry with { FailedTries = tries, LastFailure = failure, State = tries >= limit ? SubmissionState.Failed : entry.State };
    }

    /// <returns>The entry as before its failures: with an outcome where it has one, else as just received.</returns>
    public static LedgerEntry Forget(LedgerEntry recorded) => recorded with
    {
        FailedTries = 0,
        LastFailure = null,
        State = recorded.State != SubmissionState.Failed ? recorded.State : recorded.Verdict is null ? SubmissionState.Received : SubmissionState.Accepted,
    };

    private static bool IsFinal(SubmissionState state) => state is SubmissionState.Rejected or SubmissionState.Applied;
}
