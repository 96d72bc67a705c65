namespace OrdosPipeline.Core.Stores;

/// <summary>Asks the storage whether it would let the system work.</summary>
public interface IStorageProbe
{
    /// <summary>Asks one of its services for everything that the system uses of it: once, without trying again.</summary>
    /// <returns>What it answered. What it answers with a fault is told and not thrown.</returns>
    Task<StorageAnswer> AskAsync(StorageService service, CancellationToken cancellationToken);
}

public enum StorageService
{
    Blobs,
    Tables,
    Queues,
}

public enum StorageFault
{
    None,

    /// <summary>No address is configured, and the system does without.</summary>
    NotConfigured,

    /// <summary>Nobody answers at the address.</summary>
    Unreachable,

    /// <summary>The system's identity gets no token, or its key is not the account's.</summary>
    NotSignedIn,

    /// <summary>The account knows the identity and does not let it in: a role, or the account's firewall.</summary>
    Refused,

    /// <summary>The account has too much to do.</summary>
    Throttled,

    /// <summary>Something that the system made, or the templates of the deployment, is gone.</summary>
    Missing,

    Other,
}

/// <summary>What a service of the storage answered.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Detail">In the words of the service or the network, such as <c>AuthorizationPermissionMismatch (403)</c>; or which containers or tables are missing; neither names nor addresses of accounts.</param>
public sealed record StorageAnswer(StorageFault Fault, string Detail)
{
    public static StorageAnswer Well { get; } = new(StorageFault.None, "");
}
