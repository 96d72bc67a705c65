using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Documents;
using OrdosPipeline.FunctionApp.Http;
using OrdosPipeline.Storage;

namespace OrdosPipeline.FunctionApp;

/// <summary>Everything that the functions are given, one line per service.</summary>
internal static class AppServices
{
    /// <param name="services">Of the host.</param>
    /// <param name="configuration">Settings as in functions/README.md; the connection is named <c>Storage</c>.</param>
    public static IServiceCollection AddOrdosPipeline(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOrdosStorage(name => configuration[name]);
        services.AddOrdosPipelines(name => configuration[name]);
        services.AddSingleton<TableAnswers>();
        services.AddHostedService<StoragePreparation>();
        return services;
    }
}
