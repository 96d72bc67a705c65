using System.Collections.Concurrent;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Documents.Tests.Reading;

/// <summary>Damaged files end in a verdict, whatever is damaged. The same damage on every run; many more of them by the command that tests/README.md tells.</summary>
public sealed class MutationTests
{
    private const int FirstSeed = 20230930;
    private const int Count = 2_000;

    [Fact]
    public void A_damaged_file_ends_in_a_verdict()
    {
        var outcomes = new ConcurrentBag<MutationOutcome>();
        MutationRun.Run(FirstSeed, Count, outcomes.Add);

        var wrong = outcomes.Where(outcome => outcome.Wrong is not null).OrderBy(outcome => outcome.Seed).Select(outcome => $"seed {outcome.Seed}, {outcome.File}, {outcome.Kind}: {outcome.Wrong}");
        Assert.Equal("", string.Join('\n', wrong));
        Assert.Equal(Count, outcomes.Count);

        // A sample that no longer reaches what it is for would prove nothing.
        Assert.All(Enum.GetValues<MutationKind>(), kind => Assert.True(outcomes.Count(outcome => outcome.Kind == kind) > Count / 50, $"{kind} is rare."));
        Assert.True(outcomes.Count(outcome => outcome.End is "Accepted" or "AcceptedWithWarnings" or "Rejected") > Count / 5, "Hardly any file can still be opened.");
    }

    [Fact]
    public void The_same_seed_makes_the_same_damage()
    {
        var file = TestFile.Of("Layouts/WideByPeriod.xlsx").Bytes();

        Assert.All(Enumerable.Range(1, 50), seed => Assert.Equal(new FileMutator(seed).Mutate(file).Damaged, new FileMutator(seed).Mutate(file).Damaged));
        Assert.True(Enumerable.Range(1, 50).Select(seed => Convert.ToHexString(new FileMutator(seed).Mutate(file).Damaged)).Distinct().Count() > 45);
    }
}
