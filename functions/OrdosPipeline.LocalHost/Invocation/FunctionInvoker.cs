using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrdosPipeline.LocalHost.Functions;
using OrdosPipeline.LocalHost.Hosting;

namespace OrdosPipeline.LocalHost.Invocation;

/// <summary>Runs one invocation: a scope of services, the middleware, the function, and the limit of its time.</summary>
internal sealed class FunctionInvoker(
    InvocationPipeline pipeline,
    IServiceScopeFactory scopes,
    HostSettings settings,
    TimeProvider time,
    ILogger<FunctionInvoker> logger)
{
    /// <param name="function">What to run.</param>
    /// <param name="input">What to run it on.</param>
    /// <param name="complete">Runs after the function, while its services are alive; for sending an HTTP result.</param>
    /// <param name="cancellationToken">Reaches the function together with the timeout.</param>
    /// <exception cref="TimeoutException">The function was cancelled because it ran for longer than <c>functionTimeout</c>.</exception>
    public async Task InvokeAsync(
        Function function, TriggerInput input, Func<LocalFunctionContext, Task>? complete, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(settings.FunctionTimeout, time);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        await using var scope = scopes.CreateAsyncScope();
        var context = new LocalFunctionContext(function, input, scope.ServiceProvider, cancellation.Token);
        using var logScope = logger.BeginScope("{Function} {InvocationId}", function.Name, context.InvocationId);
        await using var late = timeout.Token.Register(() => logger.LogError(
            "{Function} ({InvocationId}) runs for longer than {Timeout}; it is cancelled", function.Name, context.InvocationId, settings.FunctionTimeout));

        logger.LogInformation("Executing {Function} ({InvocationId})", function.Name, context.InvocationId);
        var start = time.GetTimestamp();
        try
        {
            await pipeline.Execute(context);
            if (complete is not null)
                await complete(context);
        }
        catch (OperationCanceledException fault) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            LogFailure(context, start);
            throw new TimeoutException($"{function.Name} ran for longer than {settings.FunctionTimeout} (functionTimeout).", fault);
        }
        catch (Exception)
        {
            LogFailure(context, start);
            throw;
        }

        logger.LogInformation(
            "Executed {Function} ({InvocationId}), succeeded in {Milliseconds:0} ms",
            function.Name, context.InvocationId, time.GetElapsedTime(start).TotalMilliseconds);
    }

    // The trigger logs the exception together with what becomes of the delivery.
    private void LogFailure(LocalFunctionContext context, long start)
        => logger.LogWarning(
            "Executed {Function} ({InvocationId}), failed after {Milliseconds:0} ms",
            context.Function.Name, context.InvocationId, time.GetElapsedTime(start).TotalMilliseconds);
}
