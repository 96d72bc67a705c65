using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Storage.Tests;

/// <summary>A system of its own in the tests' storage.</summary>
internal sealed class TestStorage
{
    private TestStorage(StorageOptions options)
    {
        Options = options;
        Clients = new StorageClients(options);
    }

    public static PlanLibrary Plans { get; } = new([TestPlan.Mini16()]);

    public StorageOptions Options { get; }

    public StorageClients Clients { get; }

    public static async Task<TestStorage> CreateAsync()
    {
        var storage = await EmptyAsync();
        await new StorageMaintenance(storage.Clients, new TableSubmissionLedger(storage.Clients, Plans)).EnsureCreatedAsync(CancellationToken.None);
        return storage;
    }

    /// <summary>With the tables named and nothing else.</summary>
    public static async Task<TestStorage> CreateAsync(params IReadOnlyList<string> tables)
    {
        var storage = await EmptyAsync();
        foreach (var table in tables)
            await storage.Clients.Table(table).CreateAsync();
        return storage;
    }

    /// <summary>Clients of the same system whose requests to tables pass through a policy, before any retry.</summary>
    public StorageClients Through(HttpPipelinePolicy policy)
    {
        var options = new TableClientOptions();
        options.AddPolicy(policy, HttpPipelinePosition.PerCall);
        return new StorageClients(Options, options);
    }

    /// <summary>The same with requests to blobs.</summary>
    public StorageClients ThroughAll(HttpPipelinePolicy policy)
    {
        var (tables, blobs) = (new TableClientOptions(), new Azure.Storage.Blobs.BlobClientOptions());
        tables.AddPolicy(policy, HttpPipelinePosition.PerCall);
        blobs.AddPolicy(policy, HttpPipelinePosition.PerCall);
        return new StorageClients(Options, tables, blobs);
    }

    /// <summary>Every row of a table with every property but Timestamp and ETag, as text.</summary>
    public async Task<string> DumpAsync(string table)
    {
        var lines = new List<string>();
        await foreach (var entity in Clients.Table(table).QueryAsync<TableEntity>())
            lines.Add(Line(entity));
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    public async Task<List<TableEntity>> RowsAsync(string table)
    {
        var rows = new List<TableEntity>();
        await foreach (var entity in Clients.Table(table).QueryAsync<TableEntity>())
            rows.Add(entity);
        return rows;
    }

    public static string Line(TableEntity entity) => TableDump.Line(entity);

    private static async Task<TestStorage> EmptyAsync() =>
        new(new StorageOptions { ConnectionString = await AzuriteFixture.ConnectionStringAsync(), Prefix = AzuriteFixture.UniqueName("t") });
}

/// <summary>Cuts a run off: throws before or after a write of its choice, as a process that is killed there.</summary>
internal sealed class CrashPolicy(Func<int, Crash> decide) : HttpPipelinePolicy
{
    private int writes;

    public int Writes => writes;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var crash = message.Request.Method == RequestMethod.Get ? Crash.No : decide(Interlocked.Increment(ref writes));
        if (crash == Crash.Before)
            throw new CrashException();
        await ProcessNextAsync(message, pipeline);
        if (crash == Crash.After)
            throw new CrashException();
    }
}

internal enum Crash
{
    No,
    Before,
    After,
}

internal sealed class CrashException : Exception;
