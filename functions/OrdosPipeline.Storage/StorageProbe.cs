using System.Net.Sockets;
using Azure;
using Azure.Identity;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage;

/// <summary>
/// Asks for each container, table and the poison queue as the system does at start and on its way, so that it needs no
/// other role.
/// </summary>
/// <param name="clients">That do not try again: whoever asks wants to know of the fault that a retry would hide.</param>
internal sealed class StorageProbe(StorageClients clients) : IStorageProbe
{
    public async Task<StorageAnswer> AskAsync(StorageService service, CancellationToken cancellationToken)
    {
        try
        {
            return service switch
            {
                StorageService.Blobs => Of(await MissingAsync(BlobNames.Containers, HasContainerAsync, cancellationToken).ConfigureAwait(false)),
                StorageService.Tables => Of(await MissingAsync(TableNames.All, HasTableAsync, cancellationToken).ConfigureAwait(false)),
                _ => await AskQueueAsync(cancellationToken).ConfigureAwait(false),
            };
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return Of(exception);
        }
    }

    private async Task<StorageAnswer> AskQueueAsync(CancellationToken cancellationToken)
    {
        if (clients.Queue(PoisonBlobQueue.Name) is not { } queue)
            return StorageAnswer.Well with { Fault = StorageFault.NotConfigured };
        // The host makes the queue with its first message.
        await queue.ExistsAsync(cancellationToken).ConfigureAwait(false);
        return StorageAnswer.Well;
    }

    private async Task<bool> HasContainerAsync(string name, CancellationToken cancellationToken) =>
        await clients.Container(name).ExistsAsync(cancellationToken).ConfigureAwait(false);

    private Task<bool> HasTableAsync(string name, CancellationToken cancellationToken) => StorageMaintenance.ExistsAsync(clients.Table(name), cancellationToken);

    private static async Task<IReadOnlyList<string>> MissingAsync(
        IReadOnlyList<string> names, Func<string, CancellationToken, Task<bool>> isThere, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(names.Select(name => isThere(name, cancellationToken))).ConfigureAwait(false);
        return [.. names.Where((_, index) => !found[index])];
    }

    private static StorageAnswer Of(IReadOnlyList<string> missing) =>
        missing.Count == 0 ? StorageAnswer.Well : new StorageAnswer(StorageFault.Missing, string.Join(", ", missing));

    private static StorageAnswer Of(Exception exception) => exception switch
    {
        RequestFailedException { Status: > 0 } answered => new(FaultOf(answered), $"{answered.ErrorCode ?? "HTTP"} ({answered.Status})"),
        AuthenticationFailedException => new(StorageFault.NotSignedIn, exception.GetType().Name),
        _ when Causes(exception).OfType<SocketException>().FirstOrDefault() is { } socket => new(StorageFault.Unreachable, socket.SocketErrorCode.ToString()),
        RequestFailedException or HttpRequestException or TaskCanceledException => new(StorageFault.Unreachable, exception.GetType().Name),
        _ => new(StorageFault.Other, exception.GetType().Name),
    };

    private static StorageFault FaultOf(RequestFailedException answered) => answered.Status switch
    {
        401 => StorageFault.NotSignedIn,
        403 when answered.ErrorCode is "AuthenticationFailed" or "InvalidAuthenticationInfo" => StorageFault.NotSignedIn,
        403 => StorageFault.Refused,
        429 or 503 => StorageFault.Throttled,
        404 => StorageFault.Missing,
        _ => StorageFault.Other,
    };

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause is AggregateException { InnerExceptions: [var first, ..] } ? first : cause.InnerException)
            yield return cause;
    }
}
