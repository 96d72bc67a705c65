using Azure.Core;
using Azure.Core.Pipeline;

namespace OrdosPipeline.Storage.Tests;

/// <summary>
/// Lets several runs at once send one request at a time, in an order of its choice, and cuts some of them off. Each run sends
/// its requests one after another.
/// </summary>
/// <param name="random">Decides who is next.</param>
/// <param name="runs">How many there are; none goes on before all of them have come to a request.</param>
internal sealed class Turns(Random random, int runs)
{
    private const int RequestsPerCrash = 40;

    /// <summary>Mostly one run goes on for a while, so that another may do all its work between two requests of it.</summary>
    private const int RequestsInARow = 12;

    private readonly Lock gate = new();
    private readonly List<(int Run, TaskCompletionSource<Crash> Turn)> waiting = [];
    private int busy = runs;
    private int last;

    /// <param name="run">From 0.</param>
    public HttpPipelinePolicy PolicyOf(int run) => new TurnPolicy(this, run);

    /// <summary>A run is over.</summary>
    public void End()
    {
        lock (gate)
            Next();
    }

    private Task<Crash> WaitAsync(int run)
    {
        var turn = new TaskCompletionSource<Crash>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            waiting.Add((run, turn));
            Next();
        }

        return turn.Task;
    }

    private void Next()
    {
        if (--busy > 0 || waiting.Count == 0)
            return;
        var index = waiting.FindIndex(waits => waits.Run == last);
        if (index < 0 || random.Next(RequestsInARow) == 0)
            index = random.Next(waiting.Count);
        (last, var turn) = waiting[index];
        waiting.RemoveAt(index);
        busy++;
        turn.SetResult(random.Next(RequestsPerCrash) > 0 ? Crash.No : random.Next(2) == 0 ? Crash.Before : Crash.After);
    }

    private sealed class TurnPolicy(Turns turns, int run) : HttpPipelinePolicy
    {
        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            var crash = await turns.WaitAsync(run);
            if (crash == Crash.Before)
                throw new CrashException();
            await ProcessNextAsync(message, pipeline);
            if (crash == Crash.After)
                throw new CrashException();
        }
    }
}
