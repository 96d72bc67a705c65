namespace OrdosPipeline.Core.Answers;

/// <summary>A figure that a summary judged, with every cell that it is made of: a yearly average has as many as there are years.</summary>
public sealed record FigureTrace
{
    public required string Plan { get; init; }

    /// <summary>Such as 2023Q4.</summary>
    public required string Quarter { get; init; }

    /// <summary>Of the summary, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>indicator, region or project.</summary>
    public required string Kind { get; init; }

    /// <summary>Of the indicator or project.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string NameEn { get; init; }

    /// <summary>GB/T 2260 code; null of a project.</summary>
    public string? Region { get; init; }

    public string? RegionName { get; init; }

    /// <summary>Of the value, the target and the baseline; null of a project.</summary>
    public string? Unit { get; init; }

    /// <summary>What is judged; null where nothing has been reported.</summary>
    public decimal? Value { get; init; }

    /// <summary>The latest period that went into it.</summary>
    public string? ValuePeriod { get; init; }

    /// <summary>Formula of METHODOLOGY.md.</summary>
    public string? Method { get; init; }

    /// <summary>Status code of METHODOLOGY.md.</summary>
    public required string Status { get; init; }

    /// <summary>The status in Chinese.</summary>
    public string? StatusText { get; init; }

    public decimal? Target { get; init; }

    /// <summary>As the plan prints it.</summary>
    public string? TargetWording { get; init; }

    /// <summary>plan, assigned, adjusted or annual.</summary>
    public string? TargetSource { get; init; }

    /// <summary>Id of the decision that set the target; null for the plan's own.</summary>
    public string? TargetDecision { get; init; }

    public decimal? Baseline { get; init; }

    /// <summary>Where the baseline comes from.</summary>
    public string? BaselineSource { get; init; }

    /// <summary>By period.</summary>
    public required IReadOnlyList<FigureCell> Cells { get; init; }
}

/// <summary>One cell that a figure is made of.</summary>
public sealed record FigureCell
{
    /// <summary>Canonical text.</summary>
    public required string Period { get; init; }

    /// <summary>In the catalogue's unit; of a project its 形象进度 in per cent.</summary>
    public decimal? Value { get; init; }

    /// <summary>What stood in the cell, as a person saw it.</summary>
    public required string Text { get; init; }

    /// <summary>Of the upload, below <c>incoming/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Null in a CSV file.</summary>
    public string? Sheet { get; init; }

    public required string Cell { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>Code of the department that handed it in.</summary>
    public required string ReportedBy { get; init; }

    public string? ReportedByName { get; init; }

    public required string Submission { get; init; }

    /// <summary>The submission that has said something of the same period since; null where the cell still counts.</summary>
    public string? ReplacedBy { get; init; }
}
