using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Reporting;

namespace OrdosPipeline.FunctionApp.Submissions;

/// <summary>A department dropped a file: check it and hand it back marked.</summary>
public sealed partial class SubmissionArrived(SubmissionPipeline pipeline, ILogger<SubmissionArrived> logger)
{
    [Function(nameof(SubmissionArrived))]
    public async Task Run(
        [BlobTrigger("incoming/{name}", Connection = "Storage", Source = BlobTriggerSource.EventGrid)] BlobClient blob,
        string name,
        CancellationToken cancellationToken)
    {
        if (await pipeline.ArriveAsync(name, cancellationToken) is not { Submission: var submission } recorded)
            Gone(name);
        else
            Checked(submission.Id, submission.Department, submission.Plan, CheckJson.Text(recorded.Verdict), recorded.Values.Count, recorded.FindingCounts.Values.Sum(), name);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Submission {Submission} of {Department} for {Plan} is {Verdict}: {Values} values, {Findings} findings, {Path}.")]
    private partial void Checked(string submission, string department, string plan, string verdict, int values, int findings, string path);

    [LoggerMessage(Level = LogLevel.Information, Message = "The upload {Path} is gone.")]
    private partial void Gone(string path);
}
