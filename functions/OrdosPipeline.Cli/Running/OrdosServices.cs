using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Core;
using OrdosPipeline.Documents;
using OrdosPipeline.Storage;

namespace OrdosPipeline.Cli.Running;

/// <summary>The same services as the function app's, for commands that run in this process.</summary>
internal static class OrdosServices
{
    /// <summary>For commands that need no storage.</summary>
    public static ServiceProvider Offline() => new ServiceCollection().AddOrdosPipelines(StorageSettings.Get).BuildServiceProvider();

    /// <summary>For commands that read or write the tables; prepares the storage.</summary>
    public static async Task<ServiceProvider> OnlineAsync(CancellationToken cancellationToken, Func<string, string?>? settings = null)
    {
        var services = Unprepared(settings);
        await services.GetRequiredService<Preparation>().RunAsync(cancellationToken);
        return services;
    }

    /// <summary>The same without preparing the storage, which may not be there.</summary>
    public static ServiceProvider Unprepared(Func<string, string?>? settings = null)
    {
        settings ??= StorageSettings.Resolve();
        return new ServiceCollection().AddOrdosPipelines(settings).AddOrdosStorage(settings).BuildServiceProvider();
    }
}
