using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage;

/// <summary>Templates in the container <c>templates</c>; the hash in a blob's metadata tells whether it would change.</summary>
internal sealed class BlobTemplates(StorageClients clients) : ITemplateStore
{
    private const string Hash = "sha256";

    private readonly BlobContainerClient container = clients.Container(BlobNames.Templates);

    public async Task<bool> WriteIfChangedAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var blob = container.GetBlobClient(BlobPaths.Checked(name));
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        if (await HashOfAsync(blob, cancellationToken).ConfigureAwait(false) == hash)
            return false;
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = BlobNames.WorkbookType },
            Metadata = new Dictionary<string, string> { [Hash] = hash },
        };
        await blob.UploadAsync(BinaryData.FromBytes(content), options, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static async Task<string?> HashOfAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            BlobProperties properties = await blob.GetPropertiesAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            return properties.Metadata.TryGetValue(Hash, out var hash) ? hash : null;
        }
        catch (RequestFailedException exception) when (StorageErrors.IsMissing(exception))
        {
            return null;
        }
    }
}
