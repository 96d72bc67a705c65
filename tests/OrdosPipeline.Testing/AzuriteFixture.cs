using OrdosPipeline.Cli.Emulator;

namespace OrdosPipeline.Testing;

/// <summary>The storage that tests run against: one Azurite per test process, started by the first test that asks.</summary>
/// <remarks>
/// <c>ORDOS_TEST_STORAGE</c>, when set, is the connection string of a running emulator or account to use instead.
/// Tests share the storage, so each names its containers, tables and queues with <see cref="UniqueName"/>.
/// </remarks>
public static class AzuriteFixture
{
    public const string SettingName = "ORDOS_TEST_STORAGE";

    // Stopped by the emulator's own process exit handler.
    private static readonly Lazy<Task<AzuriteEmulator>> Emulator = new(() => AzuriteEmulator.StartAsync());

    public static async Task<string> ConnectionStringAsync()
    {
        var configured = Environment.GetEnvironmentVariable(SettingName);
        return string.IsNullOrEmpty(configured) ? (await Emulator.Value).ConnectionString : configured;
    }

    /// <summary>A name that no other test has: the prefix, which starts with a letter, and 16 letters and digits.</summary>
    /// <remarks>Valid for tables, containers and queues when the prefix is lower-case letters and digits, at most 47 of them.</remarks>
    public static string UniqueName(string prefix) => prefix + Guid.NewGuid().ToString("n")[..16];
}
