using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using OrdosPipeline.LocalHost.Functions;
using OrdosPipeline.LocalHost.Invocation;
using OrdosPipeline.LocalHost.Storage;
using OrdosPipeline.LocalHost.Triggers.Blobs;
using OrdosPipeline.LocalHost.Triggers.Http;
using OrdosPipeline.LocalHost.Triggers.Timers;

namespace OrdosPipeline.LocalHost.Hosting;

/// <summary>Puts the parts of the host together.</summary>
internal static class LocalHostFactory
{
    public const string DefaultAddress = "http://127.0.0.1:7071";

    // The real host's limit for a request.
    private const long MaxRequestBytes = 104_857_600;

    public static IHost Build(
        WebApplicationBuilder builder, IReadOnlyList<Type>? functionTypes, InvocationPipeline pipeline, bool servesHttp)
    {
        var types = functionTypes ?? FunctionsAssembly(builder.Configuration).GetTypes();
        var functions = FunctionCatalog.Discover(types, builder.Configuration);
        if (!servesHttp && functions.OfTrigger<Microsoft.Azure.Functions.Worker.HttpTriggerAttribute>().Any())
            throw new InvalidOperationException("HTTP functions need builder.ConfigureFunctionsWebApplication().");

        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(HostSettings.From(builder.Configuration, types[0].Assembly.GetName().Name!));
        services.AddSingleton(functions);
        services.AddSingleton(pipeline);
        services.AddSingleton<StorageAccounts>();
        services.AddSingleton<FunctionInvoker>();
        services.AddSingleton<BlobSlots>();
        services.AddSingleton<TimerStatusStore>();
        services.AddSingleton<FunctionKeys>();
        services.AddSingleton<HttpFunctionHandler>();
        services.AddSingleton<HostReadiness>();
        services.AddHostedService<BlobTriggerService>();
        services.AddSingleton<TimerTriggerService>();
        services.AddHostedService(provider => provider.GetRequiredService<TimerTriggerService>());
        services.AddHostedService<ReadinessService>();
        services.AddHostedService<ParentWatch>();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = MaxRequestBytes;
            kestrel.AddServerHeader = false;
        });

        var app = builder.Build();
        if (app.Configuration[WebHostDefaults.ServerUrlsKey] is null && app.Configuration[WebHostDefaults.HttpPortsKey] is null)
            app.Urls.Add(DefaultAddress);
        app.MapHttpFunctions();
        app.MapManualTimerRuns();
        return app;
    }

    /// <summary>The program's assembly, or the one that <c>LocalHost:FunctionsAssembly</c> names when another program starts it.</summary>
    private static Assembly FunctionsAssembly(ConfigurationManager configuration)
        => configuration["LocalHost:FunctionsAssembly"] is { Length: > 0 } name
            ? Assembly.Load(name)
            : Assembly.GetEntryAssembly() ?? throw new InvalidOperationException("The process has no entry assembly to find functions in.");
}
