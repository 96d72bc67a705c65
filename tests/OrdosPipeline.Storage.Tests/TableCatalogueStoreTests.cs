using Azure.Data.Tables;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Storage.Tests;

public sealed class TableCatalogueStoreTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task The_table_holds_exactly_the_catalogue()
    {
        var (storage, store, _) = await CreateAsync();
        var plan = TestPlan.Ordos14();
        await store.WriteAsync(plan, None);
        var rows = (await storage.RowsAsync(TableNames.Catalogue)).ToLookup(row => row.GetString("Kind"));
        Assert.Equal(plan.Indicators.Select(indicator => indicator.Id).Order(StringComparer.Ordinal), rows["indicator"].Select(row => row.RowKey));
        Assert.Equal(plan.Projects.Count, rows["project"].Count());
        Assert.Equal(plan.Projects.Sum(project => project.Quantities.Count), rows["quantity"].Count());
        Assert.Equal(plan.Units.All.Select(unit => unit.Symbol).Order(StringComparer.Ordinal), rows["unit"].Select(row => row.GetString("Id")).Order(StringComparer.Ordinal));
        Assert.Equal(plan.Departments.Count, rows["department"].Count());
        Assert.Equal(plan.Regions.Count, rows["region"].Count());
        Assert.Single(rows["plan"]);
    }

    [Fact]
    public async Task Unchanged_it_writes_nothing()
    {
        var (_, store, writes) = await CreateAsync();
        await store.WriteAsync(TestPlan.Mini16(), None);
        var before = writes.Writes;
        await store.WriteAsync(TestPlan.Mini16(), None);
        Assert.Equal(before, writes.Writes);
    }

    [Fact]
    public async Task Two_plans_stand_side_by_side_and_rows_that_are_gone_go()
    {
        var (storage, store, _) = await CreateAsync();
        await store.WriteAsync(TestPlan.Ordos14(), None);
        await store.WriteAsync(TestPlan.Mini16(), None);
        var table = storage.Clients.Table(TableNames.Catalogue);
        var expected = await storage.DumpAsync(TableNames.Catalogue);
        await table.AddEntityAsync(new TableEntity("mini-16|indicator", "gone"));
        await table.AddEntityAsync(new TableEntity("mini-16|assigned", "kept"));
        await table.UpsertEntityAsync(CatalogueRows.Plan(TestPlan.Mini16(), "other"), TableUpdateMode.Replace);
        await store.WriteAsync(TestPlan.Mini16(), None);
        await table.DeleteEntityAsync("mini-16|assigned", "kept");
        Assert.Equal(expected, await storage.DumpAsync(TableNames.Catalogue));
    }

    [Fact]
    public async Task A_run_cut_off_at_any_write_never_passes_for_done()
    {
        for (var write = 1; ; write++)
        {
            var storage = await TestStorage.CreateAsync([TableNames.Catalogue]);
            var expected = TestStorage.Line(CatalogueRows.Plan(TestPlan.Mini16(), CatalogueRows.Digest(TestPlan.Mini16(), CatalogueRows.Of(TestPlan.Mini16()))));
            await storage.Clients.Table(TableNames.Catalogue).AddEntityAsync(CatalogueRows.Plan(TestPlan.Mini16(), "before"));
            var crashed = false;
            try
            {
                await new TableCatalogueStore(storage.Through(new CrashPolicy(number => number == write ? Crash.After : Crash.No))).WriteAsync(TestPlan.Mini16(), None);
            }
            catch (CrashException)
            {
                crashed = true;
            }

            await new TableCatalogueStore(storage.Clients).WriteAsync(TestPlan.Mini16(), None);
            var rows = await storage.RowsAsync(TableNames.Catalogue);
            Assert.Equal(CatalogueRows.Of(TestPlan.Mini16()).Sum(kind => kind.Count()) + 1, rows.Count);
            Assert.Contains(expected, rows.Select(TestStorage.Line));
            if (!crashed)
                return;
        }
    }

    private static async Task<(TestStorage, TableCatalogueStore, CrashPolicy)> CreateAsync()
    {
        var storage = await TestStorage.CreateAsync([TableNames.Catalogue]);
        var policy = new CrashPolicy(_ => Crash.No);
        return (storage, new TableCatalogueStore(storage.Through(policy)), policy);
    }
}
