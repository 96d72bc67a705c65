using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.FunctionApp.Http.Access;

namespace OrdosPipeline.FunctionApp.Http.Frame;

/// <summary>
/// Stands before every HTTP function: who calls, whether they may, and whether the request is one that the operation has.
/// Whatever goes wrong leaves as a problem. A function without an operation is closed.
/// </summary>
internal sealed class ApiGate(Operations operations, ICallerSource callers, ILogger<ApiGate> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        Protect(http.Response);
        try
        {
            var operation = operations.Find(context.FunctionDefinition.Name)
                ?? throw new InvalidOperationException($"The function {context.FunctionDefinition.Name} has no operation.");
            var caller = operation.IsOpen ? null : Admit(operation, http.Request);
            RefuseForms(operation, http.Request);
            _ = new ApiCall(operation, http.Request, caller);
            await next(context);
        }
        catch (Exception exception) when (!http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted)
        {
            await Describe(exception, context, http).WriteAsync(http.Response);
        }
    }

    private Caller Admit(Operation operation, HttpRequest request)
    {
        var caller = callers.Identify(request);
        return operation.Roles.HasFlag(caller.Role)
            ? caller
            : throw new ProblemException(Problem.Forbidden(
                $"{operation.Summary}：您的角色（{caller.Role.ToString().ToLowerInvariant()}）不能这样做。",
                $"{operation.SummaryEn}: your role ({caller.Role.ToString().ToLowerInvariant()}) may not do this."));
    }

    /// <summary>
    /// What is sent must be of the operation's type, and no form or plain text, which a page of another site can have a browser send without asking first
    /// (fetch.spec.whatwg.org, CORS-preflight): a signed-in administrator's browser acts for nobody else.
    /// </summary>
    private static void RefuseForms(Operation operation, HttpRequest request)
    {
        if (operation.Body is not { Type: var wanted })
            return;
        // A body without a type is let through by browsers too; they say then where it comes from (w3.org/TR/fetch-metadata).
        if (request.Headers["Sec-Fetch-Site"] == "cross-site")
            throw new ProblemException(Problem.Forbidden("不接受其他网站的页面发来的内容。", "What a page of another site sends is not taken."));
        var isWanted = wanted == Content.BinaryType
            ? !request.HasFormContentType && !(request.ContentType ?? "").StartsWith("text/plain", StringComparison.OrdinalIgnoreCase)
            : (request.ContentType ?? "").StartsWith(wanted, StringComparison.OrdinalIgnoreCase);
        if (!isWanted)
            throw new ProblemException(Problem.UnsupportedContent(wanted));
    }

    private Problem Describe(Exception exception, FunctionContext context, HttpContext http)
    {
        switch (exception)
        {
            case ProblemException { Problem: var problem }:
                if (problem.Status == StatusCodes.Status401Unauthorized)
                    http.Response.Headers.WWWAuthenticate = callers.Challenge;
                return problem;
            // What a path names and is not there is missing; elsewhere it is a wrong question.
            case RefusedQuestionException { Parameter: { } parameter } refused when http.Request.RouteValues.ContainsKey(parameter is "indicator" or "project" ? "subject" : parameter):
                return Problem.NotFound(refused.Chinese, refused.English);
            case RefusedQuestionException refused:
                return Problem.Of(refused);
            case SummaryOvertakenException { Head: var head }:
                return Problem.Conflict($"{head.Quarter} 的小结正由另一次操作写入，请稍后再试。", $"The summary of {head.Quarter} is being written by another run; try again later.");
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return Problem.TooLarge(Limits.RequestBytes);
            default:
                logger.LogError(exception, "{Function} failed on {Method} {Path}", context.FunctionDefinition.Name, http.Request.Method, http.Request.Path);
                return Problem.Fault(Activity.Current?.TraceId.ToHexString() ?? context.InvocationId);
        }
    }

    /// <summary>Data is nobody else's to keep, and an address may hold a key.</summary>
    private static void Protect(HttpResponse response)
    {
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
