using Microsoft.Extensions.Configuration;
using OrdosPipeline.LocalHost.Storage;

namespace OrdosPipeline.LocalHost.Tests.Storage;

public class StorageAccountsTests
{
    [Theory]
    // As in the real host, "Storage" is first looked for as "AzureWebJobsStorage".
    [InlineData("Storage", "https://host.blob.core.windows.net/", "AzureWebJobsStorage=host", "Storage=data")]
    [InlineData("Storage", "https://data.blob.core.windows.net/", "Storage=data")]
    [InlineData("Data", "https://data.blob.core.windows.net/", "AzureWebJobsStorage=host", "Data=data")]
    [InlineData("Data", "https://prefixed.blob.core.windows.net/", "AzureWebJobsData=prefixed", "Data=data")]
    [InlineData("Data", "https://listed.blob.core.windows.net/", "ConnectionStrings:Data=listed", "Data=data")]
    [InlineData(null, "https://host.blob.core.windows.net/", "AzureWebJobsStorage=host", "Storage=data")]
    public void A_connection_string_is_found_in_the_order_of_the_real_host(string? connection, string expected, params string[] settings)
    {
        var account = Accounts(settings.Select(s => s.Split('=')).ToDictionary(
            s => s[0], s => (string?)$"DefaultEndpointsProtocol=https;AccountName={s[1]};AccountKey=AAAA;EndpointSuffix=core.windows.net"))
            .Get(connection);

        Assert.Equal(new Uri(expected), account.Blobs.Uri);
        Assert.Equal(new Uri(expected.Replace("blob", "queue", StringComparison.Ordinal)), account.Queues.Uri);
    }

    [Fact]
    public void A_section_of_addresses_is_opened_with_the_identity()
    {
        var account = Accounts(new()
        {
            ["Data:blobServiceUri"] = "https://data.blob.core.windows.net/",
            ["Data:queueServiceUri"] = "https://data.queue.core.windows.net/",
        }).Get("Data");

        Assert.Equal(new Uri("https://data.blob.core.windows.net/"), account.Blobs.Uri);
        Assert.Equal(new Uri("https://data.queue.core.windows.net/"), account.Queues.Uri);
        Assert.False(account.Blobs.CanGenerateAccountSasUri);
    }

    [Theory]
    [InlineData(null, "No storage is configured: neither the setting \"AzureWebJobsData\" nor \"Data\" exists.")]
    [InlineData("Data:blobServiceUri", "The setting \"Data__queueServiceUri\" is missing.")]
    public void What_is_missing_is_named(string? setting, string message)
    {
        var accounts = Accounts(setting is null ? [] : new() { [setting] = "https://data.blob.core.windows.net/" });

        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => accounts.Get("Data")).Message);
    }

    private static StorageAccounts Accounts(Dictionary<string, string?> settings)
        => new(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
