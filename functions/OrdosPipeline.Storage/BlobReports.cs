using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage;

/// <summary>The files of summaries in the container <c>reports</c>.</summary>
internal sealed class BlobReports(StorageClients clients)
{
    private readonly BlobContainerClient container = clients.Container(BlobNames.Reports);

    /// <summary>The version of a file that stands; null where there is none.</summary>
    public async Task<ETag?> ETagAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await container.GetBlobClient(BlobPaths.Checked(name)).GetPropertiesAsync(cancellationToken: cancellationToken).ConfigureAwait(false)).Value.ETag;
        }
        catch (RequestFailedException exception) when (StorageErrors.IsMissing(exception))
        {
            return null;
        }
    }

    /// <summary>Writes a file in the place of the version that is known to stand; null for none.</summary>
    /// <returns>False where another version stands.</returns>
    public async Task<bool> WriteAsync(string name, string contentType, Stream content, ETag? replaces, CancellationToken cancellationToken)
    {
        content.Position = 0;
        try
        {
            await container.GetBlobClient(BlobPaths.Checked(name)).UploadAsync(
                content,
                new BlobUploadOptions
                {
                    HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
                    Conditions = replaces is { } standing ? new BlobRequestConditions { IfMatch = standing } : new BlobRequestConditions { IfNoneMatch = ETag.All },
                },
                cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException exception) when (StorageErrors.Exists(exception))
        {
            return false;
        }
    }

    public async Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await container.GetBlobClient(BlobPaths.Checked(name)).OpenReadAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException exception) when (StorageErrors.IsMissing(exception))
        {
            return null;
        }
    }

    public async IAsyncEnumerable<(string Plan, ReportingQuarter Quarter, int Version)> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<(string, ReportingQuarter, int)>();
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (blob.Name.Split('/') is [var plan, var quarterText, ['v', .. var versionText], _]
                && ReportingQuarter.TryParse(quarterText, out var quarter)
                && int.TryParse(versionText, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                && seen.Add((plan, quarter, version)))
                yield return (plan, quarter, version);
        }
    }
}
