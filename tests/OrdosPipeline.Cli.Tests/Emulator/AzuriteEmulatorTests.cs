using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using OrdosPipeline.Cli.Emulator;

namespace OrdosPipeline.Cli.Tests.Emulator;

public class AzuriteEmulatorTests
{
    [Fact]
    public async Task Data_in_a_given_folder_is_there_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("ordos-azurite-test-");
        try
        {
            var options = new AzuriteOptions { DataFolder = folder.FullName };
            await using (var first = await AzuriteEmulator.StartAsync(options))
            {
                var container = new BlobContainerClient(first.ConnectionString, "kept");
                await container.CreateAsync();
                await container.UploadBlobAsync("报送.csv", BinaryData.FromString("指标编码,数值"));
                await new TableServiceClient(first.ConnectionString).CreateTableAsync("kept");
            }

            await using var second = await AzuriteEmulator.StartAsync(options);
            var blob = new BlobContainerClient(second.ConnectionString, "kept").GetBlobClient("报送.csv");
            Assert.Equal("指标编码,数值", (await blob.DownloadContentAsync()).Value.Content.ToString());
            Assert.Equal(["kept"], new TableServiceClient(second.ConnectionString).Query().Select(t => t.Name));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Two_emulators_run_side_by_side_and_end_when_disposed()
    {
        string connectionString;
        await using (var first = await AzuriteEmulator.StartAsync())
        await using (var second = await AzuriteEmulator.StartAsync())
        {
            connectionString = first.ConnectionString;
            Assert.NotEqual(first.ConnectionString, second.ConnectionString);
            await new BlobContainerClient(first.ConnectionString, "one").CreateAsync();
            Assert.False(await new BlobContainerClient(second.ConnectionString, "one").ExistsAsync());
        }

        var options = new BlobClientOptions { Retry = { MaxRetries = 0 } };
        await Assert.ThrowsAsync<Azure.RequestFailedException>(
            () => new BlobContainerClient(connectionString, "one", options).ExistsAsync());
    }

    [Fact]
    public void The_lock_file_pins_every_package_by_hash_and_names_no_registry()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AzuriteInstallation.SourceFolder, "package-lock.json")));
        var packages = document.RootElement.GetProperty("packages").EnumerateObject().Where(p => p.Name.Length > 0).ToList();
        Assert.Contains(packages, p => p.Name == "node_modules/azurite");
        Assert.All(packages, p =>
        {
            Assert.True(p.Value.TryGetProperty("integrity", out _), p.Name);
            Assert.False(p.Value.TryGetProperty("resolved", out _), p.Name);
        });
    }
}
