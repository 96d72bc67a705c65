namespace OrdosPipeline.Core.Reporting;

/// <summary>One figure that a version states otherwise than the version published before it.</summary>
public sealed record FigureChange
{
    /// <summary>indicator, region, annual, project, department or status, as in the rows of the summary.</summary>
    public required string Kind { get; init; }

    /// <summary>Within the kind.</summary>
    public required string Id { get; init; }

    /// <summary>In Chinese.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the column of the table of summaries.</summary>
    public required string Column { get; init; }

    /// <summary>As published; null when there was none.</summary>
    public string? Old { get; init; }

    /// <summary>As it is now; null when there is none any more.</summary>
    public string? New { get; init; }

    /// <summary>The submissions behind it that were not known then; empty when it changed for another reason.</summary>
    public IReadOnlyList<string> Submissions { get; init; } = [];

    /// <summary>The decisions behind it that were not known then.</summary>
    public IReadOnlyList<string> Decisions { get; init; } = [];
}

/// <summary>What a version changes of the version published before it.</summary>
/// <param name="Version">The version published before.</param>
/// <param name="AsOf">What was known at this instant had gone into that.</param>
/// <param name="Changes">In the order of the rows.</param>
public sealed record SummaryDifferences(int Version, DateTimeOffset AsOf, IReadOnlyList<FigureChange> Changes);
