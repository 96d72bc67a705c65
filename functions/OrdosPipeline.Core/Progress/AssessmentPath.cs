using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>What the points of a path are.</summary>
public enum PathQuantity
{
    /// <summary>Levels as reported, of a flow the totals of complete years.</summary>
    Level,

    /// <summary>Rates of each year, in per cent.</summary>
    Rate,

    /// <summary>The total since the start of the plan.</summary>
    Total,

    /// <summary>The change since the baseline.</summary>
    Change,

    /// <summary>Amounts of each year.</summary>
    Amount,

    /// <summary>1 for yes and 0 for no.</summary>
    YesNo,

    /// <summary>Of a project: per cent of the work, or 亿元 of investment.</summary>
    Work,
}

/// <summary>
/// An assessment as a picture: what was reached when, against the line that the schedule draws. Positions are in years
/// since the start of the plan (its first day is 0, the end of its first year 1), values in the unit of the value judged.
/// </summary>
/// <param name="Quantity">What the points are.</param>
/// <param name="Points">In the order of time; none where nothing usable was reported.</param>
/// <param name="Schedule">
/// The corners of the schedule: from the baseline to the target, or level with the target where every year is held against it.
/// Empty where there is no target, or no baseline to start from.
/// </param>
public sealed record AssessmentPath(PathQuantity Quantity, IReadOnlyList<PathPoint> Points, IReadOnlyList<LinePoint> Schedule)
{
    public static AssessmentPath None { get; } = new(PathQuantity.Level, [], []);

    /// <summary>The plan's start, or what the first observation gives.</summary>
    public LinePoint? Baseline { get; init; }

    /// <summary>yT at the horizon.</summary>
    public LinePoint? Target { get; init; }
}

/// <param name="Period">What it is about.</param>
/// <param name="At">The end of that period, in years since the start of the plan.</param>
/// <param name="Value">In the unit of the value judged.</param>
public sealed record PathPoint(Period Period, decimal At, decimal Value);

/// <param name="At">In years since the start of the plan.</param>
/// <param name="Value">In the unit of the value judged.</param>
public sealed record LinePoint(decimal At, decimal Value);

public static class PathQuantities
{
    /// <summary>The code in JSON, such as <c>level</c>.</summary>
    public static string Code(this PathQuantity quantity) => quantity switch
    {
        PathQuantity.YesNo => "yes-no",
        _ => quantity.ToString().ToLowerInvariant(),
    };
}
