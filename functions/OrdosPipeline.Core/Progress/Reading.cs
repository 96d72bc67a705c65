using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>What one formula makes of a series, before the rules of METHODOLOGY.md turn it into a status.</summary>
internal sealed record Reading
{
    public required Method Method { get; init; }

    /// <summary>The end of the latest period used: t, in months. Null where there is no usable value.</summary>
    public int? At { get; init; }

    /// <summary>The end of the latest period received, from which the age counts, in months.</summary>
    public int? ReceivedAt { get; init; }

    /// <summary>What is judged; null also where it cannot be computed.</summary>
    public Rational? Value { get; init; }

    public Period? ValuePeriod { get; init; }

    public Baseline? Baseline { get; init; }

    /// <summary>The target of the year judged, where that may be another than the one in force at the quarter (M6).</summary>
    public Target? TargetOfYear { get; init; }

    /// <summary>yT.</summary>
    public Rational? Aim { get; init; }

    public Rational? Progress { get; init; }

    public Rational? Schedule { get; init; }

    public Rational? Ratio { get; init; }

    /// <summary>Whether the value meets the target; null where that cannot be said yet.</summary>
    public bool? Meets { get; init; }

    /// <summary>Whether the value has gone past a target that binds on both sides.</summary>
    public bool IsPast { get; init; }

    /// <summary>Years that the formula needs and that are not complete.</summary>
    public IReadOnlyList<int> MissingYears { get; init; } = [];

    public Rational? Margin { get; init; }

    public int? YearsMet { get; init; }

    public Rational? NeededPace { get; init; }

    public Projection? Projection { get; init; }

    public SecondOpinion? SecondOpinion { get; init; }

    /// <summary>The observations that the value is made of.</summary>
    public IReadOnlyList<SeriesPoint> Points { get; init; } = [];

    /// <summary>All usable figures of the series.</summary>
    public IReadOnlyList<Figure> Usable { get; init; } = [];

    /// <summary>Fills in progress, schedule and their ratio. A schedule of zero gives no ratio.</summary>
    public Reading Against(Rational progress, Rational schedule) => this with
    {
        Progress = progress,
        Schedule = schedule,
        Ratio = schedule.Sign == 0 ? null : progress / schedule,
    };

    /// <summary>What is missing from the value, for each year that is left; null when no time is left.</summary>
    public static Rational? Pace(Terms terms, int at, Rational missing) =>
        terms.IsOver || at >= terms.Horizon ? null : missing / PlanTimeline.Years(terms.Horizon - at);
}
