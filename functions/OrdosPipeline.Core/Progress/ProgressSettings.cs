namespace OrdosPipeline.Core.Progress;

/// <summary>
/// The numbers that METHODOLOGY.md leaves to the user. No authority publishes a threshold for 快于预期 or 慢于预期,
/// so these are the product's own and are printed in every report.
/// </summary>
public sealed record ProgressSettings
{
    public static ProgressSettings Default { get; } = new();

    /// <summary>At or above this ratio of progress to schedule an indicator is ahead.</summary>
    public decimal AheadRatio { get; init; } = 1.05m;

    /// <summary>At or above this ratio it is on schedule.</summary>
    public decimal OnScheduleRatio { get; init; } = 0.95m;

    /// <summary>At or above this ratio it is behind; below it, far behind.</summary>
    public decimal BehindRatio { get; init; } = 0.60m;

    /// <summary>How far from a target of 左右 a value may lie, as a fraction of the target.</summary>
    public decimal ApproximateTolerance { get; init; } = 0.05m;

    /// <summary>An indicator that is reported quarterly is stale when its data are older than this many quarters.</summary>
    public decimal StaleQuarterly { get; init; } = 2;

    /// <summary>The same for an indicator that is reported yearly, also in quarters.</summary>
    public decimal StaleYearly { get; init; } = 5;
}
