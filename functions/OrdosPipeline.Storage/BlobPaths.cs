namespace OrdosPipeline.Storage;

/// <summary>Guards the names of blobs: an address in which a segment is <c>..</c> would be that of another blob.</summary>
internal static class BlobPaths
{
    /// <summary>The longest name that the service takes (learn.microsoft.com/rest/api/storageservices/naming-and-referencing-containers--blobs--and-metadata).</summary>
    public const int Longest = 1024;

    /// <exception cref="ArgumentException">It is no name of a blob.</exception>
    public static string Checked(string path)
    {
        if (path.Length is 0 or > Longest || path.Contains('\\', StringComparison.Ordinal) || path.Any(char.IsControl)
            || path.Split('/').Any(segment => segment is "" or "." or ".."))
            throw new ArgumentException($"'{path}' is not a path: its parts, separated by /, must not be empty, . or .., nor hold \\ or control characters.", nameof(path));
        return path;
    }
}
