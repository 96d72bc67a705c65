using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OrdosPipeline.LocalHost.Tests.Support;

namespace OrdosPipeline.LocalHost.Tests.Invocation;

public class InvocationTests
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_invocation_has_one_scope_of_services_that_ends_with_it()
    {
        var setup = await TestHost.Setup.CreateAsync();
        var ofMiddleware = new List<ScopedService>();
        await using var host = await TestHost.StartAsync(setup, [typeof(ScopedFunction)], builder =>
        {
            builder.Services.AddScoped<ScopedService>();
            builder.UseMiddleware(async (context, next) =>
            {
                ofMiddleware.Add(context.InstanceServices.GetRequiredService<ScopedService>());
                await next();
            });
        });

        await host.Client.GetAsync("/api/Scoped");
        await host.Client.GetAsync("/api/Scoped");

        var first = (await setup.Recorder.NextAsync()).Arguments;
        var second = (await setup.Recorder.NextAsync()).Arguments;
        Assert.Same(ofMiddleware[0], first[0]);
        // The request's own services are those of the invocation.
        Assert.Same(ofMiddleware[0], first[1]);
        Assert.NotSame(first[0], second[0]);
        Assert.All(ofMiddleware, service => Assert.True(service.IsDisposed));
    }

    [Fact]
    public async Task Middleware_runs_around_the_function_the_first_added_outermost()
    {
        var setup = await TestHost.Setup.CreateAsync();
        var steps = new List<string>();
        setup.Recorder.Behaviour = call =>
        {
            steps.Add($"function sees {call.Context.Items["by"]}");
            return Task.FromResult<object?>(Results.Ok());
        };
        await using var host = await TestHost.StartAsync(setup, [typeof(PlainFunction)], builder =>
        {
            builder.Services.AddSingleton(steps);
            builder.UseMiddleware<OuterMiddleware>();
            builder.UseMiddleware(async (context, next) =>
            {
                steps.Add($"inner before {context.GetHttpContext()!.Request.Path}");
                context.Items["by"] = "inner";
                await next();
                steps.Add("inner after");
            });
        });

        await host.Client.GetAsync("/api/Plain");

        Assert.Equal(
            ["outer before Plain httpTrigger", "inner before /api/Plain", "function sees inner", "inner after", "outer after"], steps);
    }

    [Fact]
    public async Task Middleware_sees_the_exception_of_the_function()
    {
        var setup = await TestHost.Setup.CreateAsync();
        setup.Recorder.Behaviour = _ => throw new InvalidOperationException("no");
        var seen = new List<Exception>();
        await using var host = await TestHost.StartAsync(setup, [typeof(PlainFunction)], builder =>
            builder.UseMiddleware(async (_, next) =>
            {
                try
                {
                    await next();
                }
                catch (InvalidOperationException fault)
                {
                    seen.Add(fault);
                    throw;
                }
            }));

        using var response = await host.Client.GetAsync("/api/Plain");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal(["no"], seen.Select(fault => fault.Message));
    }

    [Fact]
    public async Task The_function_timeout_cancels_the_token()
    {
        var clock = new FakeClock(Start);
        var setup = await TestHost.Setup.CreateAsync(clock);
        setup.Settings["AzureFunctionsJobHost:functionTimeout"] = "00:10:00";
        setup.Recorder.Behaviour = async call =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, call.Context.CancellationToken);
            return null;
        };
        await using var host = await TestHost.StartAsync(setup, [typeof(PlainFunction)]);
        var answer = host.Client.GetAsync("/api/Plain");
        var call = await setup.Recorder.NextAsync();

        clock.MoveTo(Start.AddMinutes(10).AddTicks(-1));
        Assert.False(call.Context.CancellationToken.IsCancellationRequested);
        clock.MoveTo(Start.AddMinutes(10));

        Assert.Equal(HttpStatusCode.InternalServerError, (await answer).StatusCode);
        Assert.True(call.Context.CancellationToken.IsCancellationRequested);
    }

    [Fact]
    public async Task A_disposable_function_class_is_disposed_after_the_invocation()
    {
        var setup = await TestHost.Setup.CreateAsync();
        await using var host = await TestHost.StartAsync(setup, [typeof(DisposableFunction)]);

        await host.Client.GetAsync("/api/Disposable");

        var function = (DisposableFunction)(await setup.Recorder.NextAsync()).Arguments[0]!;
        Assert.True(function.IsDisposed);
    }

    [Fact]
    public async Task A_disabled_function_is_left_out()
    {
        var setup = await TestHost.Setup.CreateAsync();
        setup.Settings["AzureWebJobs.Plain.Disabled"] = "true";
        await using var host = await TestHost.StartAsync(setup, [typeof(PlainFunction)]);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/api/Plain")).StatusCode);
    }

    public sealed class ScopedService : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }

    public sealed class OuterMiddleware(List<string> steps) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            ArgumentNullException.ThrowIfNull(context);
            ArgumentNullException.ThrowIfNull(next);
            var binding = context.FunctionDefinition.InputBindings.Values.Single();
            steps.Add($"outer before {context.FunctionDefinition.Name} {binding.Type}");
            await next(context);
            steps.Add("outer after");
        }
    }

    public sealed class PlainFunction(Recorder recorder)
    {
        [Function("Plain")]
        public Task<object?> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context)
            => recorder.RecordAsync(context, request);
    }

    public sealed class ScopedFunction(Recorder recorder, ScopedService service)
    {
        [Function("Scoped")]
        public Task Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context)
            => recorder.RecordAsync(context, service, request?.HttpContext.RequestServices.GetService<ScopedService>());
    }

    public sealed class DisposableFunction(Recorder recorder) : IDisposable
    {
        public bool IsDisposed { get; private set; }

        [Function("Disposable")]
        public Task Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context)
            => recorder.RecordAsync(context, this, request);

        public void Dispose() => IsDisposed = true;
    }
}
