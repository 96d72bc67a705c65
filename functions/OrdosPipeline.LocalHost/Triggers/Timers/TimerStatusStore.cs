using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.LocalHost.Functions;
using OrdosPipeline.LocalHost.Hosting;
using OrdosPipeline.LocalHost.Storage;

namespace OrdosPipeline.LocalHost.Triggers.Timers;

/// <summary>Remembers across restarts when each timer ran and runs next: <c>timers/{host}/{function}/status</c>.</summary>
internal sealed class TimerStatusStore(StorageAccounts accounts, HostSettings settings)
{
    public async Task<ScheduleStatus?> ReadAsync(Function function, CancellationToken cancellationToken)
    {
        try
        {
            var content = await BlobOf(function).DownloadContentAsync(cancellationToken);
            return content.Value.Content.ToObjectFromJson<ScheduleStatus>();
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return null;
        }
        catch (JsonException)
        {
            // A status that cannot be read is written anew after the next run.
            return null;
        }
    }

    public async Task WriteAsync(Function function, ScheduleStatus status, CancellationToken cancellationToken)
    {
        await accounts.HostContainer.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await BlobOf(function).UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true, cancellationToken);
    }

    private BlobClient BlobOf(Function function)
        => accounts.HostContainer.GetBlobClient($"timers/{settings.HostId}/{function.Id}/status");
}
