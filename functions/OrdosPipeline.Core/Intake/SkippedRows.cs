namespace OrdosPipeline.Core.Intake;

/// <summary>Rows that were left out: all are counted, the first are listed. A long export may leave out a million.</summary>
public sealed class SkippedRows
{
    /// <summary>More than anybody reads; a long export has as many headings as years.</summary>
    public const int MostListed = 200;

    private readonly List<SkippedRow> first = [];
    private readonly Dictionary<SkipReason, (int Count, SkippedRow First)> byReason = [];

    /// <summary>Of all.</summary>
    public int Count { get; private set; }

    /// <summary>At most <see cref="MostListed"/>.</summary>
    public IReadOnlyList<SkippedRow> First => first;

    /// <summary>How many rows were left out for a reason.</summary>
    public int CountOf(SkipReason reason) => byReason.GetValueOrDefault(reason).Count;

    /// <summary>The first row that was left out for a reason; null where none was.</summary>
    public SkippedRow? FirstOf(SkipReason reason) => byReason.TryGetValue(reason, out var known) ? known.First : null;

    internal void Add(SkippedRow row)
    {
        Count++;
        if (first.Count < MostListed)
            first.Add(row);
        byReason[row.Reason] = byReason.TryGetValue(row.Reason, out var known) ? (known.Count + 1, known.First) : (1, row);
    }
}
