using OrdosPipeline.Core.Health;

namespace OrdosPipeline.Core.Tests;

public sealed class RecentTests
{
    private readonly SteppedClock clock = new();
    private int made;

    [Fact]
    public async Task An_answer_is_kept_for_its_while_and_made_anew_after()
    {
        var recent = new Recent<int>(TimeSpan.FromSeconds(10), clock, _ => Task.FromResult(++made));
        Assert.Equal(1, await recent.GetAsync(CancellationToken.None));
        clock.Seconds = 9.9;
        Assert.Equal(1, await recent.GetAsync(CancellationToken.None));
        clock.Seconds = 10;
        Assert.Equal(2, await recent.GetAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Many_who_ask_at_once_wait_for_one_answer_and_none_ends_it_for_the_others()
    {
        var answer = new TaskCompletionSource<int>();
        var recent = new Recent<int>(TimeSpan.Zero, clock, _ =>
        {
            Interlocked.Increment(ref made);
            return answer.Task;
        });
        using var impatience = new CancellationTokenSource();
        var impatient = recent.GetAsync(impatience.Token);
        var patient = Enumerable.Range(0, 20).Select(_ => recent.GetAsync(CancellationToken.None)).ToList();
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        answer.SetResult(7);
        Assert.All(await Task.WhenAll(patient), given => Assert.Equal(7, given));
        Assert.Equal(1, made);
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        var recent = new Recent<int>(TimeSpan.FromSeconds(10), clock, _ => ++made == 1 ? throw new IOException() : Task.FromResult(made));
        await Assert.ThrowsAsync<IOException>(() => recent.GetAsync(CancellationToken.None));
        Assert.Equal(2, await recent.GetAsync(CancellationToken.None));
    }

    private sealed class SteppedClock : TimeProvider
    {
        public double Seconds { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => (long)(Seconds * 1000);
    }
}
