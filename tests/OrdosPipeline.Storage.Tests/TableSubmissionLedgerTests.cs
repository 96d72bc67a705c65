using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Storage.Tests;

public sealed class TableSubmissionLedgerTests
{
    private static readonly DateTimeOffset Start = new(2026, 10, 12, 8, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task An_entry_comes_back_as_it_was()
    {
        var ledger = await CreateAsync();
        var entry = Entry(SubmissionState.Applied) with { Department = "不明/部门", SubmittedBy = "张三", Path = "不明/部门/三季度 #1?.xlsx" };
        await ledger.AdvanceAsync(entry, None);
        var found = (await ledger.FindAsync("不明/部门", entry.Id, None))!;
        Assert.Equal(entry.FindingCounts, found.FindingCounts);
        Assert.Equal(entry.Quarters, found.Quarters);
        Assert.Equal(entry, found with { FindingCounts = entry.FindingCounts, Quarters = entry.Quarters });
        Assert.Null(await ledger.FindAsync("不明", entry.Id, None));
    }

    [Fact]
    public async Task Entries_are_listed_by_department()
    {
        var ledger = await CreateAsync();
        await ledger.AdvanceAsync(Entry(SubmissionState.Received), None);
        await ledger.AdvanceAsync(Entry(SubmissionState.Received) with { Id = "b", Department = "" }, None);
        Assert.Equal(["b"], await IdsAsync(""));
        Assert.Equal(["a"], await IdsAsync("works"));
        Assert.Equal(["b", "a"], await IdsAsync(null));

        async Task<List<string>> IdsAsync(string? department)
        {
            var ids = new List<string>();
            await foreach (var entry in ledger.ListAsync(department, None))
                ids.Add(entry.Id);
            return ids;
        }
    }

    [Theory]
    [InlineData(SubmissionState.Applied, SubmissionState.Checking, SubmissionState.Applied)]
    [InlineData(SubmissionState.Applied, SubmissionState.Failed, SubmissionState.Applied)]
    [InlineData(SubmissionState.Rejected, SubmissionState.Failed, SubmissionState.Rejected)]
    [InlineData(SubmissionState.Rejected, SubmissionState.Checking, SubmissionState.Rejected)]
    [InlineData(SubmissionState.Checking, SubmissionState.Failed, SubmissionState.Failed)]
    [InlineData(SubmissionState.Applying, SubmissionState.Failed, SubmissionState.Failed)]
    [InlineData(SubmissionState.Failed, SubmissionState.Received, SubmissionState.Received)]
    [InlineData(SubmissionState.Failed, SubmissionState.Applied, SubmissionState.Applied)]
    [InlineData(SubmissionState.Received, SubmissionState.Applying, SubmissionState.Applying)]
    public void A_state_only_advances(SubmissionState recorded, SubmissionState told, SubmissionState becomes) =>
        Assert.Equal(becomes, LedgerMerge.Advance(Entry(recorded), Entry(told)).State);

    [Fact]
    public void The_first_time_of_application_stays() =>
        Assert.Equal(Start, LedgerMerge.Advance(Entry(SubmissionState.Applied) with { AppliedAt = Start }, Entry(SubmissionState.Applied) with { AppliedAt = Start.AddDays(1) }).AppliedAt);

    [Fact]
    public void An_outcome_is_not_lost_to_an_entry_without_one()
    {
        var merged = LedgerMerge.Advance(Entry(SubmissionState.Failed), Bare(SubmissionState.Checking));
        Assert.Equal((SubmissionState.Checking, Verdict.AcceptedWithWarnings, 7, "mini-16"), (merged.State, merged.Verdict, merged.Values, merged.Plan));
    }

    [Fact]
    public async Task Failures_count_until_the_limit_and_anew_after_progress()
    {
        var ledger = await CreateAsync();
        var entry = Bare(SubmissionState.Checking);
        await ledger.AdvanceAsync(entry, None);
        foreach (var (tries, state) in new[] { (1, SubmissionState.Checking), (2, SubmissionState.Checking), (3, SubmissionState.Failed), (4, SubmissionState.Failed) })
        {
            await ledger.RecordFailureAsync(entry, $"failure {tries}", limit: 3, None);
            var recorded = (await ledger.FindAsync(entry.Department, entry.Id, None))!;
            Assert.Equal((tries, state, $"failure {tries}"), (recorded.FailedTries, recorded.State, recorded.LastFailure));
        }

        await ledger.AdvanceAsync(entry with { State = SubmissionState.Accepted }, None);
        var advanced = (await ledger.FindAsync(entry.Department, entry.Id, None))!;
        Assert.Equal((0, SubmissionState.Accepted, null), (advanced.FailedTries, advanced.State, advanced.LastFailure));
    }

    [Fact]
    public async Task A_failure_of_an_unknown_submission_is_recorded_and_one_of_an_applied_submission_is_not()
    {
        var ledger = await CreateAsync();
        await ledger.RecordFailureAsync(Bare(SubmissionState.Received), "failure", limit: 5, None);
        Assert.Equal(1, (await ledger.FindAsync("works", "a", None))!.FailedTries);
        await ledger.AdvanceAsync(Entry(SubmissionState.Applied), None);
        await ledger.RecordFailureAsync(Bare(SubmissionState.Received), "failure", limit: 1, None);
        Assert.Equal(SubmissionState.Applied, (await ledger.FindAsync("works", "a", None))!.State);
    }

    [Fact]
    public async Task Told_at_random_and_at_the_same_time_the_ledger_never_goes_back()
    {
        for (var seed = 1; seed <= 15; seed++)
        {
            var random = new Random(seed);
            var ledger = await CreateAsync();
            var seen = new List<SubmissionState>();
            SubmissionState[] line = [SubmissionState.Received, SubmissionState.Checking, SubmissionState.Accepted, SubmissionState.Applying, SubmissionState.Applied];
            var tellers = Enumerable.Range(0, 4).Select(_ => line.OrderBy(_ => random.Next()).ToList()).ToList();
            var telling = Task.WhenAll(tellers.Select(async states =>
            {
                foreach (var state in states)
                    await ledger.AdvanceAsync(Entry(state) with { AppliedAt = state == SubmissionState.Applied ? Start : null }, None);
            }));
            while (!telling.IsCompleted)
            {
                if (await ledger.FindAsync("works", "a", None) is { } entry)
                    seen.Add(entry.State);
            }

            await telling;
            Assert.Equal(seen.Order(), seen);
            Assert.Equal(SubmissionState.Applied, (await ledger.FindAsync("works", "a", None))!.State);
        }
    }

    [Fact]
    public async Task No_failure_told_at_the_same_time_is_lost()
    {
        var ledger = await CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(number => ledger.RecordFailureAsync(Bare(SubmissionState.Checking), $"{number}", limit: 100, None)));
        Assert.Equal(12, (await ledger.FindAsync("works", "a", None))!.FailedTries);
    }

    private static async Task<TableSubmissionLedger> CreateAsync() => new((await TestStorage.CreateAsync([TableNames.Submissions])).Clients, TestStorage.Plans);

    private static LedgerEntry Bare(SubmissionState state) => new()
    {
        Id = "a",
        Department = "works",
        Path = "works/a.xlsx",
        ETag = "0x1",
        UploadedAt = Start,
        Bytes = 5_000_000_000,
        State = state,
    };

    private static LedgerEntry Entry(SubmissionState state) => Bare(state) with
    {
        Plan = "mini-16",
        Sha256 = "00ff",
        Verdict = Verdict.AcceptedWithWarnings,
        CheckedAt = Start.AddSeconds(5),
        Errors = 0,
        Warnings = 2,
        Infos = 3,
        FindingCounts = new Dictionary<string, int> { [FindingCodes.RowsRepeat] = 2, [FindingCodes.UnitMissing] = 3 },
        Values = 7,
        ProjectRows = 1,
        Quarters = [new(2026, 2), new(2026, 3)],
    };
}
