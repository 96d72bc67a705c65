using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage;

/// <summary>The container <c>incoming</c>.</summary>
internal sealed class BlobInbox(StorageClients clients, IntakeLimits? limits = null) : IInbox
{
    /// <summary>Metadata are ASCII, so the name is percent-encoded.</summary>
    private const string SubmittedBy = "submittedby";

    /// <summary>An upload that is replaced again and again while it is read will be read by the event of its last version.</summary>
    private const int MostAttempts = 10;

    /// <summary>One byte past the limit is enough to see that it is passed, and does not fill a disk.</summary>
    private readonly long mostBytes = (limits ?? IntakeLimits.Default).FileBytes + 1;

    private readonly BlobContainerClient container = clients.Container(BlobNames.Incoming);

    public async Task<IncomingFile?> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var blob = container.GetBlobClient(BlobPaths.Checked(path));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await DownloadAsync(blob, path, cancellationToken).ConfigureAwait(false);
            }
            catch (RequestFailedException exception) when (StorageErrors.IsMissing(exception))
            {
                return null;
            }
            catch (RequestFailedException exception) when (StorageErrors.IsChanged(exception) && attempt < MostAttempts)
            {
            }
        }
    }

    public async IAsyncEnumerable<IncomingVersion> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix: null, cancellationToken).ConfigureAwait(false))
            yield return Version(blob.Name, blob.Properties.ETag!.Value, blob.Properties.LastModified!.Value, blob.Properties.ContentLength ?? 0);
    }

    public async IAsyncEnumerable<IncomingVersion> ListAsync(Predicate<string> folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in container.GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, delimiter: "/", prefix: null, cancellationToken).ConfigureAwait(false))
        {
            if (!item.IsPrefix || !folder(item.Prefix.TrimEnd('/')))
                continue;
            await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, item.Prefix, cancellationToken).ConfigureAwait(false))
                yield return Version(blob.Name, blob.Properties.ETag!.Value, blob.Properties.LastModified!.Value, blob.Properties.ContentLength ?? 0);
        }
    }

    public async Task<IncomingVersion> UploadAsync(string path, Stream content, string? submittedBy, CancellationToken cancellationToken)
    {
        await using var file = content.CanSeek ? null : await TemporaryFile.CreateAsync(copy => content.CopyToAsync(copy, cancellationToken)).ConfigureAwait(false);
        var source = file ?? content;
        var length = source.Length - source.Position;
        var options = new BlobUploadOptions();
        if (!string.IsNullOrEmpty(submittedBy))
            options.Metadata = new Dictionary<string, string> { [SubmittedBy] = Uri.EscapeDataString(submittedBy) };
        BlobContentInfo uploaded = await container.GetBlobClient(BlobPaths.Checked(path)).UploadAsync(source, options, cancellationToken).ConfigureAwait(false);
        return Version(path, uploaded.ETag, uploaded.LastModified, length);
    }

    /// <summary>The properties name the version; every request after that is for it alone.</summary>
    private async Task<IncomingFile> DownloadAsync(BlobClient blob, string path, CancellationToken cancellationToken)
    {
        BlobProperties properties = await blob.GetPropertiesAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        var length = Math.Min(properties.ContentLength, mostBytes);
        var only = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = properties.ETag } };
        if (length < properties.ContentLength)
            only.Range = new HttpRange(0, length);
        using BlobDownloadStreamingResult download = await blob.DownloadStreamingAsync(only, cancellationToken).ConfigureAwait(false);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var file = await TemporaryFile.CreateAsync(output => CopyAsync(download.Content, output, hash, cancellationToken)).ConfigureAwait(false);
        if (file.Length != length)
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw new IOException($"The download of '{path}' ended after {file.Length} of {length} bytes.");
        }

        return new IncomingFile(
            Version(path, properties.ETag, properties.LastModified, properties.ContentLength),
            Convert.ToHexStringLower(hash.GetHashAndReset()),
            properties.Metadata.TryGetValue(SubmittedBy, out var name) ? Uri.UnescapeDataString(name) : null,
            file);
    }

    private static async Task CopyAsync(Stream input, Stream output, IncrementalHash hash, CancellationToken cancellationToken)
    {
        var buffer = new byte[81920];
        int read;
        while ((read = await input.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await output.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        }
    }

    private static IncomingVersion Version(string path, ETag etag, DateTimeOffset uploadedAt, long bytes) =>
        new(path, etag.ToString().Trim('"'), uploadedAt.ToUniversalTime(), bytes);
}
