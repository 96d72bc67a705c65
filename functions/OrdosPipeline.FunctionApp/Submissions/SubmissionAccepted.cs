using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OrdosPipeline.Core;

namespace OrdosPipeline.FunctionApp.Submissions;

/// <summary>A record was accepted: bring the tables up to date with it.</summary>
public sealed class SubmissionAccepted(SubmissionPipeline pipeline, ILogger<SubmissionAccepted> logger)
{
    [Function(nameof(SubmissionAccepted))]
    public async Task Run(
        [BlobTrigger("accepted/{name}", Connection = "Storage", Source = BlobTriggerSource.EventGrid)] BlobClient blob,
        string name,
        CancellationToken cancellationToken)
    {
        var applied = await pipeline.ApplyAsync(name, cancellationToken);
        logger.LogInformation("{Blob} {Outcome}.", blob.Name, applied is null ? "is gone" : "is applied");
    }
}
