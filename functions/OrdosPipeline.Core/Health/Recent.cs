namespace OrdosPipeline.Core.Health;

/// <summary>Keeps an answer for a while, and gives those who ask meanwhile the same one: however many ask, it is made once.</summary>
/// <typeparam name="T">The answer.</typeparam>
/// <param name="kept">For how long, from the moment it was asked for.</param>
/// <param name="clock">Measures that.</param>
/// <param name="make">Makes it, for everybody who waits, so that none of them can cancel it. A failure is not kept.</param>
public sealed class Recent<T>(TimeSpan kept, TimeProvider clock, Func<CancellationToken, Task<T>> make)
{
    private readonly Lock gate = new();
    private Task<T>? latest;
    private long madeAt;

    /// <param name="cancellationToken">Ends the wait of this caller alone.</param>
    public Task<T> GetAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (latest is null || (latest.IsCompleted && (!latest.IsCompletedSuccessfully || clock.GetElapsedTime(madeAt) >= kept)))
                (latest, madeAt) = (Task.Run(() => make(CancellationToken.None)), clock.GetTimestamp());
            return latest.WaitAsync(cancellationToken);
        }
    }
}
