using OrdosPipeline.Cli.Emulator;

namespace OrdosPipeline.FunctionApp.Tests.Support;

/// <summary>An emulator for tests that break the storage, or use the names in it that are the host's and cannot be a test's own.</summary>
public sealed class OwnEmulator : IAsyncLifetime
{
    private AzuriteEmulator emulator = null!;

    public string ConnectionString => emulator.ConnectionString;

    /// <summary>The settings by which an app uses it.</summary>
    public IEnumerable<(string Name, string Value)> Settings => [("Storage", ConnectionString), ("AzureWebJobsStorage", ConnectionString)];

    public async Task InitializeAsync() => emulator = await AzuriteEmulator.StartAsync();

    public async Task DisposeAsync() => await emulator.DisposeAsync();
}
