using OrdosPipeline.Infra.Tests.Bicep;

namespace OrdosPipeline.Infra.Tests.Roles;

/// <summary>Who has which role on what.</summary>
/// <param name="Who">In words: the app, Event Grid, administrators, operators, readers, or a department's code.</param>
/// <param name="Scope">Resource id of what it is on.</param>
/// <param name="Role">The role.</param>
/// <param name="Condition">Null for none.</param>
internal sealed record RoleAssignment(string Who, string Scope, RoleDefinition Role, string? Condition)
{
    public const string App = "the app";
    public const string Topic = "Event Grid";
    public const string Administrators = "administrators";
    public const string Operators = "operators";
    public const string Readers = "readers";

    /// <summary>The container, table or queue that it is on; of one on the whole account, <c>account</c>; else the resource's name.</summary>
    public string On => Scope.Split('/') is var parts && parts[^2] == "storageAccounts" ? "account" : parts[^1];

    public bool IsOnContainer => Scope.Contains("/containers/", StringComparison.Ordinal);

    public bool IsOnTable => Scope.Contains("/tables/", StringComparison.Ordinal);

    public static IReadOnlyList<RoleAssignment> Of(Deployment deployment)
    {
        var roles = RoleDefinition.BuiltIn.Concat(RoleDefinition.DefinedBy(deployment)).ToDictionary(role => role.Id, StringComparer.Ordinal);
        return
        [
            .. deployment.OfType("Microsoft.Authorization/roleAssignments").Select(resource => new RoleAssignment(
                Name(resource.Properties.GetProperty("principalId").GetString()!),
                resource.Id[..resource.Id.IndexOf("/providers/Microsoft.Authorization/roleAssignments/", StringComparison.Ordinal)],
                roles[resource.Properties.GetProperty("roleDefinitionId").GetString()!.Split('/')[^1]],
                resource.Properties.TryGetProperty("condition", out var condition) ? condition.GetString() : null)),
        ];
    }

    private static string Name(string principal) => principal switch
    {
        Principals.Administrators => Administrators,
        Principals.Operators => Operators,
        Principals.Readers => Readers,
        // The principal ids of new identities are not known before they are made.
        _ when principal.Contains("/userAssignedIdentities/", StringComparison.Ordinal) => App,
        _ when principal.Contains("/systemTopics/", StringComparison.Ordinal) => Topic,
        _ => Deployment.DepartmentCodes.Single(code => Principals.Department(code) == principal),
    };
}
