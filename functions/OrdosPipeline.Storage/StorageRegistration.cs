using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Storage.Queries;

namespace OrdosPipeline.Storage;

/// <summary>Registers the ports of <c>Stores</c> as blobs and tables. The host registers the <c>PlanLibrary</c>.</summary>
public static class StorageRegistration
{
    /// <param name="services">Of the host.</param>
    /// <param name="setting">Gives a setting by name, see <see cref="StorageOptions.Read"/>; asked when a store is first used.</param>
    public static IServiceCollection AddOrdosStorage(this IServiceCollection services, Func<string, string?> setting) =>
        services.AddSingleton(_ => StorageOptions.Read(setting)).AddStores();

    public static IServiceCollection AddOrdosStorage(this IServiceCollection services, StorageOptions options) =>
        services.AddSingleton(options).AddStores();

    private static IServiceCollection AddStores(this IServiceCollection services)
    {
        services.AddSingleton(provider => new StorageClients(provider.GetRequiredService<StorageOptions>()));
        services.AddSingleton<IInbox, BlobInbox>();
        services.AddSingleton<IRecordStore, BlobRecordStore>();
        services.AddSingleton<ISubmissionLedger, TableSubmissionLedger>();
        services.AddSingleton<IFindingStore, TableFindingStore>();
        services.AddSingleton<IQuarterSubmissionStore, TableQuarterSubmissionStore>();
        services.AddSingleton<IObservationStore, TableObservationStore>();
        services.AddSingleton<ICatalogueStore, TableCatalogueStore>();
        services.AddSingleton<INoticeStore, BlobNoticeStore>();
        services.AddSingleton<IDecisionStore, BlobDecisionStore>();
        services.AddSingleton<ISummaryStore, TableSummaryStore>();
        services.AddSingleton<IPoisonQueue, PoisonBlobQueue>();
        services.AddSingleton<IAuditTrail, AuditTrail>();
        services.AddSingleton<ITemplateStore, BlobTemplates>();
        services.AddSingleton<ITableReader, TableReader>();
        services.AddSingleton<IStorageProbe>(provider => new StorageProbe(StorageClients.WithoutRetries(provider.GetRequiredService<StorageOptions>())));
        services.AddSingleton<IStorageMaintenance, StorageMaintenance>();
        return services;
    }
}
