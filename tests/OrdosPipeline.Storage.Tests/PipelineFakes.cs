using OrdosPipeline.Core.Intake;
using OrdosPipeline.Documents.Reading;

namespace OrdosPipeline.Storage.Tests;

/// <summary>Opens CSV files, and fails as a broken system does on those that hold a word.</summary>
internal sealed class BreakingOpener(string? word) : IWorkbookOpener
{
    private readonly WorkbookOpener opener = new();

    public OpenedFile Open(Stream content, IntakeLimits limits, CancellationToken cancellationToken)
    {
        if (word is not null && new StreamReader(content).ReadToEnd().Contains(word, StringComparison.Ordinal))
            throw new IOException("The disk is full.");
        content.Position = 0;
        return opener.Open(content, limits, cancellationToken);
    }
}

/// <summary>A clock that stands still until a test moves it; timers run as ever.</summary>
internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    /// <summary>Whether whoever waits finds that the time has passed at once.</summary>
    public bool PassesWhileWaiting { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (!PassesWhileWaiting)
            return base.CreateTimer(callback, state, dueTime, period);
        Now += dueTime;
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
