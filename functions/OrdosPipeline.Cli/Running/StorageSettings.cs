using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace OrdosPipeline.Cli.Running;

/// <summary>
/// Which storage the commands use: the settings of the function app (<c>Storage</c>, or <c>Storage__blobServiceUri</c> and
/// its like, or <c>AzureWebJobsStorage</c>), else a demo that is running on this machine.
/// </summary>
internal static class StorageSettings
{
    /// <summary>A file for each demo that runs, named after its process.</summary>
    private static readonly string DemoFolder = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "ordos", "demos");

    private static readonly string OwnFile = Path.Combine(DemoFolder, $"{Environment.ProcessId}.txt");

    /// <summary>A setting by its name in the function app's configuration, where <c>:</c> separates sections.</summary>
    public static string? Get(string name) => Environment.GetEnvironmentVariable(name) ?? Environment.GetEnvironmentVariable(name.Replace(":", "__", StringComparison.Ordinal));

    /// <summary>Whether a real account or a running emulator is configured.</summary>
    public static bool IsConfigured => Configured() is not null || Get("Storage:blobServiceUri") is not null;

    /// <summary>Whether <see cref="Resolve"/> finds any storage.</summary>
    public static bool IsAvailable => IsConfigured || RunningDemo() is not null;

    /// <summary>The settings for the storage registration.</summary>
    /// <exception cref="UsageException">Nothing is configured and no demo runs.</exception>
    public static Func<string, string?> Resolve()
    {
        if (Get("Storage:blobServiceUri") is not null)
            return Get;
        var connection = Configured() ?? RunningDemo()
            ?? throw new UsageException(
                "没有配置存储。请设置环境变量 Storage（连接字符串；本机模拟器可用 UseDevelopmentStorage=true），或先在另一窗口运行 ordos demo。"
                + Environment.NewLine
                + "(No storage is configured: set Storage to a connection string, or run 'ordos demo' in another window.)");
        return name => name == "Storage" ? connection : Get(name);
    }

    /// <summary>Lets other commands find the demo's storage while the demo runs.</summary>
    public static void AnnounceDemo(string connection)
    {
        Directory.CreateDirectory(DemoFolder);
        File.WriteAllText(OwnFile, connection);
    }

    public static void WithdrawDemo() => File.Delete(OwnFile);

    private static string? Configured() => Get("Storage") ?? Get("AzureWebJobsStorage");

    /// <summary>The storage of the demo that was started last. What demos left behind that were killed is cleared away.</summary>
    private static string? RunningDemo()
    {
        if (!Directory.Exists(DemoFolder))
            return null;
        foreach (var file in new DirectoryInfo(DemoFolder).EnumerateFiles("*.txt").OrderByDescending(file => file.LastWriteTimeUtc).ToList())
        {
            if (IsOfRunningDemo(file))
                return File.ReadAllText(file.FullName).Trim();
            file.Delete();
        }

        return null;
    }

    /// <summary>Whether the process that the file is named after runs, and is not a later one with the same number.</summary>
    private static bool IsOfRunningDemo(FileInfo file)
    {
        if (!int.TryParse(Path.GetFileNameWithoutExtension(file.Name), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return false;
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited && process.StartTime.ToUniversalTime() <= file.LastWriteTimeUtc;
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }
}
