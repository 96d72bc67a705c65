using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Core.Stores;

/// <summary>
/// The record: <c>accepted/{plan}/{department}/{submission id}.json</c> for accepted submissions and the JSON beside the
/// feedback for rejected ones. Every table is derived from it.
/// </summary>
public interface IRecordStore
{
    /// <summary>
    /// Writes the record unless it exists already, and returns what is recorded: a submission checked again after a crash
    /// keeps its first record.
    /// </summary>
    Task<WrittenRecord> WriteOnceAsync(CheckedSubmission submission, CancellationToken cancellationToken);

    /// <summary>The record of a submission of one of the plans, or null.</summary>
    /// <param name="department">As in <see cref="SubmissionHeader.Department"/>.</param>
    /// <param name="submissionId">Its id.</param>
    /// <param name="path">Its path below <c>incoming/</c>, which names its feedback.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<CheckedSubmission?> FindAsync(string department, string submissionId, string path, CancellationToken cancellationToken);

    /// <summary>Reads an accepted document by its blob name below <c>accepted/</c>; null when it is gone.</summary>
    Task<CheckedSubmission?> ReadAcceptedAsync(string name, CancellationToken cancellationToken);

    /// <summary>Every record, accepted and rejected, in no particular order.</summary>
    IAsyncEnumerable<CheckedSubmission> ReadAllAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Puts a copy of an accepted record beside its marked workbook, so that a department, which reads its feedback alone,
    /// has the same as JSON; a rejected one lies there already.
    /// </summary>
    Task CopyToFeedbackAsync(CheckedSubmission recorded, CancellationToken cancellationToken);

    /// <summary>Opens the marked workbook of a submission; null when there is none yet.</summary>
    Task<Stream?> OpenFeedbackAsync(string department, string path, string submissionId, CancellationToken cancellationToken);

    /// <summary>Writes the marked workbook, replacing an earlier one of the same submission.</summary>
    /// <param name="submission">Whose feedback it is.</param>
    /// <param name="write">Writes the workbook to the stream given.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    Task WriteFeedbackAsync(SubmissionHeader submission, Func<Stream, Task> write, CancellationToken cancellationToken);
}

/// <param name="Recorded">What is recorded.</param>
/// <param name="IsNew">Whether it was written just now; of several writers at once one alone is told so, unless they differ about the verdict.</param>
public readonly record struct WrittenRecord(CheckedSubmission Recorded, bool IsNew);
