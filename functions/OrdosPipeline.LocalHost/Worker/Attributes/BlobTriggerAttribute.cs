using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function for each blob, and each new version of a blob, whose path matches.</summary>
public sealed class BlobTriggerAttribute(string blobPath) : TriggerBindingAttribute
{
    /// <summary>Container and name pattern, such as <c>incoming/{name}</c>; <c>%Setting%</c> is replaced.</summary>
    public string BlobPath { get; } = blobPath;

    /// <value>Default null: the host's own storage.</value>
    public string? Connection { get; set; }

    /// <summary>How the real host learns of blobs; here the container is listed in either case.</summary>
    public BlobTriggerSource Source { get; set; }
}
