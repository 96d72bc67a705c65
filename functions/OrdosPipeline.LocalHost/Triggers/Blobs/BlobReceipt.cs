namespace OrdosPipeline.LocalHost.Triggers.Blobs;

/// <summary>How far the delivery of one version of a blob to one function has come.</summary>
/// <param name="Tries">Tries begun and not undone by a shutdown.</param>
/// <param name="Completed">The function succeeded, or the blob was given up.</param>
internal sealed record BlobReceipt(int Tries, bool Completed)
{
    public static BlobReceipt None { get; } = new(0, false);
}
