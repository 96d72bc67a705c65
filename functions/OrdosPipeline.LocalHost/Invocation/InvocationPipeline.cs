using Microsoft.Azure.Functions.Worker.Middleware;

namespace OrdosPipeline.LocalHost.Invocation;

/// <summary>The middleware around every function, the first added outermost.</summary>
internal sealed class InvocationPipeline
{
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];
    private readonly Lazy<FunctionExecutionDelegate> _execute;

    public InvocationPipeline()
    {
        _execute = new(() => Enumerable.Reverse(_middleware).Aggregate((FunctionExecutionDelegate)FunctionMethod.RunAsync, (next, add) => add(next)));
    }

    /// <summary>Runs the middleware and then the function.</summary>
    public FunctionExecutionDelegate Execute => _execute.Value;

    public void Add(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware) => _middleware.Add(middleware);
}
