using OrdosPipeline.Core;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Storage.Tests;

/// <summary>Decisions are documents that are never changed, and rows of the catalogue's table made of them.</summary>
public sealed class BlobDecisionStoreTests
{
    private const string Header = "kind,indicator,low,comparator,effective,authority,document,date,reason,period";
    private const string Adjusted = "adjusted,A2,900,>=,2027Q1,市委,临发〔2026〕1号,2026-12-05,调整,";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Actor Li = new("li", "administrator", "cli");

    [Fact]
    public async Task Recorded_again_the_first_time_and_name_stay()
    {
        var (record, storage, clock) = await CreateAsync();
        var first = Assert.Single((await record.RecordAsync(TestPlan.Mini16(), Table(Adjusted), Li, None)).Recorded);
        var rows = await storage.DumpAsync(TableNames.Catalogue);
        clock.Now = clock.Now.AddDays(1);
        var again = Assert.Single((await record.RecordAsync(TestPlan.Mini16(), Table(Adjusted), new Actor("wang", "administrator", "http"), None)).Recorded);
        Assert.Equal(first, again);
        Assert.Equal("li", again.RecordedBy);
        Assert.Equal([first], await new BlobDecisionStore(storage.Clients).ListAsync("mini-16", None));
        Assert.Equal(rows, await storage.DumpAsync(TableNames.Catalogue));
        Assert.Equal(2, (await storage.RowsAsync(TableNames.Audit)).Count);
    }

    [Fact]
    public async Task Later_decisions_stand_beside_earlier_ones_and_the_rows_say_what_the_documents_say()
    {
        var (record, storage, clock) = await CreateAsync();
        await record.RecordAsync(TestPlan.Mini16(), Table(Adjusted, "baseline,A5,3,,,,,,,2025"), Li, None);
        clock.Now = clock.Now.AddDays(1);
        await record.RecordAsync(TestPlan.Mini16(), Table("adjusted,A2,950,>=,2027Q1,市委,临发〔2027〕1号,2027-01-05,再次调整,"), Li, None);
        var rows = (await storage.RowsAsync(TableNames.Catalogue)).Where(row => row.GetString("Kind") == "decision").ToList();
        Assert.Equal(3, rows.Count);
        var latest = rows.Single(row => row.GetString("DocumentNumber") == "临发〔2027〕1号");
        Assert.Equal(
            ("工业投资", "adjusted", "2027Q1", "950", "900", "li", "市委", "再次调整"),
            (latest.GetString("Name"), latest.GetString("Decision"), latest.GetString("EffectiveFrom"), latest.GetString("TargetLowText"), latest.GetString("ReplacedLowText"),
             latest.GetString("RecordedBy"), latest.GetString("Authority"), latest.GetString("Reason")));
        Assert.Equal(("2025", "3"), (rows.Single(row => row.GetString("Decision") == "baseline").GetString("BaselinePeriod"), rows.Single(row => row.GetString("Decision") == "baseline").GetString("BaselineValueText")));
    }

    [Fact]
    public async Task Of_a_faulty_table_nothing_is_recorded()
    {
        var (record, storage, _) = await CreateAsync();
        var recording = await record.RecordAsync(TestPlan.Mini16(), Table(Adjusted, "adjusted,A9,1,>=,2027Q1,市委,X,2026-12-05,R,"), Li, None);
        Assert.Equal(3, Assert.Single(recording.Problems).LineNumber);
        Assert.Empty(await new BlobDecisionStore(storage.Clients).ListAsync("mini-16", None));
        Assert.Empty(await storage.RowsAsync(TableNames.Audit));
    }

    private static CatalogueTable Table(params string[] rows) =>
        new("t.csv", Header.Split(','), [.. rows.Select((row, index) => new CatalogueRecord(index + 2, row.Split(',')))]);

    private static async Task<(DecisionRecord Record, TestStorage Storage, Clock Clock)> CreateAsync()
    {
        var storage = await TestStorage.CreateAsync();
        var clock = new Clock();
        var record = new DecisionRecord(
            new BlobDecisionStore(storage.Clients), new TableCatalogueStore(storage.Clients), new Administration(new AuditTrail(storage.Clients), clock), clock);
        return (record, storage, clock);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 12, 8, 1, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
