namespace OrdosPipeline.Core.Plan;

/// <summary>The words by which the files of a plan folder write a choice, read and written by the same list.</summary>
public static class CatalogueWords
{
    public static IReadOnlyList<(string Word, Basis Value)> Bases { get; } =
    [
        ("level", Basis.Level), ("hold", Basis.Hold), ("avg_growth", Basis.AverageGrowth), ("cumulative", Basis.Cumulative),
        ("change", Basis.Change), ("per_year", Basis.PerYear), ("milestone", Basis.Milestone),
    ];

    public static IReadOnlyList<(string Word, Comparator Value)> Comparators { get; } =
    [
        ("none", Comparator.None), (">=", Comparator.AtLeast), ("<=", Comparator.AtMost), (">", Comparator.MoreThan),
        ("<", Comparator.LessThan), ("=", Comparator.Equal), ("~", Comparator.About), ("range", Comparator.Range),
    ];

    public static IReadOnlyList<(string Word, TensionKind Value)> TensionKinds { get; } =
    [
        ("two-targets", TensionKind.TwoTargets), ("parts", TensionKind.Parts), ("headline-table", TensionKind.HeadlineTable),
        ("baseline", TensionKind.Baseline), ("date", TensionKind.Date), ("number", TensionKind.Number), ("scope", TensionKind.Scope),
    ];

    /// <summary>Such as <c>avg_growth</c>.</summary>
    public static string Word(this Basis basis) => Bases.First(pair => pair.Value == basis).Word;

    /// <summary>Such as <c>&gt;=</c>.</summary>
    public static string Sign(this Comparator comparator) => Comparators.First(pair => pair.Value == comparator).Word;

    /// <summary>Such as <c>two-targets</c>.</summary>
    public static string Code(this TensionKind kind) => TensionKinds.First(pair => pair.Value == kind).Word;
}
