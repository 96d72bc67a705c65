using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.LocalHost.Tests.Support;

namespace OrdosPipeline.LocalHost.Tests.Triggers;

public sealed class BlobArrived(Recorder recorder)
{
    [Function("BlobArrived")]
    public Task Run(
        [BlobTrigger("%Container%/{name}", Connection = "Storage", Source = BlobTriggerSource.EventGrid)] BlobClient blob,
        string name,
        FunctionContext context,
        CancellationToken cancellationToken)
        => recorder.RecordAsync(context, blob, name, cancellationToken);
}
