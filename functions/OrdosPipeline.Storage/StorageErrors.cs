using Azure;
using Azure.Storage.Blobs.Models;

namespace OrdosPipeline.Storage;

/// <summary>What the services' refusals mean here.</summary>
internal static class StorageErrors
{
    /// <summary>A row was inserted, changed or, by a rebuild, deleted since it was read. A table that is missing is another matter.</summary>
    public static bool IsConflict(RequestFailedException exception) =>
        exception.Status is 404 or 409 or 412 && exception.ErrorCode is not ("TableNotFound" or "TableBeingDeleted");

    /// <summary>The blob is not, or no longer, the version that was asked for.</summary>
    public static bool IsChanged(RequestFailedException exception) => exception.Status == 412;

    /// <summary>There is no such blob.</summary>
    public static bool IsMissing(RequestFailedException exception) => exception.Status == 404 && exception.ErrorCode != "ContainerNotFound";

    /// <summary>
    /// A blob that must not exist does, or is another version than the one to replace. What a policy or a lease forbids has
    /// the same status codes and is another matter: trying again would not help.
    /// </summary>
    public static bool Exists(RequestFailedException exception) =>
        exception.ErrorCode == BlobErrorCode.BlobAlreadyExists || exception.ErrorCode == BlobErrorCode.ConditionNotMet;
}
