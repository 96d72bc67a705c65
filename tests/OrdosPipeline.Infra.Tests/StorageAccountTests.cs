using System.Text.Json;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Infra.Tests.Bicep;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Infra.Tests;

public sealed class StorageAccountTests
{
    private static readonly Resource Account = Deployment.Flex.One("Microsoft.Storage/storageAccounts");
    private static readonly Resource Blobs = Deployment.Flex.One("Microsoft.Storage/storageAccounts/blobServices");

    [Theory]
    [InlineData("allowSharedKeyAccess", "false")]
    [InlineData("allowBlobPublicAccess", "false")]
    [InlineData("allowCrossTenantReplication", "false")]
    [InlineData("allowedCopyScope", "AAD")]
    [InlineData("defaultToOAuthAuthentication", "true")]
    [InlineData("minimumTlsVersion", "TLS1_2")]
    [InlineData("supportsHttpsTrafficOnly", "true")]
    [InlineData("isHnsEnabled", "false")]
    public void The_account_takes_no_keys_no_anonymous_readers_and_no_old_protocols(string property, string value) =>
        Assert.Equal(value, Account.Properties.GetProperty(property).ToString(), ignoreCase: true);

    [Fact]
    public void The_account_is_spread_over_zones_where_that_is_asked_for()
    {
        Assert.Equal("StorageV2", Account.Json.GetProperty("kind").GetString());
        Assert.Equal("Standard_ZRS", Sku(Account));
        Assert.Equal("Standard_LRS", Sku(Deployment.Premium.One("Microsoft.Storage/storageAccounts")));
    }

    [Fact]
    public void The_account_cannot_be_deleted_by_mistake()
    {
        var keep = Deployment.Flex.One("Microsoft.Authorization/locks");
        Assert.StartsWith(Account.Id + "/", keep.Id, StringComparison.Ordinal);
        Assert.Equal("CanNotDelete", keep.Properties.GetProperty("level").GetString());
    }

    [Fact]
    public void Blobs_are_versioned_kept_after_deletion_and_restorable_to_a_point_in_time()
    {
        var properties = Blobs.Properties;
        Assert.True(properties.GetProperty("isVersioningEnabled").GetBoolean());
        var restore = Days("restorePolicy");
        Assert.Equal(30, restore);
        // learn.microsoft.com/azure/storage/blobs/point-in-time-restore-overview: versioning, change feed and soft delete are
        // needed, and soft delete must keep longer.
        Assert.True(Days("deleteRetentionPolicy") > restore);
        Assert.True(Days("containerDeleteRetentionPolicy") > restore);
        Assert.True(properties.GetProperty("changeFeed").GetProperty("enabled").GetBoolean());
        Assert.True(properties.GetProperty("changeFeed").GetProperty("retentionInDays").GetInt32() > restore);

        Assert.Contains($"Deleted blobs can be brought back for {Days("deleteRetentionPolicy")} days", File.ReadAllText(Checkout.PathOf("infra", "README.md")), StringComparison.Ordinal);

        int Days(string policy)
        {
            Assert.True(properties.GetProperty(policy).GetProperty("enabled").GetBoolean(), policy);
            return properties.GetProperty(policy).GetProperty("days").GetInt32();
        }
    }

    [Fact]
    public void No_container_is_public() => Assert.All(
        Deployment.Flex.OfType("Microsoft.Storage/storageAccounts/blobServices/containers"),
        container => Assert.Equal("None", container.Properties.GetProperty("publicAccess").GetString()));

    [Fact]
    public void Every_container_has_a_lifecycle_and_the_record_is_never_deleted()
    {
        var rules = Deployment.Flex.One("Microsoft.Storage/storageAccounts/managementPolicies").Properties.GetProperty("policy").GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(rules.Count, rules.Select(rule => rule.GetProperty("name").GetString()).Distinct().Count());
        foreach (var container in Deployment.Flex.OfType("Microsoft.Storage/storageAccounts/blobServices/containers"))
        {
            var own = rules.Where(rule => Prefixes(rule).All(prefix => prefix.StartsWith($"{container.OwnName}/", StringComparison.Ordinal))).Select(rule => rule.GetProperty("definition").GetProperty("actions")).ToList();
            Assert.Contains(own, actions => actions.TryGetProperty("version", out var version) && version.GetProperty("delete").GetProperty("daysAfterCreationGreaterThan").GetInt32() >= 1);
            if (BlobNames.Containers.Contains(container.OwnName))
                Assert.DoesNotContain(own, actions => actions.TryGetProperty("baseBlob", out var blob) && blob.TryGetProperty("delete", out _));
        }

        Assert.All(rules, rule => Assert.True(rule.GetProperty("enabled").GetBoolean()));

        static IEnumerable<string> Prefixes(JsonElement rule) =>
            rule.GetProperty("definition").GetProperty("filters").GetProperty("prefixMatch").EnumerateArray().Select(prefix => prefix.GetString()!);
    }

    [Fact]
    public void Who_read_and_changed_which_blob_is_logged()
    {
        var logs = Deployment.Flex.OfType("Microsoft.Insights/diagnosticSettings").ToDictionary(
            setting => setting.Id[..setting.Id.IndexOf("/providers/Microsoft.Insights/", StringComparison.Ordinal)].Split('/')[^2],
            setting => setting.Properties.TryGetProperty("logs", out var categories) ? categories.EnumerateArray().Select(log => log.GetProperty("category").GetString()).ToList() : [],
            StringComparer.Ordinal);
        Assert.Equal(["StorageRead", "StorageWrite", "StorageDelete"], logs["blobServices"]);
        Assert.Equal(["StorageWrite", "StorageDelete"], logs["queueServices"]);
        Assert.Empty(logs["tableServices"]);
        Assert.Equal(["FunctionAppLogs"], logs["sites"]);
        Assert.Equal(["DeliveryFailures"], logs["systemTopics"]);
    }

    [Fact]
    public void In_a_network_of_its_own_the_account_answers_on_private_endpoints_alone()
    {
        var account = Deployment.Private.One("Microsoft.Storage/storageAccounts").Properties;
        Assert.Equal("Disabled", account.GetProperty("publicNetworkAccess").GetString());
        Assert.Equal("Deny", account.GetProperty("networkAcls").GetProperty("defaultAction").GetString());
        Assert.Equal("AzureServices", account.GetProperty("networkAcls").GetProperty("bypass").GetString());
        Assert.Equal(
            ["blob", "queue", "table"],
            Deployment.Private.OfType("Microsoft.Network/privateEndpoints").Select(endpoint =>
                endpoint.Properties.GetProperty("privateLinkServiceConnections")[0].GetProperty("properties").GetProperty("groupIds")[0].GetString()));
        Assert.Equal(3, Deployment.Private.OfType("Microsoft.Network/privateDnsZones").Count());
        Assert.Equal(3, Deployment.Private.OfType("Microsoft.Network/privateEndpoints/privateDnsZoneGroups").Count());
        var app = Deployment.Private.OfType("Microsoft.Network/virtualNetworks/subnets").Single(subnet => subnet.OwnName == "app");
        Assert.Equal("Microsoft.App/environments", app.Properties.GetProperty("delegations")[0].GetProperty("properties").GetProperty("serviceName").GetString());
        Assert.Equal("10.86.0.0/26", app.Properties.GetProperty("addressPrefix").GetString());
        Assert.Empty(Deployment.Flex.OfType("Microsoft.Network/privateEndpoints"));
    }

    private static string? Sku(Resource account) => account.Json.GetProperty("sku").GetProperty("name").GetString();
}
