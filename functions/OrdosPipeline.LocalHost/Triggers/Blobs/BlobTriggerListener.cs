using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;
using OrdosPipeline.LocalHost.Functions;
using OrdosPipeline.LocalHost.Hosting;
using OrdosPipeline.LocalHost.Invocation;
using OrdosPipeline.LocalHost.Storage;

namespace OrdosPipeline.LocalHost.Triggers.Blobs;

/// <summary>Lists a container again and again, and delivers each version of each matching blob to one function.</summary>
internal sealed class BlobTriggerListener(
    Function function,
    BlobPathPattern pattern,
    StorageAccount account,
    BlobReceipts receipts,
    BlobSlots slots,
    FunctionInvoker invoker,
    HostSettings settings,
    TimeProvider time,
    ILogger logger)
{
    private readonly BlobContainerClient container = account.Blobs.GetBlobContainerClient(pattern.Container);
    private readonly ConcurrentDictionary<BlobDelivery, Task> running = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool opened;

    /// <summary>Completes when the container exists and the receipts are loaded.</summary>
    public Task Ready => ready.Task;

    /// <summary>Runs until stopped, and then until the running deliveries have ended.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                var active = await TryPollAsync(stopping);
                await Task.Delay(active ? settings.PollInterval : settings.IdlePollInterval, time, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            ready.TrySetCanceled(stopping);
            await Task.WhenAll(running.Values);
        }
    }

    /// <summary>Returns whether anything was delivered or is still running.</summary>
    private async Task<bool> TryPollAsync(CancellationToken stopping)
    {
        try
        {
            if (!opened)
            {
                await container.CreateIfNotExistsAsync(cancellationToken: stopping);
                await receipts.LoadAsync(stopping);
                opened = true;
                ready.TrySetResult();
            }

            return await PollAsync(stopping) > 0 || !running.IsEmpty;
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            logger.LogError(fault, "The container {Container} of {Function} cannot be listed; trying again", pattern.Container, function.Name);
            // The container may have been deleted.
            opened = false;
            return true;
        }
    }

    private async Task<int> PollAsync(CancellationToken stopping)
    {
        var due = new List<(BlobItem Blob, BlobDelivery Delivery)>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, pattern.LiteralPrefix, stopping))
        {
            if (blob.Properties.ETag is not { } etag || pattern.Match(blob.Name) is null)
                continue;
            var delivery = new BlobDelivery(pattern.Container, blob.Name, Version(etag));
            if (!running.ContainsKey(delivery) && !receipts.Get(delivery).Completed)
                due.Add((blob, delivery));
        }

        foreach (var (blob, delivery) in due.OrderBy(d => d.Blob.Properties.LastModified))
        {
            await slots.TakeAsync(stopping);
            // The delivery starts only after it is noted, so that it cannot end before.
            var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            running[delivery] = DeliverInSlotAsync(start.Task, delivery, stopping);
            start.SetResult();
        }

        return due.Count;
    }

    private async Task DeliverInSlotAsync(Task start, BlobDelivery delivery, CancellationToken stopping)
    {
        await start;
        try
        {
            await DeliverAsync(delivery, stopping);
        }
        catch (Exception fault)
        {
            logger.LogError(fault, "The delivery of {Blob} to {Function} could not be recorded; it will be tried again", delivery.Name, function.Name);
        }
        finally
        {
            running.TryRemove(delivery, out _);
            slots.Release();
        }
    }

    private async Task DeliverAsync(BlobDelivery delivery, CancellationToken stopping)
    {
        var blob = container.GetBlobClient(delivery.Name);
        if (await PropertiesOfAsync(blob, stopping) is not { } properties || Version(properties.ETag) != delivery.Version)
        {
            // Deleted or replaced since it was listed; the next listing tells.
            return;
        }

        var triesBefore = receipts.Get(delivery).Tries;
        var tries = triesBefore;
        if (tries < settings.PoisonBlobThreshold)
        {
            // Counted before the try: a file that takes the process down must be given up as well.
            tries++;
            await receipts.SaveAsync(delivery, new BlobReceipt(tries, Completed: false), stopping);
            var outcome = await TryAsync(blob, properties, delivery, tries, stopping);
            // What has happened is recorded also while the host stops.
            if (outcome == Outcome.Succeeded)
                await receipts.SaveAsync(delivery, new BlobReceipt(tries, Completed: true), CancellationToken.None);
            else if (outcome == Outcome.Interrupted)
                await receipts.SaveAsync(delivery, new BlobReceipt(triesBefore, Completed: false), CancellationToken.None);
            if (outcome != Outcome.Failed || tries < settings.PoisonBlobThreshold)
                return;
        }

        await PoisonBlobQueue.SendAsync(account, function, delivery, $"{properties.BlobType}Blob", CancellationToken.None);
        await receipts.SaveAsync(delivery, new BlobReceipt(tries, Completed: true), CancellationToken.None);
        logger.LogError(
            "{Function} failed {Tries} times on {Container}/{Blob}; a message is in the queue {Queue}",
            function.Name, tries, delivery.Container, delivery.Name, PoisonBlobQueue.Name);
    }

    private async Task<Outcome> TryAsync(
        BlobClient blob, BlobProperties properties, BlobDelivery delivery, int tries, CancellationToken stopping)
    {
        var input = new TriggerInput(blob)
        {
            BindingData = BlobBindingData.Of(blob, properties, pattern.Match(delivery.Name)!),
            RetryCount = tries - 1,
            MaxRetryCount = settings.PoisonBlobThreshold - 1,
        };
        try
        {
            await invoker.InvokeAsync(function, input, complete: null, stopping);
            return Outcome.Succeeded;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return Outcome.Interrupted;
        }
        catch (Exception fault)
        {
            logger.LogError(
                fault, "{Function} failed on {Container}/{Blob}, try {Try} of {Tries}",
                function.Name, delivery.Container, delivery.Name, tries, settings.PoisonBlobThreshold);
            return Outcome.Failed;
        }
    }

    private static async Task<BlobProperties?> PropertiesOfAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            return await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return null;
        }
    }

    private static string Version(ETag etag) => etag.ToString().Trim('"');

    private enum Outcome
    {
        Succeeded,
        Failed,
        Interrupted,
    }
}
