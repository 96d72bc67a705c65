namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>Runs around every invocation.</summary>
public interface IFunctionsWorkerMiddleware
{
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
