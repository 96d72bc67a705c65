using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress.Decisions;

/// <summary>What an administrator puts on record about one indicator of one region: a target or a baseline with the document behind it.</summary>
/// <remarks>
/// A decision is never changed. What is decided later about the same thing supersedes it: of several targets the one with
/// the later effective quarter, of several with the same the one recorded later.
/// </remarks>
public sealed record Decision
{
    /// <summary>Id of the plan.</summary>
    public required string Plan { get; init; }

    public required DecisionKind Kind { get; init; }

    /// <summary>Id of the indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>GB/T 2260 code.</summary>
    public required string Region { get; init; }

    /// <summary>The first quarter whose summaries know it.</summary>
    public required ReportingQuarter EffectiveFrom { get; init; }

    /// <summary>The target; null for a baseline.</summary>
    public TargetBounds? Target { get; init; }

    /// <summary>How the target is meant; null for a baseline and for the target of a year, which is meant as the year's own figure.</summary>
    public Basis? Basis { get; init; }

    /// <summary>The target that an adjustment replaces; null for anything else, or where there was none.</summary>
    public TargetBounds? Replaced { get; init; }

    /// <summary>Of the target of a year.</summary>
    public int? Year { get; init; }

    /// <summary>Null unless it is a baseline.</summary>
    public LoadedBaseline? Baseline { get; init; }

    /// <summary>Who decided: the authority that assigned the target or approved the change.</summary>
    public string Authority { get; init; } = "";

    /// <summary>文号.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>The date of the document.</summary>
    public DateOnly? DocumentDate { get; init; }

    public string Reason { get; init; } = "";
}

/// <summary>A decision as it stands on record.</summary>
/// <param name="Id">Made of its content, so that recording it again changes nothing.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="RecordedAt">When it was first recorded, UTC; a summary knows it from this instant on.</param>
/// <param name="RecordedBy">Who recorded it.</param>
public sealed record RecordedDecision(string Id, Decision Decision, DateTimeOffset RecordedAt, string RecordedBy)
{
    /// <summary>What is decided later goes before; a tie in time is broken by the id.</summary>
    public static Comparer<RecordedDecision> Precedence { get; } = Comparer<RecordedDecision>.Create((left, right) =>
    {
        var byQuarter = left.Decision.EffectiveFrom.CompareTo(right.Decision.EffectiveFrom);
        var byTime = byQuarter != 0 ? byQuarter : left.RecordedAt.CompareTo(right.RecordedAt);
        return byTime != 0 ? byTime : string.CompareOrdinal(left.Id, right.Id);
    });
}
