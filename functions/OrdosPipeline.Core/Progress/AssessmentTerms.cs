namespace OrdosPipeline.Core.Progress;

/// <summary>What a series is judged with besides the catalogue: settings, targets set after the plan, a loaded baseline.</summary>
public sealed record AssessmentTerms
{
    public static AssessmentTerms Default { get; } = new();

    public ProgressSettings Settings { get; init; } = ProgressSettings.Default;

    /// <summary>GB/T 2260 code; null for the city.</summary>
    public string? Region { get; init; }

    /// <summary>Every target ever set for this indicator and region after the plan was written. Of several with one effective quarter the last counts.</summary>
    public IReadOnlyList<TargetInForce> Targets { get; init; } = [];

    /// <summary>Used where the catalogue has no baseline.</summary>
    public LoadedBaseline? Baseline { get; init; }
}
