using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using OrdosPipeline.Core;

namespace OrdosPipeline.FunctionApp.Telemetry;

/// <summary>
/// One span for every invocation, within the trace of the host or the caller, and one scope of its log lines, which says
/// which submission they are about as soon as that is known.
/// </summary>
/// <remarks>
/// The span is internal: the host's own is the request that alerts count. The worker has a span of its own, which nobody
/// listens to here: it is called Invoke whatever runs, and is a request once more.
/// </remarks>
internal sealed class InvocationTelemetry(ILogger<InvocationTelemetry> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        using var span = Start(context);
        using var scope = logger.BeginScope(new InvocationScope(context, span));
        try
        {
            await next(context);
        }
        catch (Exception fault)
        {
            span.Fail(fault);
            throw;
        }

        if (span is not null && context.GetHttpContext() is { } http)
        {
            span.SetTag("http.response.status_code", http.Response.StatusCode);
            if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError)
                span.SetStatus(ActivityStatusCode.Error);
        }
    }

    private static Activity? Start(FunctionContext context)
    {
        if (!PipelineSpans.Source.HasListeners())
            return null;
        // Else a span of the web server, which is not sent, would be the parent. What this sets ends with the middleware.
        Activity.Current = null;
        ActivityContext.TryParse(context.TraceContext.TraceParent, context.TraceContext.TraceState, isRemote: true, out var caller);
        var span = PipelineSpans.Source.StartActivity(context.FunctionDefinition.Name, ActivityKind.Internal, caller);
        span?.SetTag("faas.name", context.FunctionDefinition.Name).SetTag("faas.invocation_id", context.InvocationId);
        if (context.GetHttpContext() is { Request: var request })
            span?.SetTag("http.request.method", request.Method);
        return span;
    }
}
