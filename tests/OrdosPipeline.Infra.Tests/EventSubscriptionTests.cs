using System.Text.Json;
using OrdosPipeline.Infra.Tests.Bicep;

namespace OrdosPipeline.Infra.Tests;

public sealed class EventSubscriptionTests
{
    private static readonly IReadOnlyList<Resource> Subscriptions = [.. Deployment.Events.OfType("Microsoft.EventGrid/systemTopics/eventSubscriptions")];

    [Fact]
    public void Only_complete_blobs_of_one_container_are_told_of() => Assert.All(Subscriptions, subscription =>
    {
        var filter = subscription.Properties.GetProperty("filter");
        Assert.Equal(["Microsoft.Storage.BlobCreated"], Texts(filter.GetProperty("includedEventTypes")));
        Assert.Matches("^/blobServices/default/containers/[a-z]+/$", filter.GetProperty("subjectBeginsWith").GetString());
        var api = Assert.Single(filter.GetProperty("advancedFilters").EnumerateArray());
        Assert.Equal(("StringIn", "data.api"), (api.GetProperty("operatorType").GetString(), api.GetProperty("key").GetString()));
        Assert.Equal(["CopyBlob", "FlushWithClose", "PutBlob", "PutBlockList"], Texts(api.GetProperty("values")));
    });

    [Fact]
    public void The_webhook_is_the_one_of_the_blob_extension_and_its_key_is_fetched_by_Azure() => Assert.All(Subscriptions, subscription =>
    {
        var destination = subscription.Properties.GetProperty("destination");
        Assert.Equal("WebHook", destination.GetProperty("endpointType").GetString());
        var address = destination.GetProperty("properties").GetProperty("endpointUrl").GetString()!;
        Assert.Contains("/runtime/webhooks/blobs?functionName=Host.Functions.", address, StringComparison.Ordinal);
        Assert.Contains("listKeys(", address, StringComparison.Ordinal);
        Assert.Contains("systemKeys.blobs_extension", address, StringComparison.Ordinal);
    });

    [Fact]
    public void What_cannot_be_delivered_is_tried_for_a_day_and_then_kept() => Assert.All(Subscriptions, subscription =>
    {
        var retry = subscription.Properties.GetProperty("retryPolicy");
        Assert.Equal((1440, 30), (retry.GetProperty("eventTimeToLiveInMinutes").GetInt32(), retry.GetProperty("maxDeliveryAttempts").GetInt32()));
        // Without an identity Event Grid would sign with the account's key, which the account refuses.
        Assert.False(subscription.Properties.TryGetProperty("deadLetterDestination", out _));
        var deadLetters = subscription.Properties.GetProperty("deadLetterWithResourceIdentity");
        Assert.Equal("SystemAssigned", deadLetters.GetProperty("identity").GetProperty("type").GetString());
        var container = deadLetters.GetProperty("deadLetterDestination").GetProperty("properties").GetProperty("blobContainerName").GetString();
        Assert.Contains(Deployment.Flex.OfType("Microsoft.Storage/storageAccounts/blobServices/containers"), created => created.OwnName == container);
        Assert.Equal("SystemAssigned", Deployment.Flex.One("Microsoft.EventGrid/systemTopics").Json.GetProperty("identity").GetProperty("type").GetString());
    });

    private static IEnumerable<string?> Texts(JsonElement array) => array.EnumerateArray().Select(text => text.GetString());
}
