using System.Collections.Concurrent;
using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace OrdosPipeline.LocalHost.Storage;

/// <summary>Finds the account behind the name of a connection, as the real host does.</summary>
/// <remarks>
/// For <c>Connection = "X"</c> the setting <c>AzureWebJobsX</c> comes first, then <c>X</c>; each as a connection string,
/// in <c>ConnectionStrings</c> or at the root, or as a section with <c>blobServiceUri</c> and <c>queueServiceUri</c>
/// (or <c>accountName</c>) for a managed identity.
/// </remarks>
internal sealed class StorageAccounts(IConfiguration configuration)
{
    private const string HostConnection = "Storage";
    private const string Prefix = "AzureWebJobs";

    private static readonly TokenCredential Identity = new DefaultAzureCredential();

    // What is put into queues reads the same as from the real host, which encodes.
    private static readonly QueueClientOptions QueueOptions = new() { MessageEncoding = QueueMessageEncoding.Base64 };

    private readonly ConcurrentDictionary<string, StorageAccount> accounts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The host's own storage, <c>AzureWebJobsStorage</c>.</summary>
    public StorageAccount Host => Get(null);

    /// <summary>Where the host keeps receipts, schedules and keys.</summary>
    public BlobContainerClient HostContainer => Host.Blobs.GetBlobContainerClient("azure-webjobs-hosts");

    public StorageAccount Get(string? connection) => accounts.GetOrAdd(connection ?? HostConnection, Open);

    private StorageAccount Open(string connection)
    {
        var section = Find(Prefix + connection) ?? Find(connection)
            ?? throw new InvalidOperationException(
                $"No storage is configured: neither the setting \"{Prefix}{connection}\" nor \"{connection}\" exists.");
        if (!string.IsNullOrEmpty(section.Value))
            return new StorageAccount(
                new BlobServiceClient(section.Value), new QueueServiceClient(section.Value, QueueOptions));

        return new StorageAccount(
            new BlobServiceClient(ServiceUri(section, "blob"), Identity),
            new QueueServiceClient(ServiceUri(section, "queue"), Identity, QueueOptions));
    }

    private IConfigurationSection? Find(string name)
    {
        var connectionString = configuration.GetSection($"ConnectionStrings:{name}");
        var section = connectionString.Exists() ? connectionString : configuration.GetSection(name);
        return section.Exists() ? section : null;
    }

    private static Uri ServiceUri(IConfigurationSection section, string service)
    {
        if (section[$"{service}ServiceUri"] is { Length: > 0 } uri)
            return new Uri(uri);
        if (section["accountName"] is { Length: > 0 } account)
            return new Uri($"https://{account}.{service}.core.windows.net");
        throw new InvalidOperationException(
            $"The setting \"{section.Path.Replace(":", "__", StringComparison.Ordinal)}__{service}ServiceUri\" is missing.");
    }
}
