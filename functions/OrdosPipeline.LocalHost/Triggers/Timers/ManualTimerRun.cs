using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.LocalHost.Triggers.Http;

namespace OrdosPipeline.LocalHost.Triggers.Timers;

/// <summary>
/// <c>POST /admin/functions/{name}</c> with the master key runs a timer function at once, as the real host's
/// administration endpoint does. It answers 202 before the run has ended.
/// </summary>
internal static class ManualTimerRun
{
    public static void MapManualTimerRuns(this WebApplication app)
    {
        var timers = app.Services.GetRequiredService<TimerTriggerService>();
        var keys = app.Services.GetRequiredService<FunctionKeys>();
        app.MapPost("/admin/functions/{name}", async (HttpContext context, string name) =>
            !await keys.AllowsAsync(context.Request, AuthorizationLevel.Admin, context.RequestAborted) ? Results.Unauthorized()
            : timers.TryRunNow(name) ? Results.Accepted()
            : Results.NotFound());
    }
}
