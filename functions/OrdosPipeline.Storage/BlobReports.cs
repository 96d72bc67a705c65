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

    public async Task WriteAsync(string name, string contentType, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        await using var content = await TemporaryFile.CreateAsync(write).ConfigureAwait(false);
        await container.GetBlobClient(BlobPaths.Checked(name)).UploadAsync(
            content, new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } }, cancellationToken).ConfigureAwait(false);
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
