using OrdosPipeline.Infra.Tests.Bicep;

namespace OrdosPipeline.Infra.Tests.Roles;

/// <summary>Decides what somebody may do by the roles of a deployment.</summary>
internal sealed class Access(Deployment deployment)
{
    public const string ReadBlob = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read";
    public const string WriteBlob = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write";
    public const string AddBlob = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action";
    public const string DeleteBlob = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/delete";
    public const string List = "Blob.List";

    private const string ContainerName = "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name]";
    private const string BlobPath = "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers/blobs:path]";
    private const string BlobPrefix = "@Request[Microsoft.Storage/storageAccounts/blobServices/containers/blobs:prefix]";
    private const string QueueName = "@Resource[Microsoft.Storage/storageAccounts/queueServices/queues:name]";

    public IReadOnlyList<RoleAssignment> Assignments { get; } = RoleAssignment.Of(deployment);

    public bool MayReadBlob(string who, string container, string path) => MayBlob(who, ReadBlob, container, path);

    public bool MayBlob(string who, string action, string container, string path) =>
        May(who, container, new DataRequest(action, Attributes((ContainerName, container), (BlobPath, path))));

    /// <param name="who">As in <see cref="RoleAssignment.Who"/>.</param>
    /// <param name="container">Its name.</param>
    /// <param name="prefix">That the listing asks for; null for the whole container.</param>
    public bool MayList(string who, string container, string? prefix) => May(
        who, container, new DataRequest(ReadBlob, prefix is null ? Attributes((ContainerName, container)) : Attributes((ContainerName, container), (BlobPrefix, prefix)), List));

    public bool MayQueue(string who, string action, string queue) =>
        May(who, queue, new DataRequest($"Microsoft.Storage/storageAccounts/queueServices/queues/messages/{action}", Attributes((QueueName, queue))));

    /// <summary>Whether a data action is permitted on a container, table or queue.</summary>
    public bool May(string who, string on, DataRequest request) => Assignments.Any(assignment =>
        assignment.Who == who
        && (assignment.On == on || assignment.On == "account")
        && assignment.Role.DataActions.Contains(request.Action, StringComparer.OrdinalIgnoreCase)
        && (assignment.Condition is null || Condition.Allows(assignment.Condition, request)));

    /// <summary>Whether an action on the container, table or queue itself is permitted. Conditions do not apply to these.</summary>
    /// <param name="who">As in <see cref="RoleAssignment.Who"/>.</param>
    /// <param name="on">Its name, or <c>account</c> for what needs a role on the account.</param>
    /// <param name="action">The action.</param>
    public bool MayManage(string who, string on, string action) => Assignments.Any(assignment =>
        assignment.Who == who && (assignment.On == on || assignment.On == "account") && assignment.Role.Actions.Contains(action, StringComparer.OrdinalIgnoreCase));

    private static Dictionary<string, string> Attributes(params IEnumerable<(string Name, string Value)> attributes) =>
        attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Value, StringComparer.Ordinal);
}
