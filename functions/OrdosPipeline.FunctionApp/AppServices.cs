using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OrdosPipeline.Core.Answers;
using OrdosPipeline.Core.Health;
using OrdosPipeline.Documents;
using OrdosPipeline.FunctionApp.Http;
using OrdosPipeline.FunctionApp.Http.Access;
using OrdosPipeline.FunctionApp.Http.Frame;
using OrdosPipeline.FunctionApp.Telemetry;
using OrdosPipeline.Storage;

namespace OrdosPipeline.FunctionApp;

/// <summary>Everything that the functions are given, one line per service.</summary>
internal static class AppServices
{
    /// <summary>Adds the services, and the gate before every HTTP function.</summary>
    /// <param name="builder">Its settings are those of functions/README.md; the connection is named <c>Storage</c>.</param>
    public static FunctionsApplicationBuilder AddOrdosPipeline(this FunctionsApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        builder.UseMiddleware<InvocationTelemetry>();
        builder.UseMiddleware<ApiGate>();
        services.AddOrdosStorage(name => configuration[name]);
        services.AddOrdosPipelines(name => configuration[name]);
        services.AddSingleton(ApiSettings.Limits(name => configuration[name]));
        services.AddSingleton<Operations>();
        services.AddSingleton(provider => ApiSettings.Callers(configuration, provider.GetRequiredService<Questions>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<TableAnswers>();
        services.AddSingleton<IHealthProbe, AccessHealth>();
        services.AddHostedService<StoragePreparation>();
        services.AddHostedService<AccessCheck>();
        // Last, because it looks at the storage once it is prepared.
        builder.AddTelemetry();
        return builder;
    }
}
