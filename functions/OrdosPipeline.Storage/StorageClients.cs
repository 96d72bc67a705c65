using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace OrdosPipeline.Storage;

/// <summary>Clients for the system's containers and tables. Retries of single requests are the clients' own.</summary>
internal sealed class StorageClients
{
    private readonly BlobServiceClient blobs;
    private readonly TableServiceClient tables;
    private readonly QueueServiceClient? queues;
    private readonly StorageNames names;

    public StorageClients(StorageOptions options, TableClientOptions? tableOptions = null, BlobClientOptions? blobOptions = null, QueueClientOptions? queueOptions = null)
    {
        queueOptions ??= new QueueClientOptions();
        queueOptions.MessageEncoding = QueueMessageEncoding.None;
        names = new StorageNames(options);
        if (options.ConnectionString is { } connection)
        {
            blobs = new BlobServiceClient(connection, blobOptions);
            tables = new TableServiceClient(connection, tableOptions);
            queues = new QueueServiceClient(connection, queueOptions);
            return;
        }

        TokenCredential credential = new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = options.ClientId });
        blobs = new BlobServiceClient(options.BlobServiceUri ?? throw Missing(nameof(options.BlobServiceUri)), credential, blobOptions);
        tables = new TableServiceClient(options.TableServiceUri ?? throw Missing(nameof(options.TableServiceUri)), credential, tableOptions);
        queues = options.QueueServiceUri is { } queueUri ? new QueueServiceClient(queueUri, credential, queueOptions) : null;
    }

    /// <summary>Clients whose requests are sent once, for who wants to know how the services stand.</summary>
    public static StorageClients WithoutRetries(StorageOptions options)
    {
        var (tables, blobs, queues) = (new TableClientOptions(), new BlobClientOptions(), new QueueClientOptions());
        foreach (var one in new ClientOptions[] { tables, blobs, queues })
            one.Retry.MaxRetries = 0;
        return new StorageClients(options, tables, blobs, queues);
    }

    /// <param name="name">One of <see cref="Core.Stores.BlobNames.Containers"/>.</param>
    public BlobContainerClient Container(string name) => blobs.GetBlobContainerClient(names.Container(name));

    /// <param name="name">One of <see cref="Core.Stores.TableNames.All"/>.</param>
    public TableClient Table(string name) => tables.GetTableClient(names.Table(name));

    /// <summary>A queue of the host; null where the address of queues is not configured.</summary>
    public QueueClient? Queue(string name) => queues?.GetQueueClient(name);

    private static ArgumentException Missing(string name) => new($"Without a connection string, {name} is needed.");
}
