using OrdosPipeline.LocalHost.Hosting;

namespace OrdosPipeline.LocalHost.Triggers.Blobs;

/// <summary>Holds all blob functions together to <c>maxDegreeOfParallelism</c>.</summary>
internal sealed class BlobSlots(HostSettings settings) : IDisposable
{
    private readonly SemaphoreSlim free = new(settings.MaxDegreeOfParallelism);

    public Task TakeAsync(CancellationToken cancellationToken) => free.WaitAsync(cancellationToken);

    public void Release() => free.Release();

    public void Dispose() => free.Dispose();
}
