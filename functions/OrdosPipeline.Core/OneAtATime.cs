namespace OrdosPipeline.Core;

/// <summary>
/// Keeps the workers of one process from doing one thing twice at once. Nothing is wrong if several processes do; it is
/// spared work, and the emulator's transactions, unlike the service's, see each other's changes while they run.
/// </summary>
internal sealed class OneAtATime
{
    /// <summary>Different keys seldom share a lock, and locks need no clearing away.</summary>
    private readonly SemaphoreSlim[] locks = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Runs one action at a time of those with one key. An action must not run another.</summary>
    public async Task RunAsync(string key, Func<Task> action, CancellationToken cancellationToken)
    {
        var own = locks[(uint)string.GetHashCode(key, StringComparison.Ordinal) % locks.Length];
        await own.WaitAsync(cancellationToken);
        try
        {
            await action();
        }
        finally
        {
            own.Release();
        }
    }
}
