using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace OrdosPipeline.LocalHost.Triggers.Blobs;

/// <summary>One function's receipts, in storage and in memory: after loading, asking for one costs no request.</summary>
internal sealed class BlobReceipts(BlobContainerClient hostContainer, string hostId, string functionId)
{
    private const string TriesKey = "Tries";
    private const string CompletedKey = "Completed";

    // A blob's name is at most 1,024 characters long.
    private const int MaxNameLength = 1024;

    private readonly string folder = $"blobreceipts/{hostId}/{functionId}/";
    private readonly ConcurrentDictionary<string, BlobReceipt> byPath = new(StringComparer.Ordinal);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await hostContainer.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await foreach (var blob in hostContainer.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, folder, cancellationToken))
            byPath[blob.Name] = Read(blob.Metadata);
    }

    public BlobReceipt Get(BlobDelivery delivery) => byPath.GetValueOrDefault(PathOf(delivery), BlobReceipt.None);

    public async Task SaveAsync(BlobDelivery delivery, BlobReceipt receipt, CancellationToken cancellationToken)
    {
        var path = PathOf(delivery);
        // Memory first: should storage fail now, this process still knows.
        byPath[path] = receipt;
        var metadata = new Dictionary<string, string>
        {
            [TriesKey] = receipt.Tries.ToString(CultureInfo.InvariantCulture),
            [CompletedKey] = receipt.Completed ? "true" : "false",
        };
        await hostContainer.GetBlobClient(path).UploadAsync(
            BinaryData.Empty, new BlobUploadOptions { Metadata = metadata }, cancellationToken);
    }

    private static BlobReceipt Read(IDictionary<string, string> metadata)
    {
        metadata.TryGetValue(TriesKey, out var tries);
        metadata.TryGetValue(CompletedKey, out var completed);
        return new BlobReceipt(int.TryParse(tries, CultureInfo.InvariantCulture, out var count) ? count : 0, completed == "true");
    }

    private string PathOf(BlobDelivery delivery)
    {
        var path = $"{folder}{delivery.Version}/{delivery.Container}/{delivery.Name}";
        if (path.Length <= MaxNameLength)
            return path;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(delivery.Name)));
        return $"{folder}{delivery.Version}/{delivery.Container}/sha256-{hash}";
    }
}
