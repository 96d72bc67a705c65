using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation;

/// <summary>Keeps what passed every other rule and finds what stands more than once.</summary>
internal sealed class RepeatFinder<TItem>
{
    private readonly List<Entry> entries = [];
    private readonly Dictionary<string, int> firstByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<int>> repeats = [];
    private readonly HashSet<int> dropped = [];

    /// <param name="key">What it is about.</param>
    /// <param name="subject">The same in words.</param>
    /// <param name="content">What it says; equal contents are a repetition, others a conflict.</param>
    /// <param name="item">What is kept.</param>
    /// <param name="cell">Where it stands.</param>
    /// <param name="sheetIndex">Its sheet.</param>
    /// <param name="sheet">The sheet's name.</param>
    public void Add(string key, string subject, string content, TItem item, Written cell, int sheetIndex, string? sheet)
    {
        var index = entries.Count;
        entries.Add(new Entry(subject, content, item, cell, sheetIndex, sheet));
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
            var allEqual = group.TrueForAll(index => entries[index].Content == entries[group[0]].Content);
            foreach (var index in group)
            {
                var (entry, other) = (entries[index], entries[index == group[0] ? group[1] : group[0]]);
                var subject = new RepeatSubject(
                    entry.Cell, other.Cell, other.SheetIndex == entry.SheetIndex ? null : other.Sheet, entry.Subject, index == group[0], allEqual);
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

    private sealed record Entry(string Subject, string Content, TItem Item, Written Cell, int SheetIndex, string? Sheet);
}
