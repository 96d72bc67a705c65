namespace OrdosPipeline.Core.Stores;

/// <summary>Where the host puts word of blobs that a function has failed on too often.</summary>
public interface IPoisonQueue
{
    /// <summary>Takes the messages about a blob out of the queue, since somebody sees to it.</summary>
    /// <param name="container">One of <see cref="BlobNames.Containers"/>.</param>
    /// <param name="name">Of the blob.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>How many there were.</returns>
    Task<int> RemoveAsync(string container, string name, CancellationToken cancellationToken);

    /// <summary>About how many messages there are, at the service's word; null where the address of queues is not configured.</summary>
    Task<int?> CountAsync(CancellationToken cancellationToken);
}
