namespace OrdosPipeline.Storage;

/// <summary>A file that is gone when it is closed, for content that is too large to hold in memory.</summary>
internal static class TemporaryFile
{
    public static FileStream Create() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 81920,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });

    /// <summary>A file with what <paramref name="write"/> writes, at its beginning.</summary>
    public static async Task<FileStream> CreateAsync(Func<Stream, Task> write)
    {
        var file = Create();
        try
        {
            await write(file).ConfigureAwait(false);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
