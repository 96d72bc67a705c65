using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace OrdosPipeline.Cli.Emulator;

/// <summary>A running Azurite: blobs, queues and tables on free ports of this machine.</summary>
public sealed partial class AzuriteEmulator : IAsyncDisposable
{
    // Azurite's published development account, the same on every machine.
    private const string AccountName = "devstoreaccount1";
    private const string AccountKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly string? temporaryFolder;
    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentDictionary<string, Uri> endpoints = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int stopped;

    private AzuriteEmulator(Process process, string? temporaryFolder)
    {
        this.process = process;
        this.temporaryFolder = temporaryFolder;
        _ = ReadOutputAsync();
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    /// <summary>For every Azure.Storage and Azure.Data client, and for <c>AzureWebJobsStorage</c>.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={AccountName};AccountKey={AccountKey};"
        + string.Concat(endpoints.OrderBy(e => e.Key, StringComparer.Ordinal)
            .Select(e => $"{e.Key}Endpoint=http://{e.Value.Authority}/{AccountName};"));

    /// <exception cref="EmulatorUnavailableException">Node.js or npm is missing, or Azurite does not start.</exception>
    public static async Task<AzuriteEmulator> StartAsync(AzuriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new AzuriteOptions();
        await NodeTools.RequireNodeAsync(cancellationToken);
        var script = await AzuriteInstallation.EnsureAsync(options.CacheFolder, options.Progress, cancellationToken);
        options.Progress?.Report("Starting the storage emulator Azurite");

        var temporaryFolder = options.DataFolder is null ? Directory.CreateTempSubdirectory("ordos-azurite-").FullName : null;
        var dataFolder = Directory.CreateDirectory(temporaryFolder ?? options.DataFolder!).FullName;
        // Port 0: the operating system picks a free port, which Azurite prints.
        var process = NodeTools.Start(
            "node",
            [
                "--require", AzuriteInstallation.PreloadScript, script, "--location", dataFolder,
                "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
                "--silent", "--skipApiVersionCheck", "--disableTelemetry",
            ],
            dataFolder);
        var emulator = new AzuriteEmulator(process, temporaryFolder);
        try
        {
            await emulator.listening.Task.WaitAsync(StartLimit, cancellationToken);
            return emulator;
        }
        catch (Exception fault)
        {
            await emulator.DisposeAsync();
            if (fault is TimeoutException)
                throw new EmulatorUnavailableException($"Azurite did not start within {StartLimit.TotalSeconds} seconds.", fault);
            throw;
        }
    }

    /// <summary>Stops the emulator after it has saved its data, and deletes the data when the folder is temporary.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref stopped, 1) != 0)
            return;

        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        using var limit = new CancellationTokenSource(StopLimit);
        try
        {
            // See exit-with-parent.cjs.
            process.StandardInput.Close();
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
        DeleteTemporaryFolder();
    }

    private void OnProcessExit(object? sender, EventArgs e)
    {
        if (Interlocked.Exchange(ref stopped, 1) != 0)
            return;
        if (temporaryFolder is not null)
        {
            // Nobody will read this data again, so nothing is worth waiting for.
            process.Kill(entireProcessTree: true);
            process.WaitForExit(StopLimit);
            DeleteTemporaryFolder();
        }
        else
        {
            process.StandardInput.Close();
            process.WaitForExit(StopLimit);
        }
    }

    private async Task ReadOutputAsync()
    {
        var errors = ReadLinesAsync(process.StandardError);
        await ReadLinesAsync(process.StandardOutput);
        await errors;
        listening.TrySetException(new EmulatorUnavailableException(
            "Azurite ended while starting. It said:" + Environment.NewLine + string.Join(Environment.NewLine, output)));
        // Only a caller still waiting in StartAsync is told; afterwards the fault is seen by the storage clients.
        _ = listening.Task.Exception;
    }

    private async Task ReadLinesAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            if (listening.Task.IsCompleted)
                continue;
            output.Enqueue(line);
            if (ListeningLine().Match(line) is not { Success: true } match)
                continue;
            endpoints[match.Groups["service"].Value] = new Uri(match.Groups["address"].Value);
            if (endpoints.Count == 3)
                listening.TrySetResult();
        }
    }

    private void DeleteTemporaryFolder()
    {
        if (temporaryFolder is null)
            return;
        try
        {
            Directory.Delete(temporaryFolder, recursive: true);
        }
        catch (IOException)
        {
            // A virus scanner or an explorer window may hold a file; the system clears its temporary folder itself.
        }
    }

    [GeneratedRegex(@"^Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>http://\S+)$")]
    private static partial Regex ListeningLine();
}
