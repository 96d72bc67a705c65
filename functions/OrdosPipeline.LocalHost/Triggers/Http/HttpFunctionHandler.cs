using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrdosPipeline.LocalHost.Functions;
using OrdosPipeline.LocalHost.Invocation;

namespace OrdosPipeline.LocalHost.Triggers.Http;

/// <summary>Runs an HTTP function for a request and sends what it returns.</summary>
internal sealed class HttpFunctionHandler(
    FunctionInvoker invoker, FunctionKeys keys, IHostApplicationLifetime lifetime, ILogger<HttpFunctionHandler> logger)
{
    public async Task HandleAsync(Function function, HttpTriggerAttribute trigger, HttpContext context)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            if (!await keys.AllowsAsync(context.Request, trigger.AuthLevel, cancellation.Token))
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }

            var input = new TriggerInput(context.Request)
            {
                BindingData = context.Request.RouteValues.ToDictionary(v => v.Key, v => v.Value, StringComparer.OrdinalIgnoreCase),
                HttpContext = context,
            };
            await invoker.InvokeAsync(function, input, invocation => SendAsync(invocation.Result, context), cancellation.Token);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            logger.LogDebug("The caller of {Function} went away", function.Name);
        }
        catch (Exception fault)
        {
            logger.LogError(fault, "{Function} failed on {Method} {Path}", function.Name, context.Request.Method, context.Request.Path);
            AnswerWithFault(context);
        }
    }

    private static Task SendAsync(object? result, HttpContext context) => result switch
    {
        null => Task.CompletedTask,
        IResult answer => answer.ExecuteAsync(context),
        IActionResult answer => answer.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor())),
        _ => new ObjectResult(result).ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor())),
    };

    /// <summary>No text: what went wrong is for the log, not for the caller.</summary>
    private static void AnswerWithFault(HttpContext context)
    {
        if (context.Response.HasStarted)
        {
            // Too late for a status; the caller must not take half an answer for a whole one.
            context.Abort();
            return;
        }

        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }
}
