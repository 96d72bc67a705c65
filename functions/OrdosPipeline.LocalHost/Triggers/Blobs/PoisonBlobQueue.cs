using System.Text.Encodings.Web;
using System.Text.Json;
using OrdosPipeline.LocalHost.Functions;
using OrdosPipeline.LocalHost.Storage;

namespace OrdosPipeline.LocalHost.Triggers.Blobs;

/// <summary>Where blobs go that a function has failed on too often.</summary>
internal static class PoisonBlobQueue
{
    public const string Name = "webjobs-blobtrigger-poison";

    // A queue carries base64, so a Chinese name need not be escaped.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task SendAsync(
        StorageAccount account, Function function, BlobDelivery delivery, string blobType, CancellationToken cancellationToken)
    {
        var queue = account.Queues.GetQueueClient(Name);
        await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var message = new PoisonBlobMessage(function.Id, blobType, delivery.Container, delivery.Name, $"\"{delivery.Version}\"");
        await queue.SendMessageAsync(BinaryData.FromObjectAsJson(message, Json), cancellationToken: cancellationToken);
    }

    private sealed record PoisonBlobMessage(string FunctionId, string BlobType, string ContainerName, string BlobName, string ETag);
}
