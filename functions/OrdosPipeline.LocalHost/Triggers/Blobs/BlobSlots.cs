using OrdosPipeline.LocalHost.Hosting;

namespace OrdosPipeline.LocalHost.Triggers.Blobs;

/// <summary>Holds all blob functions together to <c>maxDegreeOfParallelism</c>.</summary>
internal sealed class BlobSlots(HostSettings settings) : IDisposable
{
    private readonly SemaphoreSlim _free = new(settings.MaxDegreeOfParallelism);

    public Task TakeAsync(CancellationToken cancellationToken) => _free.WaitAsync(cancellationToken);

    public void Release() => _free.Release();

    public void Dispose() => _free.Dispose();
}
