using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OrdosPipeline.Core;

namespace OrdosPipeline.FunctionApp.Submissions;

/// <summary>A record was accepted: bring the tables up to date with it.</summary>
public sealed partial class SubmissionAccepted(SubmissionPipeline pipeline, ILogger<SubmissionAccepted> logger)
{
    [Function(nameof(SubmissionAccepted))]
    public async Task Run(
        [BlobTrigger("accepted/{name}", Connection = "Storage", Source = BlobTriggerSource.EventGrid)] BlobClient blob,
        string name,
        CancellationToken cancellationToken)
    {
        if (await pipeline.ApplyAsync(name, cancellationToken) is not { Submission: var submission } applied)
            Gone(name);
        else
            Applied(submission.Id, submission.Department, submission.Plan, applied.Values.Count, applied.ProjectRows.Count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Submission {Submission} of {Department} for {Plan} is applied: {Values} values, {ProjectRows} rows on projects.")]
    private partial void Applied(string submission, string department, string plan, int values, int projectRows);

    [LoggerMessage(Level = LogLevel.Information, Message = "The record {Record} is gone.")]
    private partial void Gone(string record);
}
