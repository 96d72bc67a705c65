namespace OrdosPipeline.Core.Progress;

/// <summary>Whether one department has reported one quarter.</summary>
public sealed record DepartmentCompleteness
{
    /// <summary>Code.</summary>
    public required string Department { get; init; }

    public required string Name { get; init; }

    /// <summary>How many of its indicators are due: the quarterly ones, in a fourth quarter all.</summary>
    public required int IndicatorsDue { get; init; }

    /// <summary>How many of the indicators due have a value of the city that ends in the quarter, whoever reported it.</summary>
    public int IndicatorsReported { get; init; }

    /// <summary>How many of its projects are due: in a fourth quarter all, else none.</summary>
    public int ProjectsDue { get; init; }

    /// <summary>How many of its projects have a report that ends in the quarter, due or not.</summary>
    public int ProjectsReported { get; init; }

    /// <summary>A return is expected from whoever has indicators due, or, in a fourth quarter, projects.</summary>
    public required bool IsExpected { get; init; }

    /// <summary>Submissions with a value whose period ends in the quarter, accepted or not.</summary>
    public required int Received { get; init; }

    public required int Accepted { get; init; }

    /// <summary>Whether the first accepted one came before the deadline.</summary>
    public required bool IsOnTime { get; init; }

    /// <summary>Whether the first accepted one came after the deadline.</summary>
    public bool IsLate => Accepted > 0 && !IsOnTime;

    /// <summary>Whether a return is expected and none is accepted.</summary>
    public bool IsMissing => IsExpected && Accepted == 0;

    /// <summary>The share of the indicators due that are reported, as a fraction; null when none is due.</summary>
    public decimal? IndicatorShare => IndicatorsDue == 0 ? null : (decimal)IndicatorsReported / IndicatorsDue;

    /// <summary>Of the last accepted one, UTC; null when there is none.</summary>
    public DateTimeOffset? LastUploadedAt { get; init; }
}
