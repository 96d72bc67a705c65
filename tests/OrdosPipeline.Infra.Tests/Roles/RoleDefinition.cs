using System.Text.Json;
using OrdosPipeline.Infra.Tests.Bicep;

namespace OrdosPipeline.Infra.Tests.Roles;

/// <summary>What a role permits.</summary>
/// <param name="Id">The last part of its resource id.</param>
/// <param name="Name">As the portal shows it.</param>
/// <param name="Actions">On the resources themselves; conditions do not apply to them.</param>
/// <param name="DataActions">On the data; conditions apply to them.</param>
internal sealed record RoleDefinition(string Id, string Name, IReadOnlyList<string> Actions, IReadOnlyList<string> DataActions)
{
    private const string Blobs = "Microsoft.Storage/storageAccounts/blobServices";
    private const string Queues = "Microsoft.Storage/storageAccounts/queueServices/queues";
    private const string Tables = "Microsoft.Storage/storageAccounts/tableServices/tables";

    /// <summary>From learn.microsoft.com/azure/role-based-access-control/built-in-roles, those that the templates assign.</summary>
    public static IReadOnlyList<RoleDefinition> BuiltIn { get; } =
    [
        new("2a2b9908-6ea1-4ae2-8e65-a410df84e7d1", "Storage Blob Data Reader",
            [$"{Blobs}/containers/read", $"{Blobs}/generateUserDelegationKey/action"], [$"{Blobs}/containers/blobs/read"]),
        new("ba92f5b4-2d11-453d-a403-e96b0029c9fe", "Storage Blob Data Contributor",
            [$"{Blobs}/containers/delete", $"{Blobs}/containers/read", $"{Blobs}/containers/write", $"{Blobs}/generateUserDelegationKey/action"],
            [$"{Blobs}/containers/blobs/delete", $"{Blobs}/containers/blobs/read", $"{Blobs}/containers/blobs/write", $"{Blobs}/containers/blobs/move/action", $"{Blobs}/containers/blobs/add/action"]),
        new("974c5e8b-45b9-4653-ba55-5f855dd0fb88", "Storage Queue Data Contributor",
            [$"{Queues}/delete", $"{Queues}/read", $"{Queues}/write"],
            [$"{Queues}/messages/delete", $"{Queues}/messages/read", $"{Queues}/messages/write", $"{Queues}/messages/process/action"]),
        new("76199698-9eea-4c19-bc75-cec21354c6b6", "Storage Table Data Reader", [$"{Tables}/read"], [$"{Tables}/entities/read"]),
        new("0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", "Storage Table Data Contributor",
            [$"{Tables}/read", $"{Tables}/write", $"{Tables}/delete"],
            [$"{Tables}/entities/read", $"{Tables}/entities/write", $"{Tables}/entities/delete", $"{Tables}/entities/add/action", $"{Tables}/entities/update/action"]),
        new("3913510d-42f4-4e42-8a64-420c390055eb", "Monitoring Metrics Publisher",
            ["Microsoft.Insights/Register/Action", "Microsoft.Support/*", "Microsoft.Resources/subscriptions/resourceGroups/read"],
            ["Microsoft.Insights/Metrics/Write", "Microsoft.Insights/Telemetry/Write"]),
    ];

    /// <summary>The roles that the templates define.</summary>
    public static IEnumerable<RoleDefinition> DefinedBy(Deployment deployment) =>
        from resource in deployment.OfType("Microsoft.Authorization/roleDefinitions")
        let permission = resource.Properties.GetProperty("permissions").EnumerateArray().Single()
        select new RoleDefinition(
            resource.Name, resource.Properties.GetProperty("roleName").GetString()!, Texts(permission, "actions"), Texts(permission, "dataActions"));

    private static List<string> Texts(JsonElement permission, string name) => [.. permission.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];
}
