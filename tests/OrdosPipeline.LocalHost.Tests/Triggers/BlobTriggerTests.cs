using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using OrdosPipeline.LocalHost.Tests.Support;

namespace OrdosPipeline.LocalHost.Tests.Triggers;

public class BlobTriggerTests
{
    // Written last and last by name: where one blob is delivered at a time, no other was due once this one is delivered.
    private const string Last = "zz-last";

    private static readonly Type[] Functions = [typeof(BlobArrived)];

    [Fact]
    public async Task A_blob_is_delivered_with_its_client_its_name_and_binding_data()
    {
        var setup = await TestHost.Setup.CreateAsync();
        await using var host = await TestHost.StartAsync(setup, Functions);
        var uploaded = await UploadAsync(setup, "发改委/三季度.csv", "25.3");

        var call = await setup.Recorder.NextAsync();

        var blob = Assert.IsType<BlobClient>(call.Arguments[0]);
        Assert.Equal("25.3", (await blob.DownloadContentAsync()).Value.Content.ToString());
        Assert.Equal("发改委/三季度.csv", call.Arguments[1]);
        Assert.Equal(call.Context.CancellationToken, call.Arguments[2]);
        var data = call.Context.BindingContext.BindingData;
        Assert.Equal($"{setup.Container}/发改委/三季度.csv", data["BlobTrigger"]);
        Assert.Equal("发改委/三季度.csv", data["name"]);
        Assert.Equal(uploaded.Uri, JsonSerializer.Deserialize<Uri>((string)data["Uri"]!));
        Assert.Equal("BlobArrived", call.Context.FunctionDefinition.Name);
        Assert.Equal("blobTrigger", call.Context.FunctionDefinition.InputBindings["blob"].Type);
    }

    [Fact]
    public async Task After_five_failed_tries_the_blob_goes_to_the_poison_queue()
    {
        var setup = await OneAtATimeAsync();
        setup.Recorder.Behaviour = call => call.BlobName == Last
            ? Task.FromResult<object?>(null)
            : throw new InvalidOperationException("no");
        await using var host = await TestHost.StartAsync(setup, Functions);
        var blob = await UploadAsync(setup, "错误.csv");

        var retries = new List<(int, int)>();
        for (var i = 0; i < 5; i++)
        {
            var context = (await setup.Recorder.NextAsync()).Context;
            retries.Add((context.RetryContext.RetryCount, context.RetryContext.MaxRetryCount));
        }

        await host.Log.WaitForAsync("webjobs-blobtrigger-poison");
        Assert.Equal([(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)], retries);
        var etag = (await blob.GetPropertiesAsync()).Value.ETag.ToString("H");
        var message = (await PoisonMessagesAsync(setup)).Single();
        using var fields = JsonDocument.Parse(message);
        Assert.Equal(
            [
                ("FunctionId", "Host.Functions.BlobArrived"),
                ("BlobType", "BlockBlob"),
                ("ContainerName", setup.Container),
                ("BlobName", "错误.csv"),
                ("ETag", etag),
            ],
            fields.RootElement.EnumerateObject().Select(field => (field.Name, field.Value.GetString()!)));
        await UploadAsync(setup, Last);
        Assert.Equal(Last, (await setup.Recorder.NextAsync()).BlobName);
    }

    [Fact]
    public async Task The_poison_threshold_of_the_settings_counts()
    {
        var setup = await TestHost.Setup.CreateAsync();
        setup.Settings["AzureFunctionsJobHost:extensions:blobs:poisonBlobThreshold"] = "2";
        setup.Recorder.Behaviour = _ => throw new InvalidOperationException("no");
        await using var host = await TestHost.StartAsync(setup, Functions);
        await UploadAsync(setup, "a.csv");

        await host.Log.WaitForAsync("failed 2 times");

        Assert.Single(await PoisonMessagesAsync(setup));
        Assert.Equal(2, setup.Recorder.Waiting);
    }

    [Fact]
    public async Task A_completed_blob_is_not_delivered_again_after_a_restart()
    {
        var setup = await OneAtATimeAsync();
        await using (await TestHost.StartAsync(setup, Functions))
        {
            await UploadAsync(setup, "a.csv");
            Assert.Equal("a.csv", (await setup.Recorder.NextAsync()).BlobName);
        }

        await UploadAsync(setup, Last);
        await using (await TestHost.StartAsync(setup, Functions))
            Assert.Equal(Last, (await setup.Recorder.NextAsync()).BlobName);
    }

    [Fact]
    public async Task Tries_are_counted_across_a_restart_and_a_shutdown_does_not_use_one_up()
    {
        var setup = await TestHost.Setup.CreateAsync();
        setup.Recorder.Behaviour = async call =>
        {
            if (call.Context.RetryContext.RetryCount < 2)
                throw new InvalidOperationException("no");
            await Task.Delay(Timeout.Infinite, call.Context.CancellationToken);
            return null;
        };
        await using (await TestHost.StartAsync(setup, Functions))
        {
            await UploadAsync(setup, "a.csv");
            for (var i = 0; i < 3; i++)
                await setup.Recorder.NextAsync();
        }

        await using (await TestHost.StartAsync(setup, Functions))
            Assert.Equal(2, (await setup.Recorder.NextAsync()).Context.RetryContext.RetryCount);
    }

    [Fact]
    public async Task A_blob_that_is_written_anew_is_delivered_anew_with_all_its_tries()
    {
        var setup = await TestHost.Setup.CreateAsync();
        setup.Settings["AzureFunctionsJobHost:extensions:blobs:poisonBlobThreshold"] = "1";
        setup.Recorder.Behaviour = _ => throw new InvalidOperationException("no");
        await using var host = await TestHost.StartAsync(setup, Functions);
        await UploadAsync(setup, "a.csv", "1");
        await setup.Recorder.NextAsync();
        await host.Log.WaitForAsync("failed 1 times");
        setup.Recorder.Behaviour = _ => Task.FromResult<object?>(null);

        await UploadAsync(setup, "a.csv", "2");

        var call = await setup.Recorder.NextAsync();
        Assert.Equal(0, call.Context.RetryContext.RetryCount);
        Assert.Equal("2", (await ((BlobClient)call.Arguments[0]!).DownloadContentAsync()).Value.Content.ToString());
    }

    [Fact]
    public async Task No_more_invocations_run_at_a_time_than_host_json_allows()
    {
        var setup = await TestHost.Setup.CreateAsync();
        setup.Settings["AzureFunctionsJobHost:extensions:blobs:maxDegreeOfParallelism"] = "3";
        var running = 0;
        var most = 0;
        var three = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        setup.Recorder.Behaviour = async call =>
        {
            var now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            if (now == 3)
                three.TrySetResult();
            await three.Task.WaitAsync(TestHost.Patience);
            // Requests keep the invocation running long enough for a fourth to show itself.
            for (var i = 0; i < 5; i++)
                await ((BlobClient)call.Arguments[0]!).DownloadContentAsync();
            Interlocked.Decrement(ref running);
            return null;
        };
        await new BlobContainerClient(setup.Storage, setup.Container).CreateAsync();
        for (var i = 0; i < 20; i++)
            await UploadAsync(setup, $"{i}.csv");

        await using var host = await TestHost.StartAsync(setup, Functions);
        for (var i = 0; i < 20; i++)
            await setup.Recorder.NextAsync();

        Assert.Equal(3, most);
    }

    [Fact]
    public async Task Blobs_are_delivered_in_the_order_in_which_they_were_written()
    {
        var setup = await OneAtATimeAsync();
        await new BlobContainerClient(setup.Storage, setup.Container).CreateAsync();
        var first = await UploadAsync(setup, "b.csv");
        var written = (await first.GetPropertiesAsync()).Value.LastModified;
        // Storage keeps whole seconds, so the second blob is written until it is later.
        BlobClient second;
        do
            second = await UploadAsync(setup, "a.csv");
        while ((await second.GetPropertiesAsync()).Value.LastModified == written);

        await using var host = await TestHost.StartAsync(setup, Functions);

        Assert.Equal("b.csv", (await setup.Recorder.NextAsync()).BlobName);
        Assert.Equal("a.csv", (await setup.Recorder.NextAsync()).BlobName);
    }

    [Fact]
    public async Task A_container_that_is_deleted_is_made_again()
    {
        var setup = await TestHost.Setup.CreateAsync();
        await using var host = await TestHost.StartAsync(setup, Functions);
        await host.Log.WaitForAsync("Host ready");
        var container = new BlobContainerClient(setup.Storage, setup.Container);

        await container.DeleteAsync();
        await host.Log.WaitForAsync("cannot be listed");

        // Uploads fail until the container is there.
        using var limit = new CancellationTokenSource(TestHost.Patience);
        while (!await container.ExistsAsync(limit.Token))
            await Task.Yield();
        await UploadAsync(setup, "a.csv");
        Assert.Equal("a.csv", (await setup.Recorder.NextAsync()).BlobName);
    }

    [Fact]
    public async Task A_missing_setting_of_a_path_stops_the_start_with_its_name()
    {
        var setup = await TestHost.Setup.CreateAsync();
        setup.Settings.Remove("Container");

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => TestHost.StartAsync(setup, Functions));

        Assert.Equal("\"%Container%/{name}\" refers to the setting \"Container\", which does not exist.", fault.Message);
    }

    private static async Task<TestHost.Setup> OneAtATimeAsync()
    {
        var setup = await TestHost.Setup.CreateAsync();
        setup.Settings["AzureFunctionsJobHost:extensions:blobs:maxDegreeOfParallelism"] = "1";
        return setup;
    }

    private static async Task<BlobClient> UploadAsync(TestHost.Setup setup, string name, string content = "x")
    {
        var container = new BlobContainerClient(setup.Storage, setup.Container);
        await container.CreateIfNotExistsAsync();
        var blob = container.GetBlobClient(name);
        await blob.UploadAsync(BinaryData.FromString(content), overwrite: true);
        return blob;
    }

    private static async Task<List<string>> PoisonMessagesAsync(TestHost.Setup setup)
    {
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        var queue = new QueueClient(setup.Storage, "webjobs-blobtrigger-poison", options);
        var messages = await queue.PeekMessagesAsync(maxMessages: 32);
        return [.. messages.Value.Select(m => m.Body.ToString()).Where(m => m.Contains(setup.Container, StringComparison.Ordinal))];
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); value > seen;)
        {
            var before = Interlocked.CompareExchange(ref target, value, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }
}
