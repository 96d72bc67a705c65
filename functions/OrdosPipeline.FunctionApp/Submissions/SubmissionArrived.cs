using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OrdosPipeline.Core;

namespace OrdosPipeline.FunctionApp.Submissions;

/// <summary>A department dropped a file: check it and hand it back marked.</summary>
public sealed class SubmissionArrived(SubmissionPipeline pipeline, ILogger<SubmissionArrived> logger)
{
    [Function(nameof(SubmissionArrived))]
    public async Task Run(
        [BlobTrigger("incoming/{name}", Connection = "Storage", Source = BlobTriggerSource.EventGrid)] BlobClient blob,
        string name,
        CancellationToken cancellationToken)
    {
        var recorded = await pipeline.ArriveAsync(name, cancellationToken);
        if (recorded is null)
            logger.LogInformation("{Blob} is gone.", blob.Name);
        else
            logger.LogInformation(
                "{Submission} {Path}: {Verdict}, {Values} values, {Findings} findings.",
                recorded.Submission.Id, name, recorded.Verdict, recorded.Values.Count, recorded.FindingCounts.Values.Sum());
    }
}
