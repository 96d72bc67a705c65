using System.Globalization;
using System.Text;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Documents;
using OrdosPipeline.Storage;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Infra.Tests.Roles;

/// <summary>The app's flows over Azurite, with every request written down. Uploads, which departments make, are not.</summary>
internal sealed class RecordedSystem : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly ServiceProvider department;

    private RecordedSystem(StorageOptions options, string plans)
    {
        Recording = new RecordingPolicy(options.Prefix);
        var tables = new TableClientOptions();
        tables.AddPolicy(Recording, HttpPipelinePosition.PerCall);
        var blobs = new BlobClientOptions();
        blobs.AddPolicy(Recording, HttpPipelinePosition.PerCall);
        services = Services(options, plans).AddSingleton(_ => new StorageClients(options, tables, blobs)).BuildServiceProvider();
        department = Services(options, plans).BuildServiceProvider();
    }

    public RecordingPolicy Recording { get; }

    /// <param name="plans">Folder of plan folders, from the top of the checkout.</param>
    public static async Task<RecordedSystem> CreateAsync(params string[] plans)
    {
        var system = new RecordedSystem(
            new StorageOptions { ConnectionString = await AzuriteFixture.ConnectionStringAsync(), Prefix = AzuriteFixture.UniqueName("i") }, Checkout.PathOf(plans));
        // As in Azure, where the templates have created everything.
        await system.department.GetRequiredService<IStorageMaintenance>().EnsureCreatedAsync(CancellationToken.None);
        return system;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async Task<string> UploadAsync(string path, string csv)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        await department.GetRequiredService<IInbox>().UploadAsync(path, content, submittedBy: null, CancellationToken.None);
        return path;
    }

    /// <summary>What the two blob triggers do.</summary>
    public async Task ProcessAsync(string path)
    {
        var recorded = await Get<SubmissionPipeline>().ArriveAsync(path, CancellationToken.None);
        var header = recorded!.Submission;
        if (recorded.Verdict != Core.Validation.Verdict.Rejected)
            await Get<SubmissionPipeline>().ApplyAsync(BlobNames.AcceptedDocument(header.Plan, header.Department, header.Id), CancellationToken.None);
    }

    /// <summary>A return of one department: its quarterly indicators, in every region, until there are as many values as asked for.</summary>
    public static string Return(PlanCatalogue plan, string departmentCode, int values)
    {
        var text = new StringBuilder("指标编码,地区,期间,数值\n");
        var lines = from quarter in Enumerable.Range(1, 4)
                    from indicator in plan.Indicators
                    where indicator.Department == departmentCode && indicator.Series is null && indicator.PlausibleMin is not null && indicator.PlausibleMax is not null
                    from region in plan.Regions
                    let value = (indicator.PlausibleMin!.Value + indicator.PlausibleMax!.Value) / 2
                    select string.Create(CultureInfo.InvariantCulture, $"{indicator.Id},{region.Name},2023年1-{quarter * 3}月,{value}\n");
        foreach (var line in lines.Take(values))
            text.Append(line);
        return text.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await department.DisposeAsync();
    }

    private static IServiceCollection Services(StorageOptions options, string plans) =>
        new ServiceCollection().AddOrdosPipelines(name => name == "Plans" ? plans : null).AddOrdosStorage(options);
}
