using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage.Tests;

public sealed class StorageRegistrationTests
{
    [Theory]
    [InlineData("Storage__blobServiceUri", "Storage__tableServiceUri")]
    [InlineData("Storage:blobServiceUri", "Storage:tableServiceUri")]
    public void An_identity_needs_addresses_only(string blobs, string tables)
    {
        var options = Read((blobs, "https://a.blob.core.windows.net"), (tables, "https://a.table.core.windows.net"));
        Assert.Equal(new Uri("https://a.blob.core.windows.net"), options.BlobServiceUri);
        Assert.Equal(new Uri("https://a.table.core.windows.net"), options.TableServiceUri);
    }

    [Fact]
    public void Without_a_connection_it_says_what_to_set() =>
        Assert.Contains("Storage__blobServiceUri", Assert.Throws<InvalidOperationException>(() => Read(("Storage", " "))).Message, StringComparison.Ordinal);

    [Fact]
    public void An_address_that_is_none_is_named() =>
        Assert.Contains("'nowhere'", Assert.Throws<InvalidOperationException>(() => Read(("Storage__blobServiceUri", "nowhere"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Upper")]
    [InlineData("1a")]
    [InlineData("a-b")]
    [InlineData("abcdefghijklmnopqrstu")]
    public void A_prefix_that_the_services_refuse_is_refused(string prefix) =>
        Assert.Throws<ArgumentException>(() => new StorageNames(new StorageOptions { Prefix = prefix }));

    [Fact]
    public void Names_carry_their_prefix()
    {
        var names = new StorageNames(new StorageOptions { Prefix = "two", IncomingPrefix = "" });
        Assert.Equal(["incoming", "two-accepted", "twoObservations"], [names.Container(BlobNames.Incoming), names.Container(BlobNames.Accepted), names.Table(TableNames.Observations)]);
    }

    [Fact]
    public void Every_port_is_registered()
    {
        using var services = new ServiceCollection()
            .AddSingleton(TestStorage.Plans)
            .AddOrdosStorage(name => name == "Storage" ? "UseDevelopmentStorage=true" : null)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
        foreach (var port in new[]
        {
            typeof(IInbox), typeof(IRecordStore), typeof(ISubmissionLedger), typeof(IFindingStore), typeof(IObservationStore),
            typeof(ICatalogueStore), typeof(ISummaryStore), typeof(ITableReader), typeof(IStorageMaintenance),
        })
        {
            Assert.NotNull(services.GetRequiredService(port));
        }
    }

    private static StorageOptions Read(params (string Name, string Value)[] settings) =>
        StorageOptions.Read(name => settings.FirstOrDefault(setting => setting.Name == name).Value);
}
