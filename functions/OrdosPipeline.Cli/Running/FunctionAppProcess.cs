using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace OrdosPipeline.Cli.Running;

/// <summary>
/// The function app as a process of its own on this machine. Whenever it dies it is started again, as a platform would:
/// what it left half done is taken up from the storage.
/// </summary>
internal sealed class FunctionAppProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(30) };

    private readonly string connection;
    private readonly StreamWriter log;
    private readonly CancellationTokenSource stopping = new();
    private readonly Action<string> notice;
    private Process process;
    private Task supervision = Task.CompletedTask;

    private FunctionAppProcess(string connection, Uri address, string logFile, Action<string> notice)
    {
        (this.connection, Address, LogFile, this.notice) = (connection, address, logFile, notice);
        log = new StreamWriter(new FileStream(logFile, FileMode.Create, FileAccess.Write, FileShare.ReadWrite), new UTF8Encoding(false)) { AutoFlush = true };
        process = Start();
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>What it prints.</summary>
    public string LogFile { get; }

    /// <summary>Opens its HTTP functions; made anew for each demo.</summary>
    public string Key { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    public int ProcessId => process.Id;

    /// <summary>Starts the app on a free port of the loopback address and waits until it answers.</summary>
    /// <param name="connection">Connection string of its storage.</param>
    /// <param name="notice">Told when it had to be started again.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<FunctionAppProcess> StartAsync(string connection, Action<string> notice, CancellationToken cancellationToken)
    {
        var logFile = Path.Combine(Path.GetTempPath(), $"ordos-function-app-{Environment.ProcessId}.log");
        var app = new FunctionAppProcess(connection, new Uri($"http://127.0.0.1:{FreePort()}/"), logFile, notice);
        try
        {
            await app.StartedAsync(cancellationToken);
            app.supervision = app.SuperviseAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a timer function now, as the platform's administration endpoint does.</summary>
    public async Task TriggerAsync(string function, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, $"admin/functions/{function}"));
        request.Headers.Add("x-functions-key", Key);
        request.Content = new StringContent("{\"input\":\"\"}", Encoding.UTF8, "application/json");
        using var response = await Http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await supervision;
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
        stopping.Dispose();
        await log.DisposeAsync();
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Program, "--urls", Address.ToString() },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["Storage"] = connection;
        start.Environment["AzureWebJobsStorage"] = connection;
        start.Environment["LocalHost__MasterKey"] = Key;
        start.Environment["Auth__Keys__demo__Role"] = "administrator";
        start.Environment["Auth__Keys__demo__Key"] = Key;
        start.Environment["LocalHost__ExitWithParent"] = Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var started = Process.Start(start) ?? throw new InvalidOperationException("The function app could not be started.");
        started.OutputDataReceived += Log;
        started.ErrorDataReceived += Log;
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return started;
    }

    private void Log(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null)
            return;
        lock (log)
            log.WriteLine(line.Data);
    }

    /// <summary>Waits until the app answers, also after it was started again.</summary>
    public async Task ReadyAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        while (!await AnswersAsync(limit.Token))
            await Task.Delay(TimeSpan.FromMilliseconds(200), limit.Token);
    }

    /// <summary>Waits for the first answer; a process that ends before it is not started again.</summary>
    private async Task StartedAsync(CancellationToken cancellationToken)
    {
        var ready = ReadyAsync(cancellationToken);
        if (await Task.WhenAny(ready, process.WaitForExitAsync(cancellationToken)) != ready && process.HasExited)
            throw new InvalidOperationException($"The function app ended with code {process.ExitCode} while starting; see {LogFile}.");
        await ready;
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await Http.GetAsync(new Uri(Address, "api/health"), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // Not listening yet.
            return false;
        }
    }

    private async Task SuperviseAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await process.WaitForExitAsync(stopping.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            notice($"函数应用已退出（代码 {process.ExitCode}），重新启动 (the function app ended and is started again)。");
            using var ended = process;
            process = Start();
        }
    }

    private static string Program =>
        typeof(FunctionAppProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "FunctionApp").Value!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
