using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using OrdosPipeline.Testing;

namespace OrdosPipeline.FunctionApp.Tests.Support;

/// <summary>The function app over HTTP, alone in its storage and on a free port.</summary>
public sealed class ApiHost : IAsyncDisposable
{
    public const string Reader = "reader-key-reader-key-reader";
    public const string Administrator = "administrator-key-administrator";
    public const string Statistics = "statistics-key-statistics-key";
    public const string Transport = "transport-key-transport-key";
    public const string Dongsheng = "dongsheng-key-dongsheng-key";

    /// <summary>When it is in every test: some days after the deadline of 2023Q3.</summary>
    public static readonly DateTimeOffset Now = new(2023, 10, 25, 0, 30, 0, TimeSpan.Zero);

    private readonly IHost host;
    private readonly string prefix;
    private readonly StoppedClock clock;

    private ApiHost(IHost host, string prefix, StoppedClock clock)
    {
        (this.host, this.prefix, this.clock) = (host, prefix, clock);
        Client.BaseAddress = new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    /// <summary>Sends no keys of its own.</summary>
    public HttpClient Client { get; } = new();

    /// <summary>The name that a container of the system has in the shared storage.</summary>
    public string Container(string name) => $"{prefix}-{name}";

    public IServiceProvider Services => host.Services;

    /// <param name="settings">Beside the keys of this class.</param>
    public static Task<ApiHost> StartAsync(params IEnumerable<(string Name, string Value)> settings) => StartAsync(hasKeys: true, settings);

    /// <param name="hasKeys">Whether the keys of this class are set.</param>
    /// <param name="settings">Beside them.</param>
    public static async Task<ApiHost> StartAsync(bool hasKeys, params IEnumerable<(string Name, string Value)> settings)
    {
        var connection = await AzuriteFixture.ConnectionStringAsync();
        var prefix = AzuriteFixture.UniqueName("a");
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["LocalHost:FunctionsAssembly"] = "OrdosPipeline.FunctionApp",
            // Its blob triggers listen in containers without a prefix, where nothing is; tests bring submissions in themselves.
            ["AzureWebJobs.SubmissionArrived.Disabled"] = "true",
            ["AzureWebJobs.SubmissionAccepted.Disabled"] = "true",
            ["AzureWebJobs.SubmissionSweep.Disabled"] = "true",
            ["AzureWebJobs.QuarterCloseDue.Disabled"] = "true",
            ["AzureWebJobsStorage"] = connection,
            ["Storage"] = connection,
            ["Storage:prefix"] = prefix,
            ["AzureFunctionsWebHost:hostId"] = prefix,
        };
        foreach (var (name, role, department, key) in new[]
        {
            ("powerbi", "reader", "", Reader), ("li", "administrator", "", Administrator), ("stats", "department", "statistics", Statistics),
            ("transport", "department", "transport", Transport), ("dongsheng", "department", "东胜区", Dongsheng),
        })
        {
            if (!hasKeys)
                break;
            all[$"Auth:Keys:{name}:Role"] = role;
            all[$"Auth:Keys:{name}:Department"] = department;
            all[$"Auth:Keys:{name}:Key"] = key;
        }

        foreach (var (name, value) in settings)
            all[name] = value;
        var builder = FunctionsApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Configuration.AddInMemoryCollection(all);
        builder.ConfigureFunctionsWebApplication();
        builder.Logging.ClearProviders();
        builder.AddOrdosPipeline();
        var clock = new StoppedClock();
        builder.Services.AddSingleton<TimeProvider>(clock);
        var host = builder.Build();
        await host.StartAsync();
        return new ApiHost(host, prefix, clock);
    }

    /// <summary>From now on whoever waits up to a second by the clock goes on at once; longer are the limits of how long a function may run.</summary>
    public void SkipWaiting() => clock.SkipsWaiting = true;

    public async Task<HttpResponseMessage> SendAsync(string path, string? key = null, HttpMethod? method = null, HttpContent? content = null, params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(path, UriKind.Relative)) { Content = content };
        if (key is not null)
            request.Headers.Add("x-functions-key", key);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request);
    }

    public async Task<JsonElement> JsonAsync(string path, string key = Administrator, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await SendAsync(path, key);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{path}: {(int)response.StatusCode} {text}");
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }

    /// <summary>Ends what is being done and sends all telemetry, however long it takes; disposing alone gives that up after seconds.</summary>
    public async Task StopAndSendTelemetryAsync()
    {
        await host.StopAsync();
        const int Milliseconds = 60_000;
        Assert.True(Services.GetRequiredService<TracerProvider>().ForceFlush(Milliseconds), "Not all spans were sent.");
        Assert.True(Services.GetRequiredService<MeterProvider>().ForceFlush(Milliseconds), "Not all figures were sent.");
        Assert.True(Services.GetRequiredService<LoggerProvider>().ForceFlush(Milliseconds), "Not all log lines were sent.");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await host.StopAsync();
        host.Dispose();
    }

    private sealed class StoppedClock : TimeProvider
    {
        public bool SkipsWaiting { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, SkipsWaiting && dueTime <= TimeSpan.FromSeconds(1) ? TimeSpan.Zero : dueTime, period);
    }
}
