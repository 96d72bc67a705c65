namespace OrdosPipeline.LocalHost.Triggers.Blobs;

/// <summary>One version of a blob, which one function is to see.</summary>
/// <param name="Container">The blob's container.</param>
/// <param name="Name">The blob's name.</param>
/// <param name="Version">The ETag without quotes: listings and responses quote it differently.</param>
internal sealed record BlobDelivery(string Container, string Name, string Version);
