using OrdosPipeline.Core;
using OrdosPipeline.Core.Health;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Infra.Tests.Bicep;
using OrdosPipeline.Storage;

namespace OrdosPipeline.Infra.Tests.Roles;

/// <summary>The roles of the app permit every request that its code makes.</summary>
public sealed class StorageCallTests
{
    [Fact]
    public async Task The_roles_of_the_app_permit_everything_that_its_code_asks_of_storage()
    {
        await using var system = await RecordedSystem.CreateAsync("tests", "TestPlans");
        await system.Get<Preparation>().RunAsync(CancellationToken.None);
        var good = await system.UploadAsync("statistics/a.csv", "指标编码,期间,数值,单位\nA1,2026年一季度,6.1,%\nA2,2026年1-6月,30,亿元\n");
        var bad = await system.UploadAsync("statistics/b.csv", "指标编码,期间,数值\nA1,2026年一季度,约5\n");
        await system.ProcessAsync(good);
        await system.ProcessAsync(bad);
        await system.UploadAsync("statistics/c.csv", "指标编码,期间,数值\nA1,2026年1-6月,6.2\n");
        await system.Get<MissedSubmissions>().TakeUpAsync(CancellationToken.None);
        await system.Get<QuarterClosePipeline>().CloseDueAsync(CancellationToken.None);
        foreach (var table in TableNames.All.Where(table => table != TableNames.Audit))
            await system.Get<ITableReader>().ReadAsync(new TableQuestion { Table = table, Top = 1 }, CancellationToken.None);
        var quarter = new ReportingQuarter(2026, 1);
        var head = (await system.Get<ISummaryStore>().VersionsAsync("mini-16", quarter, CancellationToken.None))[^1];
        await using var report = await system.Get<ISummaryStore>().OpenReportAsync("mini-16", quarter, head.Version, "summary.json", CancellationToken.None);
        Assert.NotNull(report);
        var act = new AuditAct { Id = "1", At = DateTimeOffset.UtcNow, Actor = new Actor("someone", "administrator", "http"), Action = "publish", Subject = "2026Q1" };
        await system.Get<IAuditTrail>().BeginAsync(act, CancellationToken.None);
        await system.Get<IAuditTrail>().EndAsync(act, new AuditOutcome(act.At, After: null, Failure: null), CancellationToken.None);
        await LookAsync(system);

        Assert.Empty(RefusedTo(RoleAssignment.App, system));
        // The flows above have touched what the system has, so that the check is of something.
        var touched = system.Recording.Operations.Where(operation => operation.IsData).Select(operation => operation.On).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(TableNames.All.Concat([BlobNames.Incoming, BlobNames.Accepted, BlobNames.Feedback, BlobNames.Reports, BlobNames.Audit]).Except(touched));

        // What operators do at the command line.
        system.Recording.Operations.Clear();
        await system.Get<Rebuild>().RunAsync(_ => { }, CancellationToken.None);
        await LookAsync(system);
        await system.Get<IInbox>().UploadAsync("smoke-test/a.csv", new MemoryStream([1]), submittedBy: null, CancellationToken.None);
        Assert.Empty(RefusedTo(RoleAssignment.Operators, system));
        // Whoever may do less is refused something, so that the check can fail.
        Assert.NotEmpty(RefusedTo(RoleAssignment.Administrators, system));
        Assert.Contains(RefusedTo(RoleAssignment.App, system), operation => operation.On == BlobNames.Incoming);
    }

    [Fact]
    public async Task Where_containers_and_tables_exist_none_is_created()
    {
        await using var system = await RecordedSystem.CreateAsync("tests", "TestPlans");
        await system.Get<IStorageMaintenance>().EnsureCreatedAsync(CancellationToken.None);
        Assert.NotEmpty(system.Recording.Operations);
        Assert.DoesNotContain(system.Recording.Operations, operation => operation.IsWrite);
    }

    /// <summary>What health asks.</summary>
    private static async Task LookAsync(RecordedSystem system)
    {
        var probe = new StorageProbe(system.Get<StorageClients>());
        foreach (var service in Enum.GetValues<StorageService>())
            Assert.Equal(StorageFault.None, (await probe.AskAsync(service, CancellationToken.None)).Fault);
        await system.Get<Backlog>().ReadAsync(CancellationToken.None);
        await system.Get<IEnumerable<IHealthProbe>>().OfType<SummariesHealth>().Single().LookAsync(CancellationToken.None);
    }

    private static List<(string On, string Permission)> RefusedTo(string who, RecordedSystem system)
    {
        var access = new Access(Deployment.Flex);
        return
        [
            .. system.Recording.Operations.Select(operation => (operation.On, operation.Permission, operation.IsData)).Distinct()
                .Where(operation => !(operation.IsData
                    ? access.May(who, operation.On, new DataRequest(operation.Permission, new Dictionary<string, string>()))
                    : access.MayManage(who, operation.On, operation.Permission)))
                .Select(operation => (operation.On, operation.Permission)),
        ];
    }
}
