using System.Text.Json;
using OrdosPipeline.Cli.Emulator;
using OrdosPipeline.Cli.Running;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Cli.Tests.EndToEnd;

/// <summary><c>ordos health</c> tells an operator how the system is, also when its storage is gone.</summary>
public sealed class HealthCommandTests
{
    [Fact]
    public async Task Health_is_told_to_people_and_to_programs_and_by_the_exit_code()
    {
        string connection;
        await using (var emulator = await AzuriteEmulator.StartAsync())
        {
            connection = emulator.ConnectionString;
            var (unprepared, text, _) = await OrdosProcess.RunAsync(connection, Checkout.Root, ["health"]);
            Assert.Equal(3, unprepared);
            Assert.Contains("缺少：incoming, accepted, feedback", Unwrapped(text), StringComparison.Ordinal);
            Assert.Contains("重新部署 infra", text, StringComparison.Ordinal);

            await using (await OrdosServices.OnlineAsync(CancellationToken.None, name => name == "Storage" ? connection : null))
            {
                var (well, _, _) = await OrdosProcess.RunAsync(connection, Checkout.Root, ["health"]);
                Assert.Equal(0, well);
            }
        }

        var (gone, json, errors) = await OrdosProcess.RunAsync(connection, Checkout.Root, ["health", "--format", "json"]);
        Assert.Equal((3, ""), (gone, errors));
        using var report = JsonDocument.Parse(json);
        Assert.Equal("failing", report.RootElement.GetProperty("status").GetString());
        Assert.Equal("Blob storage does not answer: ConnectionRefused.", report.RootElement.GetProperty("components")[0].GetProperty("messageEn").GetString());
    }

    /// <summary>A table folds long texts.</summary>
    private static string Unwrapped(string table) => table.ReplaceLineEndings("");
}
