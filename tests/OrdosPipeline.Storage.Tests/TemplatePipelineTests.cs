using System.Globalization;
using Azure.Storage.Blobs.Models;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Documents.Templates;
using OrdosPipeline.Storage.Queries;

namespace OrdosPipeline.Storage.Tests;

public sealed class TemplatePipelineTests
{
    private static readonly PlanCatalogue Plan = TestStorage.Plans.All[0];

    [Fact]
    public async Task Every_expected_department_gets_a_template_which_is_written_again_only_when_something_is_new()
    {
        var storage = await TestStorage.CreateAsync();
        var pipeline = Pipeline(storage, "2027-01-05T02:00+08:00");

        var first = await pipeline.WriteDueAsync(CancellationToken.None);
        Assert.Equal(
            Completeness.Of(Plan, new ReportingQuarter(2026, 4), [], new CompletenessSettings()).Where(d => d.IsExpected).Select(d => $"{d.Department}/{Plan.Id}/{d.Name}2026年四季度填报模板.xlsx"),
            first);
        var blobs = await BlobsAsync(storage);
        Assert.Equal(first.Order(StringComparer.Ordinal), blobs.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(await pipeline.WriteDueAsync(CancellationToken.None));
        Assert.Equal(blobs, await BlobsAsync(storage));

        var reported = Records.Create("works/a.xlsx", Verdict.Accepted, values: 1);
        await new TableObservationStore(storage.Clients, TestStorage.Plans).ApplyAsync([.. Normaliser.Observations(reported, Plan)], [], CancellationToken.None);
        Assert.Equal([first.Single(name => name.StartsWith("statistics/", StringComparison.Ordinal))], await pipeline.WriteDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task What_was_reported_last_is_the_latest_period_of_the_own_region_that_was_not_withdrawn()
    {
        var storage = await TestStorage.CreateAsync();
        var record = Records.Create("works/a.xlsx", Verdict.Accepted, values: 1);
        var value = record.Values[0] with { Indicator = "A1", Unit = "%" };
        record = record with
        {
            Values =
            [
                value with { Period = Period.Parse("2026Q2YTD"), Value = 7.1m }, value with { Period = Period.Parse("2026Q3YTD"), Value = 7.25m },
                value with { Period = Period.Parse("2026M10YTD"), Value = null }, value with { Period = Period.Parse("2026M11YTD"), Value = 9, Region = Plan.Regions[1].Code },
            ],
        };
        await new TableObservationStore(storage.Clients, TestStorage.Plans).ApplyAsync(
            [.. Normaliser.Observations(record, Plan)], [.. Normaliser.ProjectReports(record, Plan)], CancellationToken.None);
        var pipeline = Pipeline(storage, "2027-01-05T02:00+08:00");

        var statistics = await pipeline.OfAsync(Plan, Plan.FindDepartment("statistics")!, new ReportingQuarter(2026, 4), CancellationToken.None);
        Assert.Equal([("A1", new LastValue(Period.Parse("2026Q3YTD"), 7.25m))], statistics.Last!.Values.Select(pair => (pair.Key, pair.Value)));
        var works = await pipeline.OfAsync(Plan, Plan.FindDepartment(Plan.FindProject("B2")!.Department)!, new ReportingQuarter(2026, 4), CancellationToken.None);
        Assert.Equal(new LastProjectReport(Period.Parse("2026Q3"), ProjectState.UnderConstruction, 45.5m, 1.2m), works.Last!.Projects["B2"]);
    }

    [Fact]
    public async Task Outside_the_years_of_every_plan_nothing_is_due()
    {
        var storage = await TestStorage.CreateAsync();

        Assert.Empty(await Pipeline(storage, "2025-12-05T02:00+08:00").WriteDueAsync(CancellationToken.None));
        Assert.Empty(await BlobsAsync(storage));
    }

    private static TemplatePipeline Pipeline(TestStorage storage, string now) => new(
        TestStorage.Plans, new TemplateWorkbook(), new TableReader(storage.Clients, TestStorage.Plans), new BlobTemplates(storage.Clients), new CompletenessSettings(), new FixedClock(now));

    private static async Task<Dictionary<string, DateTimeOffset?>> BlobsAsync(TestStorage storage)
    {
        var blobs = new Dictionary<string, DateTimeOffset?>(StringComparer.Ordinal);
        await foreach (BlobItem blob in storage.Clients.Container(BlobNames.Templates).GetBlobsAsync())
            blobs[blob.Name] = blob.Properties.LastModified;
        return blobs;
    }

    private sealed class FixedClock(string now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.Parse(now, CultureInfo.InvariantCulture).ToUniversalTime();
    }
}
