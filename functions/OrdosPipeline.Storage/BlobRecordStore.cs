using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Storage;

/// <summary>The record: accepted submissions in the container <c>accepted</c>, rejected ones beside their feedback.</summary>
/// <remarks>
/// Two runs that check one submission at the same time may come to different verdicts, as around the midnight at which a
/// period ends. Then both records may get written; the accepted one is the record from then on, everywhere.
/// </remarks>
internal sealed class BlobRecordStore(StorageClients clients, PlanLibrary plans) : IRecordStore
{
    private const string Json = "application/json";
    private readonly BlobContainerClient accepted = clients.Container(BlobNames.Accepted);
    private readonly BlobContainerClient feedback = clients.Container(BlobNames.Feedback);

    public async Task<WrittenRecord> WriteOnceAsync(CheckedSubmission submission, CancellationToken cancellationToken)
    {
        var header = submission.Submission;
        if (await FindAsync(header.Department, header.Id, header.Path, cancellationToken).ConfigureAwait(false) is { } recorded)
            return new WrittenRecord(recorded, IsNew: false);
        var blob = BlobOf(submission);
        await using var content = await TemporaryFile.CreateAsync(output => CheckedSubmissionJson.WriteAsync(output, submission, cancellationToken)).ConfigureAwait(false);
        var isWritten = true;
        try
        {
            await UploadAsync(blob, content, Json, new BlobRequestConditions { IfNoneMatch = ETag.All }, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException exception) when (StorageErrors.Exists(exception))
        {
            isWritten = false;
        }

        // Read back, for another run may have been first, also with the other verdict.
        var found = await FindAsync(header.Department, header.Id, header.Path, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"The record '{blob.Name}' was written and is not there.");
        // Then that one is the record, and this one is not new.
        return new WrittenRecord(found, isWritten && (found.Verdict == Verdict.Rejected) == (submission.Verdict == Verdict.Rejected));
    }

    public async Task<CheckedSubmission?> FindAsync(string department, string submissionId, string path, CancellationToken cancellationToken)
    {
        foreach (var plan in plans.All)
        {
            if (await ReadAsync(accepted.GetBlobClient(BlobNames.AcceptedDocument(plan.Id, department, submissionId)), cancellationToken).ConfigureAwait(false) is { } found)
                return found;
        }

        return await ReadAsync(feedback.GetBlobClient(BlobNames.FeedbackJson(department, path, submissionId)), cancellationToken).ConfigureAwait(false);
    }

    public Task<CheckedSubmission?> ReadAcceptedAsync(string name, CancellationToken cancellationToken) =>
        ReadAsync(accepted.GetBlobClient(BlobPaths.Checked(name)), cancellationToken);

    public async IAsyncEnumerable<CheckedSubmission> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var blob in accepted.GetBlobsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (await ReadAsync(accepted.GetBlobClient(blob.Name), cancellationToken).ConfigureAwait(false) is { } submission && found.Add(submission.Submission.Id))
                yield return submission;
        }

        await foreach (var blob in feedback.GetBlobsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (blob.Name.EndsWith(".json", StringComparison.Ordinal)
                && !found.Contains(BlobNames.SubmissionIdOf(blob.Name))
                && await ReadAsync(feedback.GetBlobClient(blob.Name), cancellationToken).ConfigureAwait(false) is { } submission
                && found.Add(submission.Submission.Id))
                yield return submission;
        }
    }

    public async Task CopyToFeedbackAsync(CheckedSubmission recorded, CancellationToken cancellationToken)
    {
        if (recorded.Verdict == Verdict.Rejected)
            return;

        // Only after the accepted document, which is found first: the copy is never taken for the record.
        await using var content = await TemporaryFile.CreateAsync(output => CheckedSubmissionJson.WriteAsync(output, recorded, cancellationToken)).ConfigureAwait(false);
        await UploadAsync(FeedbackJsonOf(recorded.Submission), content, Json, conditions: null, cancellationToken).ConfigureAwait(false);
    }

    public async Task WriteFeedbackAsync(SubmissionHeader submission, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        await using var content = await TemporaryFile.CreateAsync(write).ConfigureAwait(false);
        var blob = feedback.GetBlobClient(BlobPaths.Checked(BlobNames.FeedbackWorkbook(submission.Department, submission.Path, submission.Id)));
        await UploadAsync(blob, content, BlobNames.WorkbookType, conditions: null, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Stream?> OpenFeedbackAsync(string department, string path, string submissionId, CancellationToken cancellationToken)
    {
        try
        {
            return await feedback.GetBlobClient(BlobNames.FeedbackWorkbook(department, path, submissionId)).OpenReadAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException exception) when (StorageErrors.IsMissing(exception))
        {
            return null;
        }
    }

    private BlobClient BlobOf(CheckedSubmission submission)
    {
        var header = submission.Submission;
        return submission.Verdict == Verdict.Rejected
            ? FeedbackJsonOf(header)
            : accepted.GetBlobClient(BlobPaths.Checked(BlobNames.AcceptedDocument(header.Plan, header.Department, header.Id)));
    }

    private BlobClient FeedbackJsonOf(SubmissionHeader header) =>
        feedback.GetBlobClient(BlobPaths.Checked(BlobNames.FeedbackJson(header.Department, header.Path, header.Id)));

    /// <summary>One transfer from a file, in blocks when it is long: the blob appears whole or not at all.</summary>
    private static async Task UploadAsync(BlobClient blob, Stream content, string contentType, BlobRequestConditions? conditions, CancellationToken cancellationToken) =>
        await blob.UploadAsync(
            content,
            new BlobUploadOptions { Conditions = conditions, HttpHeaders = new BlobHttpHeaders { ContentType = contentType } },
            cancellationToken).ConfigureAwait(false);

    private static async Task<CheckedSubmission?> ReadAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            using BlobDownloadStreamingResult download = await blob.DownloadStreamingAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            return await CheckedSubmissionJson.ReadAsync(download.Content, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException exception) when (StorageErrors.IsMissing(exception))
        {
            return null;
        }
    }
}
