using System.Security.Cryptography;

namespace OrdosPipeline.Cli.Emulator;

/// <summary>Azurite as pinned by <c>package-lock.json</c>, installed once per user and lock file.</summary>
internal static class AzuriteInstallation
{
    private static readonly TimeSpan LockRetryInterval = TimeSpan.FromMilliseconds(200);

    public static string DefaultCacheFolder =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "ordos");

    /// <summary>The folder of the package files, beside the program.</summary>
    public static string SourceFolder => Path.Combine(AppContext.BaseDirectory, "Emulator");

    public static string PreloadScript => Path.Combine(SourceFolder, "exit-with-parent.cjs");

    /// <summary>Returns the path of Azurite's main script, after installing it if it is not there yet.</summary>
    public static async Task<string> EnsureAsync(string cacheFolder, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(cacheFolder, "azurite-" + await LockFileHashAsync(cancellationToken));
        if (!Directory.Exists(folder))
            await InstallAsync(folder, progress, cancellationToken);
        return Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js");
    }

    private static async Task InstallAsync(string folder, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        await using var installing = await LockAsync(folder + ".lock", cancellationToken);
        if (Directory.Exists(folder))
            return;

        progress?.Report("Installing the storage emulator Azurite (once, about 180 MB)");
        // Installed beside its place and then moved there: the folder under the final name is always complete.
        var unfinished = $"{folder}.{Guid.NewGuid():n}.tmp";
        Directory.CreateDirectory(unfinished);
        try
        {
            foreach (var name in (string[])["package.json", "package-lock.json"])
                File.Copy(Path.Combine(SourceFolder, name), Path.Combine(unfinished, name));
            await NodeTools.InstallAsync(unfinished, cancellationToken);
            Directory.Move(unfinished, folder);
        }
        finally
        {
            if (Directory.Exists(unfinished))
                Directory.Delete(unfinished, recursive: true);
        }
    }

    /// <summary>Waits until no other process holds the file open; the operating system lets go of it when a holder dies.</summary>
    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(LockRetryInterval, cancellationToken);
            }
        }
    }

    private static async Task<string> LockFileHashAsync(CancellationToken cancellationToken)
    {
        var content = await File.ReadAllBytesAsync(Path.Combine(SourceFolder, "package-lock.json"), cancellationToken);
        return Convert.ToHexStringLower(SHA256.HashData(content))[..16];
    }
}
