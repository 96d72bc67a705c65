using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Cli.Running;

/// <summary>The shipped samples: one folder per department, as it would drop its files.</summary>
internal static class SampleInputs
{
    private const string FolderName = "sample-inputs";

    /// <summary>The folder given, or the one nearest above the program or the current folder.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static string Find(string? folder)
    {
        if (folder is not null)
            return Directory.Exists(folder) ? folder : throw new UsageException($"没有文件夹 {folder} (there is no such folder)。");
        foreach (var start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
        {
            for (var directory = new DirectoryInfo(start); directory is not null; directory = directory.Parent)
            {
                var candidate = Path.Combine(directory.FullName, FolderName);
                if (Directory.Exists(candidate))
                    return candidate;
            }
        }

        throw new UsageException($"没有找到 {FolderName} 文件夹，请用 --samples 指明 (name the folder of samples with --samples)。");
    }

    /// <summary>Every sample with its path below <c>incoming/</c>, in the order in which they were handed in: by name.</summary>
    public static IReadOnlyList<(string File, string Path)> List(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (File: file, Path: Path.GetRelativePath(folder, file).Replace('\\', '/')))
            .Where(sample => sample.Path.Contains('/', StringComparison.Ordinal) && !Path.GetFileName(sample.Path).StartsWith("sources", StringComparison.Ordinal))
            .OrderBy(sample => Path.GetFileName(sample.Path), StringComparer.Ordinal)
            .ThenBy(sample => sample.Path, StringComparer.Ordinal),
    ];

    /// <summary>Drops every sample as its department would, a revision after what it revises.</summary>
    public static async Task<IReadOnlyList<IncomingVersion>> UploadAsync(IInbox inbox, string folder, CancellationToken cancellationToken)
    {
        var uploads = new List<IncomingVersion>();
        var lastOf = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var (file, path) in List(folder))
        {
            // The storage tells uploads apart by the second: of two in one second neither is later, and a revision might lose.
            var department = BlobNames.DepartmentSegment(path);
            while (lastOf.TryGetValue(department, out var last) && DateTimeOffset.UtcNow < last.AddSeconds(1))
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
            await using var content = File.OpenRead(file);
            var upload = await inbox.UploadAsync(path, content, "demo", cancellationToken);
            lastOf[department] = upload.UploadedAt;
            uploads.Add(upload);
        }

        return uploads;
    }
}
