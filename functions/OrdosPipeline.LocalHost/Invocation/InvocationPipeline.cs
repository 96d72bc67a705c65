using Microsoft.Azure.Functions.Worker.Middleware;

namespace OrdosPipeline.LocalHost.Invocation;

/// <summary>The middleware around every function, the first added outermost.</summary>
internal sealed class InvocationPipeline
{
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware = [];
    private readonly Lazy<FunctionExecutionDelegate> execute;

    public InvocationPipeline()
    {
        execute = new(() => Enumerable.Reverse(middleware).Aggregate((FunctionExecutionDelegate)FunctionMethod.RunAsync, (next, add) => add(next)));
    }

    /// <summary>Runs the middleware and then the function.</summary>
    public FunctionExecutionDelegate Execute => execute.Value;

    public void Add(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> around) => middleware.Add(around);
}
