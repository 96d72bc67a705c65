using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation;

/// <summary>Keeps what passed every other rule and finds what stands more than once.</summary>
/// <param name="saysOf">What an item says, in an order of its own; equal statements are a repetition, others a conflict.</param>
internal sealed class RepeatFinder<TItem>(Func<TItem, IReadOnlyList<Statement>> saysOf)
{
    private readonly List<Entry> entries = [];
    private readonly Dictionary<string, int> firstByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<int>> repeats = [];
    private readonly HashSet<int> dropped = [];

    /// <param name="key">What it is about.</param>
    /// <param name="subject">The same in words.</param>
    /// <param name="item">What is kept.</param>
    /// <param name="cell">Where it stands.</param>
    /// <param name="sheetIndex">Its sheet.</param>
    /// <param name="sheet">The sheet's name.</param>
    public void Add(string key, string subject, TItem item, Written cell, int sheetIndex, string? sheet)
    {
        var index = entries.Count;
        entries.Add(new Entry(subject, item, cell, sheetIndex, sheet));
        if (firstByKey.TryAdd(key, index))
            return;
        var first = firstByKey[key];
        if (!repeats.TryGetValue(first, out var group))
            repeats[first] = group = [first];
        group.Add(index);
    }

    /// <summary>Adds what the rules between rows find, once everything is in.</summary>
    public void Report(FindingList findings, CheckContext context)
    {
        foreach (var group in repeats.Values)
        {
            var says = group.ToDictionary(index => index, index => saysOf(entries[index].Item));
            // Who differs from the first differs from all that say the same as it: a million equal rows are looked at once each.
            var firstOther = group.FindIndex(other => Statement.Differences(says[group[0]], says[other]).Count > 0);
            foreach (var index in group)
            {
                // The first that says something else, or the first at all.
                var differing = firstOther < 0 ? -1 : Statement.Differences(says[index], says[group[0]]).Count > 0 ? 0 : firstOther;
                var otherIndex = differing >= 0 ? group[differing] : index == group[0] ? group[1] : group[0];
                var (entry, other) = (entries[index], entries[otherIndex]);
                var subject = new RepeatSubject(
                    entry.Cell, other.Cell, other.SheetIndex == entry.SheetIndex ? null : other.Sheet, entry.Subject, index == group[0], Statement.Differences(says[index], says[otherIndex]));
                foreach (var rule in RuleBook.Between)
                {
                    if (rule.Find(subject, context) is not { } fault)
                        continue;
                    findings.Add(rule, entry.SheetIndex, entry.Sheet, fault);
                    dropped.Add(index);
                }
            }
        }
    }

    /// <summary>What is neither a repetition nor in conflict.</summary>
    public IReadOnlyList<TItem> Kept()
    {
        var kept = new List<TItem>(entries.Count - dropped.Count);
        for (var index = 0; index < entries.Count; index++)
        {
            if (!dropped.Contains(index))
                kept.Add(entries[index].Item);
        }

        return kept;
    }

    private sealed record Entry(string Subject, TItem Item, Written Cell, int SheetIndex, string? Sheet);
}
