using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>Who set a target.</summary>
public enum TargetSource
{
    /// <summary>The plan itself.</summary>
    Plan,

    /// <summary>下达目标: a higher authority, after the plan was written.</summary>
    Assigned,

    /// <summary>规划调整: an approved change of the plan.</summary>
    Adjusted,

    /// <summary>An annual plan.</summary>
    Annual,
}

/// <summary>A target that replaces the plan's for assessments from one quarter on, over the whole horizon.</summary>
public sealed record TargetInForce
{
    public required TargetSource Source { get; init; }

    /// <summary>The first quarter whose assessments use it.</summary>
    public required ReportingQuarter EffectiveFrom { get; init; }

    public required Basis Basis { get; init; }

    public required Comparator Comparator { get; init; }

    /// <summary>In the catalogue's unit; null only for a milestone.</summary>
    public decimal? Low { get; init; }

    /// <summary>Equal to <see cref="Low"/> unless the comparator is a range.</summary>
    public decimal? High { get; init; }

    /// <summary>Id of the decision that set it; null where none stands behind it.</summary>
    public string? Decision { get; init; }

    /// <summary>What makes the target unusable for an indicator; empty when nothing does. <see cref="ProgressCalculator"/> judges by no target that has a problem.</summary>
    public IReadOnlyList<string> ProblemsFor(Indicator indicator) => TargetRules.Problems(ApplyTo(indicator));

    /// <summary>The indicator as if the catalogue stated this target.</summary>
    internal Indicator ApplyTo(Indicator indicator) => indicator with
    {
        Basis = Basis,
        Comparator = Comparator,
        TargetLow = Low,
        TargetHigh = High,
        External = false,
    };
}
