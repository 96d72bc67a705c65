namespace OrdosPipeline.Core.Stores;

/// <summary>What departments dropped: the blobs of <c>incoming/</c>, never altered.</summary>
public interface IInbox
{
    /// <summary>
    /// Opens the current version of an upload, or null when there is none any more. Of one that is larger than
    /// <see cref="Intake.IntakeLimits.FileBytes"/> only that and one byte more are read, and content and hash are of them.
    /// </summary>
    /// <param name="path">Below <c>incoming/</c>, with <c>/</c> between segments.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    Task<IncomingFile?> OpenAsync(string path, CancellationToken cancellationToken);

    /// <summary>Every upload with the version it has now.</summary>
    IAsyncEnumerable<IncomingVersion> ListAsync(CancellationToken cancellationToken);

    /// <summary>The uploads in those folders of the first level that <paramref name="folder"/> is true of, with the versions they have now.</summary>
    IAsyncEnumerable<IncomingVersion> ListAsync(Predicate<string> folder, CancellationToken cancellationToken);

    /// <summary>Uploads a file as a department would.</summary>
    /// <param name="path">Below <c>incoming/</c>.</param>
    /// <param name="content">Read to its end.</param>
    /// <param name="submittedBy">Kept with the upload; null when unknown.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    Task<IncomingVersion> UploadAsync(string path, Stream content, string? submittedBy, CancellationToken cancellationToken);
}

/// <summary>One version of one upload.</summary>
/// <param name="Path">Below <c>incoming/</c>.</param>
/// <param name="ETag">Without quotes.</param>
/// <param name="UploadedAt">The blob's LastModified, UTC, in whole seconds.</param>
/// <param name="Bytes">Its length.</param>
public sealed record IncomingVersion(string Path, string ETag, DateTimeOffset UploadedAt, long Bytes);

/// <summary>An upload opened for reading: exactly the version named, whatever is uploaded meanwhile.</summary>
public sealed class IncomingFile(IncomingVersion version, string sha256, string? submittedBy, Stream content) : IAsyncDisposable
{
    public IncomingVersion Version { get; } = version;

    /// <summary>Of the content as read, lower-case hexadecimal.</summary>
    public string Sha256 { get; } = sha256;

    public string? SubmittedBy { get; } = submittedBy;

    /// <summary>Seekable, on disk rather than in memory.</summary>
    public Stream Content { get; } = content;

    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
