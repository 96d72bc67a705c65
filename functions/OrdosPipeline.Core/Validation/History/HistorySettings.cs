namespace OrdosPipeline.Core.Validation.History;

/// <summary>From when on a value is far from the trend. Nothing official says so; the finding names what was applied.</summary>
public sealed record HistorySettings
{
    public static HistorySettings Default { get; } = new();

    /// <summary>
    /// The robust score from which on a change is unusual. The usual 3.5 (Iglewicz and Hoaglin, 1993) is for long series: of
    /// ordinary changes drawn from a normal distribution it would report 4.5 % where only eight are known, and 5 reports 1.8 %.
    /// </summary>
    /// <value>Default 5.</value>
    public decimal TrendScore { get; init; } = 5;

    /// <summary>How many earlier changes a trend needs at least.</summary>
    /// <value>Default 8.</value>
    public int TrendPoints { get; init; } = 8;
}
