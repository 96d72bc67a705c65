namespace OrdosPipeline.Core.Plan;

/// <summary>In what way the plan's text contradicts itself or leaves something open.</summary>
public enum TensionKind
{
    /// <summary>One quantity with two targets: both are judged and shown together.</summary>
    TwoTargets,

    /// <summary>Parts and their whole, or sums.</summary>
    Parts,

    /// <summary>The table of headline indicators.</summary>
    HeadlineTable,

    Baseline,

    /// <summary>When a target is due.</summary>
    Date,

    /// <summary>A number that the plan does not print.</summary>
    Number,

    /// <summary>What exactly is measured.</summary>
    Scope,
}

/// <summary>A place where the plan's text contradicts itself or leaves something open, and the position taken, as <c>tensions.csv</c> states it.</summary>
public sealed record Tension
{
    public required string Id { get; init; }

    public required TensionKind Kind { get; init; }

    /// <summary>Ids of the indicators it is about, at least one.</summary>
    public required IReadOnlyList<string> Indicators { get; init; }

    /// <summary>What the plan prints, verbatim.</summary>
    public required string Document { get; init; }

    /// <summary>How the catalogue treats it, in Chinese.</summary>
    public required string Position { get; init; }

    public required string PositionEn { get; init; }
}
