using Microsoft.Extensions.Hosting;
using OrdosPipeline.Core;

namespace OrdosPipeline.FunctionApp;

/// <summary>Prepares the storage before the first function runs.</summary>
internal sealed class StoragePreparation(Preparation preparation) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => preparation.RunAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
