using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>
/// One indicator's or project's progress at one quarter, with what it was computed from. Progress, schedule and ratio are
/// fractions; values, baseline, target and margin are in the catalogue's unit. What does not apply is null, and so is a
/// number beyond the range of <see cref="decimal"/>; the status is decided on exact numbers either way.
/// </summary>
public sealed record Assessment
{
    /// <summary>Id of the indicator; null for a project.</summary>
    public string? Indicator { get; init; }

    /// <summary>Id of the project; null for an indicator.</summary>
    public string? Project { get; init; }

    public required string Region { get; init; }

    public required ReportingQuarter Quarter { get; init; }

    public required Method Method { get; init; }

    public required AssessmentStatus Status { get; init; }

    /// <summary>Whether the data are older than the settings allow. The status stands all the same.</summary>
    public bool Stale { get; init; }

    /// <summary>From the latest data to the end of the quarter, in quarters.</summary>
    public decimal? Age { get; init; }

    /// <summary>What is judged.</summary>
    public decimal? Value { get; init; }

    public Period? ValuePeriod { get; init; }

    /// <summary>y0.</summary>
    public decimal? Baseline { get; init; }

    /// <summary>t0, in years since the start of the plan.</summary>
    public decimal? BaselineAt { get; init; }

    public BaselineSource? BaselineSource { get; init; }

    /// <summary>yT.</summary>
    public decimal? Target { get; init; }

    public TargetSource? TargetSource { get; init; }

    /// <summary>The whole target in force, with both ends of a range; null where there is no number.</summary>
    public TargetBounds? TargetBounds { get; init; }

    /// <summary>Id of the decision that set the target; null for the plan's own.</summary>
    public string? TargetDecision { get; init; }

    public decimal? Progress { get; init; }

    public decimal? Schedule { get; init; }

    public decimal? Ratio { get; init; }

    /// <summary>What each year that is left must bring: growth in per cent for M3, else the catalogue's unit a year.</summary>
    public decimal? NeededPace { get; init; }

    public Projection? Projection { get; init; }

    public SecondOpinion? SecondOpinion { get; init; }

    /// <summary>Distance to the nearest bound, for M2.</summary>
    public decimal? Margin { get; init; }

    /// <summary>The number of complete years whose amount met the target, for M6.</summary>
    public int? YearsMet { get; init; }

    public IReadOnlyList<int> MissingYears { get; init; } = [];

    public Evidence Evidence { get; init; } = Evidence.None;

    /// <summary>Against the quarter before; null in the first quarter of the plan.</summary>
    public QuarterChange? Change { get; init; }

    /// <summary>What is judged as a picture.</summary>
    public AssessmentPath Path { get; init; } = AssessmentPath.None;

    /// <summary>Whether the value judged lies before the end of the target year; tells 提前完成 from 完成.</summary>
    public bool IsBeforeHorizon { get; init; }

    /// <summary>A commitment of the government that is not being kept.</summary>
    public bool IsRed { get; init; }

    /// <summary>The thresholds that were used.</summary>
    public required ProgressSettings Settings { get; init; }
}

/// <summary>A target with the comparator by which it was held against the value.</summary>
public sealed record TargetBounds(Comparator Comparator, decimal Low, decimal High);

/// <summary>What an assessment rests on.</summary>
/// <param name="Points">The number of usable figures in the series up to the quarter.</param>
/// <param name="Latest">The period of the latest of them.</param>
/// <param name="Used">The observations that the value judged is made of, in the order of time.</param>
public sealed record Evidence(int Points, Period? Latest, IReadOnlyList<SeriesPoint> Used)
{
    public static Evidence None { get; } = new(0, null, []);

    /// <summary>The cells behind the value judged.</summary>
    public IEnumerable<Origin> Origins => Used.Select(point => point.Origin).OfType<Origin>();
}

/// <summary>An assessment against the one of the quarter before, from the same data.</summary>
/// <param name="PreviousStatus">The status then.</param>
/// <param name="PreviousRatio">The ratio then.</param>
/// <param name="Ratio">The ratio now less the ratio then.</param>
public sealed record QuarterChange(AssessmentStatus PreviousStatus, decimal? PreviousRatio, decimal? Ratio)
{
    internal static QuarterChange Between(Assessment previous, Assessment current) => new(
        previous.Status,
        previous.Ratio,
        current.Ratio is { } now && previous.Ratio is { } then ? ((Rational)now - then).ToDecimal() : null);
}
