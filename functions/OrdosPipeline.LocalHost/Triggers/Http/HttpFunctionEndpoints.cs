using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.LocalHost.Functions;
using OrdosPipeline.LocalHost.Hosting;

namespace OrdosPipeline.LocalHost.Triggers.Http;

/// <summary>Gives each HTTP function its route.</summary>
internal static class HttpFunctionEndpoints
{
    public static void MapHttpFunctions(this WebApplication app)
    {
        var prefix = app.Services.GetRequiredService<HostSettings>().RoutePrefix;
        var handler = app.Services.GetRequiredService<HttpFunctionHandler>();
        app.Use(AnswerNotFoundForOtherMethods);
        foreach (var (function, trigger) in app.Services.GetRequiredService<FunctionCatalog>().OfTrigger<HttpTriggerAttribute>())
        {
            function.RequireTriggerType<HttpRequest>();
            var route = $"/{prefix.Trim('/')}/{(trigger.Route ?? function.Name).Trim('/')}".Replace("//", "/", StringComparison.Ordinal);
            RequestDelegate handle = context => handler.HandleAsync(function, trigger, context);
            if (trigger.Methods is { Length: > 0 } methods)
                app.MapMethods(route, methods.Select(method => method.ToUpperInvariant()), handle);
            else
                app.Map(route, handle);
        }
    }

    /// <summary>The real host has no route for a method that no function takes, where routing here would answer 405.</summary>
    private static async Task AnswerNotFoundForOtherMethods(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.DisplayName == "405 HTTP Method Not Supported")
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        else
            await next(context);
    }
}
