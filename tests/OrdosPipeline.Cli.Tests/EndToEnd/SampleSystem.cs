using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Cli.Emulator;
using OrdosPipeline.Cli.Running;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Cli.Tests.EndToEnd;

/// <summary>A running system of its own, with the shipped samples taken up and every quarter that is due closed.</summary>
public sealed class SampleSystem : IAsyncLifetime, IDisposable
{
    private readonly CancellationTokenSource limit = new(TimeSpan.FromMinutes(5));
    private AzuriteEmulator emulator = null!;
    private FunctionAppProcess app = null!;
    private ServiceProvider services = null!;

    public IServiceProvider Services => services;

    public string ConnectionString => emulator.ConnectionString;

    /// <summary>Sends the key of an administrator.</summary>
    public HttpClient Http { get; } = new();

    public async Task InitializeAsync()
    {
        emulator = await AzuriteEmulator.StartAsync(cancellationToken: limit.Token);
        services = await OrdosServices.OnlineAsync(limit.Token, name => name == "Storage" ? emulator.ConnectionString : null);
        app = await FunctionAppProcess.StartAsync(emulator.ConnectionString, _ => { }, limit.Token);
        Http.BaseAddress = app.Address;
        Http.DefaultRequestHeaders.Add("x-functions-key", app.Key);
        var uploads = await SampleInputs.UploadAsync(services.GetRequiredService<IInbox>(), Checkout.PathOf("sample-inputs"), limit.Token);
        await ActivatorUtilities.CreateInstance<SubmissionWatch>(services).WaitAsync(uploads, progress: null, limit.Token);
        await app.TriggerAsync("QuarterCloseDue", limit.Token);
        var summaries = services.GetRequiredService<ISummaryStore>();
        while (await summaries.VersionsAsync("ordos-14", new ReportingQuarter(2025, 4), limit.Token) is not [.., { State: not SummaryState.Writing }])
            await Task.Delay(TimeSpan.FromMilliseconds(200), limit.Token);
    }

    /// <summary>Runs <c>ordos</c> on this system.</summary>
    public Task<(int Code, string Output, string Errors)> OrdosAsync(string folder, params IEnumerable<string> arguments) =>
        OrdosProcess.RunAsync(ConnectionString, folder, arguments);

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await services.DisposeAsync();
        await emulator.DisposeAsync();
    }

    public void Dispose()
    {
        Http.Dispose();
        limit.Dispose();
    }
}
