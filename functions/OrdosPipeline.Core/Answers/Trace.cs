namespace OrdosPipeline.Core.Answers;

/// <summary>Where a figure came from: every upload that said something of it, and the summaries that used it.</summary>
public sealed record Trace
{
    public required string Plan { get; init; }

    /// <summary>indicator or project.</summary>
    public required string Kind { get; init; }

    /// <summary>Of the indicator under which the values are stored, or of the project.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string NameEn { get; init; }

    /// <summary>Of the values; null of a project.</summary>
    public string? Unit { get; init; }

    /// <summary>GB/T 2260 code; null of a project.</summary>
    public string? Region { get; init; }

    public string? RegionName { get; init; }

    /// <summary>Canonical text.</summary>
    public required string Period { get; init; }

    /// <summary>What was known at this instant; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>In the order of upload; the last one counts.</summary>
    public required IReadOnlyList<TraceStep> Steps { get; init; }

    /// <summary>The summaries that used one of the cells, by quarter and version.</summary>
    public required IReadOnlyList<TraceUse> Uses { get; init; }
}

/// <summary>What one upload said of a figure.</summary>
public sealed record TraceStep
{
    /// <summary>1 for the first, one more for each upload that changed what is said.</summary>
    public required int Revision { get; init; }

    /// <summary>Whether it is the one that counts.</summary>
    public required bool Counts { get; init; }

    /// <summary>reported or withdrawn; of a project its state.</summary>
    public string? State { get; init; }

    /// <summary>In the catalogue's unit; null when it was withdrawn, and of a project.</summary>
    public decimal? Value { get; init; }

    /// <summary>形象进度 of a project, in per cent.</summary>
    public decimal? Progress { get; init; }

    /// <summary>累计完成投资 of a project, in 亿元.</summary>
    public decimal? Investment { get; init; }

    /// <summary>What stood in the cell, as a person saw it.</summary>
    public required string Text { get; init; }

    /// <summary>备注 of the row; null where there is none.</summary>
    public string? Remark { get; init; }

    /// <summary>Of the upload, below <c>incoming/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Null in a CSV file.</summary>
    public string? Sheet { get; init; }

    public required string Cell { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>Code of the department that handed it in.</summary>
    public required string ReportedBy { get; init; }

    public string? ReportedByName { get; init; }

    /// <summary>Who uploaded it, where known.</summary>
    public string? SubmittedBy { get; init; }

    public required string Submission { get; init; }

    /// <summary>accepted or accepted-with-warnings.</summary>
    public string? Verdict { get; init; }

    /// <summary>Findings on the row in which it stood.</summary>
    public required IReadOnlyList<TraceFinding> Findings { get; init; }
}

/// <summary>A finding beside a figure.</summary>
/// <param name="Code">Of the rule.</param>
/// <param name="Severity">error, warning or info.</param>
/// <param name="Cell">Where it is; null for the whole row.</param>
/// <param name="Message">In Chinese.</param>
/// <param name="MessageEn">In English.</param>
public sealed record TraceFinding(string Code, string Severity, string? Cell, string Message, string MessageEn);

/// <summary>A row of a summary that used a figure.</summary>
/// <param name="Quarter">Such as 2023Q3.</param>
/// <param name="Version">From 1.</param>
/// <param name="State">computed or published.</param>
/// <param name="PublishedAt">Null before.</param>
/// <param name="Kind">Of the row.</param>
/// <param name="Id">Of the row.</param>
/// <param name="Status">Code of METHODOLOGY.md.</param>
/// <param name="Submission">Whose cell was used.</param>
public sealed record TraceUse(string Quarter, int Version, string State, DateTimeOffset? PublishedAt, string Kind, string Id, string Status, string Submission);
