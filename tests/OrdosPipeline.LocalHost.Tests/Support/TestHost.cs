using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrdosPipeline.Testing;

namespace OrdosPipeline.LocalHost.Tests.Support;

/// <summary>A host with functions of the test's choice, alone in its storage and on a free port.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    /// <summary>How long a test waits for what should happen at once.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IHost host;

    private TestHost(IHost host, LogSink log)
    {
        this.host = host;
        Log = log;
    }

    public LogSink Log { get; }

    /// <summary>Sends no keys of its own.</summary>
    public HttpClient Client { get; private set; } = new();

    public static async Task<TestHost> StartAsync(
        Setup setup, IReadOnlyList<Type> functions, Action<FunctionsApplicationBuilder>? configure = null)
    {
        var builder = new FunctionsApplicationBuilder(
            ["--urls", "http://127.0.0.1:0", "--environment", setup.Environment], functions, setup.BaseDirectory);
        builder.Configuration.AddInMemoryCollection(setup.Settings);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddSingleton(setup.Recorder);
        if (setup.Clock is not null)
            builder.Services.AddSingleton<TimeProvider>(setup.Clock);
        var log = new LogSink();
        builder.Logging.ClearProviders().AddProvider(log);
        configure?.Invoke(builder);

        var host = new TestHost(builder.Build(), log);
        await host.host.StartAsync();
        var address = host.host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        host.Client.BaseAddress = new Uri(address);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await host.StopAsync();
        host.Dispose();
    }

    /// <summary>What outlives a host that is started again.</summary>
    public sealed class Setup
    {
        private Setup()
        {
        }

        public Recorder Recorder { get; } = new();

        public FakeClock? Clock { get; init; }

        public string BaseDirectory { get; init; } = AppContext.BaseDirectory;

        public string Container { get; } = AzuriteFixture.UniqueName("incoming");

        public string Storage { get; private init; } = "";

        public string Environment { get; set; } = "Production";

        public Dictionary<string, string?> Settings { get; } = [];

        public static async Task<Setup> CreateAsync(FakeClock? clock = null, string? baseDirectory = null)
        {
            var setup = new Setup
            {
                Clock = clock,
                BaseDirectory = baseDirectory ?? AppContext.BaseDirectory,
                Storage = await AzuriteFixture.ConnectionStringAsync(),
            };
            setup.Settings["AzureWebJobsStorage"] = setup.Storage;
            setup.Settings["AzureFunctionsWebHost:hostId"] = AzuriteFixture.UniqueName("host");
            setup.Settings["Container"] = setup.Container;
            setup.Settings["LocalHost:PollInterval"] = TimeSpan.FromMilliseconds(20).ToString("c", CultureInfo.InvariantCulture);
            setup.Settings["LocalHost:FunctionKeys:default"] = "the-key";
            return setup;
        }
    }
}
