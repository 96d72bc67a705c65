using System.Collections.Concurrent;

namespace OrdosPipeline.LocalHost.Hosting;

/// <summary>What must be done before the host may say that it is ready.</summary>
internal sealed class HostReadiness
{
    private readonly ConcurrentBag<Task> parts = [];

    public void Require(Task part) => parts.Add(part);

    public Task WaitAsync(CancellationToken cancellationToken) => Task.WhenAll(parts).WaitAsync(cancellationToken);
}
