using System.Threading.Channels;
using Microsoft.Azure.Functions.Worker;

namespace OrdosPipeline.LocalHost.Tests.Support;

/// <summary>Takes the calls of the test's functions and does in their place what the test wants.</summary>
public sealed class Recorder
{
    private readonly Channel<Call> calls = Channel.CreateUnbounded<Call>();

    /// <summary>What a function does after its call is recorded.</summary>
    public Func<Call, Task<object?>> Behaviour { get; set; } = _ => Task.FromResult<object?>(null);

    public int Waiting => calls.Reader.Count;

    public async Task<object?> RecordAsync(FunctionContext context, params object?[] arguments)
    {
        var call = new Call(context, arguments);
        await calls.Writer.WriteAsync(call);
        return await Behaviour(call);
    }

    public async Task<Call> NextAsync() => await calls.Reader.ReadAsync().AsTask().WaitAsync(TestHost.Patience);

    public sealed record Call(FunctionContext Context, IReadOnlyList<object?> Arguments)
    {
        public string? BlobName => Context.BindingContext.BindingData.GetValueOrDefault("name")?.ToString();
    }
}
