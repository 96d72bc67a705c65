using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage;

/// <summary>
/// When each submission was first applied, put by before a rebuild empties the ledger: no record holds it, and a rebuild
/// that is cut off must be able to start again. The blob stays; times in it are never replaced by later ones.
/// </summary>
internal sealed class AppliedTimes(StorageClients clients)
{
    /// <summary>Below <c>reports/</c>, where no trigger listens and no department reads; a plan's folder never starts with a dot.</summary>
    public const string BlobName = ".rebuild/applied-times.csv";

    private readonly BlobClient blob = clients.Container(BlobNames.Reports).GetBlobClient(BlobName);

    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> KeepAsync(IAsyncEnumerable<LedgerEntry> ledger, CancellationToken cancellationToken)
    {
        var times = await ReadAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var entry in ledger.ConfigureAwait(false))
        {
            if (entry.AppliedAt is { } applied && (!times.TryGetValue(entry.Id, out var kept) || applied < kept))
                times[entry.Id] = applied;
        }

        var lines = times.Select(time => string.Create(CultureInfo.InvariantCulture, $"{time.Key},{time.Value.ToUniversalTime():O}"));
        await blob.UploadAsync(
            BinaryData.FromString(string.Join('\n', lines)),
            new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "text/csv" } },
            cancellationToken).ConfigureAwait(false);
        return times;
    }

    private async Task<SortedDictionary<string, DateTimeOffset>> ReadAsync(CancellationToken cancellationToken)
    {
        var times = new SortedDictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        try
        {
            var content = await blob.DownloadContentAsync(cancellationToken).ConfigureAwait(false);
            foreach (var line in content.Value.Content.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var comma = line.IndexOf(',', StringComparison.Ordinal);
                times[line[..comma]] = DateTimeOffset.ParseExact(line[(comma + 1)..], "O", CultureInfo.InvariantCulture);
            }
        }
        catch (RequestFailedException exception) when (StorageErrors.IsMissing(exception))
        {
        }

        return times;
    }
}
