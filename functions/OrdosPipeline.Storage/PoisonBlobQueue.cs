using System.Text;
using System.Text.Json;
using Azure;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage;

/// <summary>The host's queue of blobs that were given up, <c>webjobs-blobtrigger-poison</c>, in the account of the blobs.</summary>
internal sealed class PoisonBlobQueue(StorageClients clients) : IPoisonQueue
{
    internal const string Name = "webjobs-blobtrigger-poison";

    /// <summary>The most that the service gives at once.</summary>
    private const int AtOnce = 32;

    /// <summary>For so long a message that is about another blob is out of sight.</summary>
    private static readonly TimeSpan OutOfSight = TimeSpan.FromSeconds(30);

    public async Task<int> RemoveAsync(string container, string name, CancellationToken cancellationToken)
    {
        if (clients.Queue(Name) is not { } queue)
            return 0;
        var wanted = (clients.Container(container).Name, name);
        var removed = 0;
        try
        {
            while ((await queue.ReceiveMessagesAsync(AtOnce, OutOfSight, cancellationToken).ConfigureAwait(false)).Value is { Length: > 0 } messages)
            {
                foreach (var message in messages.Where(message => BlobOf(message.Body) == wanted))
                {
                    await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken).ConfigureAwait(false);
                    removed++;
                }
            }
        }
        catch (RequestFailedException exception) when (StorageErrors.IsMissing(exception))
        {
            // The host makes the queue with its first message.
        }

        return removed;
    }

    public async Task<int?> CountAsync(CancellationToken cancellationToken)
    {
        if (clients.Queue(Name) is not { } queue)
            return null;
        try
        {
            return (await queue.GetPropertiesAsync(cancellationToken).ConfigureAwait(false)).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException exception) when (StorageErrors.IsMissing(exception))
        {
            return 0;
        }
    }

    /// <summary>The host writes <c>{FunctionId, BlobType, ContainerName, BlobName, ETag}</c>, in base64.</summary>
    private static (string?, string?) BlobOf(BinaryData body)
    {
        try
        {
            var text = body.ToString();
            using var json = JsonDocument.Parse(text.StartsWith('{') ? text : Encoding.UTF8.GetString(Convert.FromBase64String(text)));
            return (json.RootElement.GetProperty("ContainerName").GetString(), json.RootElement.GetProperty("BlobName").GetString());
        }
        catch (Exception exception) when (exception is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return (null, null);
        }
    }
}
