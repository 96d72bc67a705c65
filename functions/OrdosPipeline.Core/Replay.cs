using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Core;

/// <summary>Takes up again a submission that the system has given up, after what was wrong with the system has been mended.</summary>
public sealed class Replay(SubmissionPipeline pipeline, ISubmissionLedger ledger, IPoisonQueue poison)
{
    /// <summary>Forgets the failures of a submission, does what is left to do of it, and takes its messages out of the poison queue.</summary>
    /// <param name="department">As in the ledger.</param>
    /// <param name="submissionId">Its id.</param>
    /// <param name="cancellationToken">Ends the work between writes; running it again completes it.</param>
    /// <returns>How it stands now; null when the ledger does not know it.</returns>
    public async Task<Replayed?> RunAsync(string department, string submissionId, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(department, submissionId, cancellationToken) is not { } before)
            return null;
        await ledger.ForgetFailuresAsync(department, submissionId, cancellationToken);
        var accepted = BlobNames.AcceptedDocument(before.Plan ?? "", before.Department, before.Id);
        if (before.Verdict is null)
        {
            var recorded = await pipeline.ArriveAsync(before.Path, cancellationToken);
            if (recorded is { Verdict: not Verdict.Rejected } && recorded.Submission.Id == before.Id)
                accepted = BlobNames.AcceptedDocument(recorded.Submission.Plan, recorded.Submission.Department, recorded.Submission.Id);
        }

        await pipeline.ApplyAsync(accepted, cancellationToken);
        var messages = await poison.RemoveAsync(BlobNames.Incoming, before.Path, cancellationToken)
            + await poison.RemoveAsync(BlobNames.Accepted, accepted, cancellationToken);
        var after = await ledger.FindAsync(department, submissionId, cancellationToken)
            ?? throw new InvalidOperationException($"The submission {submissionId} has gone from the ledger.");
        return new Replayed(before, after, messages);
    }
}

/// <param name="Before">As it stood.</param>
/// <param name="After">As it stands now.</param>
/// <param name="PoisonMessages">How many messages about it were taken out of the poison queue.</param>
public sealed record Replayed(LedgerEntry Before, LedgerEntry After, int PoisonMessages);
