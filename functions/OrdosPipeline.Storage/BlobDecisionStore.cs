using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using OrdosPipeline.Core.Progress.Decisions;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage;

/// <summary>Decisions in the container <c>decisions</c>.</summary>
internal sealed class BlobDecisionStore(StorageClients clients) : IDecisionStore
{
    private readonly BlobContainerClient container = clients.Container(BlobNames.Decisions);

    public async Task<RecordedDecision> WriteOnceAsync(RecordedDecision decision, CancellationToken cancellationToken)
    {
        var blob = container.GetBlobClient(BlobPaths.Checked(BlobNames.Decision(decision.Decision.Plan, decision.Id)));
        try
        {
            await blob.UploadAsync(
                BinaryData.FromBytes(DecisionJson.Write(decision)),
                new BlobUploadOptions
                {
                    HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
                    Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                },
                cancellationToken).ConfigureAwait(false);
            return decision;
        }
        catch (RequestFailedException exception) when (StorageErrors.Exists(exception))
        {
            return await ReadAsync(blob, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<IReadOnlyList<RecordedDecision>> ListAsync(string plan, CancellationToken cancellationToken)
    {
        var decisions = new List<RecordedDecision>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{plan}/", cancellationToken).ConfigureAwait(false))
            decisions.Add(await ReadAsync(container.GetBlobClient(blob.Name), cancellationToken).ConfigureAwait(false));
        return [.. decisions.Order(RecordedDecision.Precedence)];
    }

    private static async Task<RecordedDecision> ReadAsync(BlobClient blob, CancellationToken cancellationToken) =>
        DecisionJson.Read((await blob.DownloadContentAsync(cancellationToken).ConfigureAwait(false)).Value.Content.ToMemory());
}
