using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace OrdosPipeline.LocalHost.Storage;

internal sealed record StorageAccount(BlobServiceClient Blobs, QueueServiceClient Queues);
