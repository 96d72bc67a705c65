using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>One indicator against the target of the quarter's year (年度计划), beside the assessment of the five-year path.</summary>
public sealed record AnnualAssessment
{
    /// <summary>Id.</summary>
    public required string Indicator { get; init; }

    public required string Region { get; init; }

    public required int Year { get; init; }

    public required TargetBounds Target { get; init; }

    /// <summary>Id of the decision that set the target.</summary>
    public required string Decision { get; init; }

    /// <summary>
    /// Achieved, missed, held or breached by the whole year's figure; before it is known ahead, on-schedule, behind or
    /// far-behind by the part of the year, or due; no-data without any figure of the year.
    /// </summary>
    public required AssessmentStatus Status { get; init; }

    /// <summary>The year's own figure as far as it is known, in the catalogue's unit.</summary>
    public decimal? Value { get; init; }

    public Period? ValuePeriod { get; init; }

    /// <summary>Of an amount: the amount so far to the share of the target that the part of the year calls for.</summary>
    public decimal? Ratio { get; init; }

    /// <summary>The cells behind the figure.</summary>
    public IReadOnlyList<SeriesPoint> Used { get; init; } = [];
}
