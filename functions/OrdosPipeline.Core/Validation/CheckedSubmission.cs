using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Validation;

/// <summary>
/// The record of one checked submission: what was handed in, what was found, and the checked rows with the cell that
/// each came from. Immutable once written; every table can be made again from these documents and the catalogue.
/// A rejected submission has the same record, without values, beside its feedback.
/// </summary>
public sealed record CheckedSubmission
{
    /// <summary>Of this document's form.</summary>
    public int Schema { get; init; } = 1;

    public required SubmissionHeader Submission { get; init; }

    /// <summary>When it was checked, UTC; set by the flow, as a check knows no clock.</summary>
    public DateTimeOffset CheckedAt { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>In the order in which they stand in the file; per code at most 1,000.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>True counts by code, also of findings beyond the limit.</summary>
    public required IReadOnlyDictionary<string, int> FindingCounts { get; init; }

    /// <summary>The values that carry no error, as written. Where the verdict is rejected they are shown but not recorded.</summary>
    public required IReadOnlyList<CheckedValue> Values { get; init; }

    /// <summary>The project rows that carry no error.</summary>
    public required IReadOnlyList<CheckedProjectRow> ProjectRows { get; init; }

    /// <summary>The true number of findings of a severity.</summary>
    public int CountOf(Severity severity) =>
        Findings.Where(finding => finding.Severity == severity).Select(finding => finding.Code).Distinct(StringComparer.Ordinal).Sum(code => FindingCounts[code]);
}

/// <summary>Which upload a document is about.</summary>
public sealed record SubmissionHeader
{
    /// <summary>From path and ETag, so that a redelivered event is the same submission and an upload of the same name a new one.</summary>
    public required string Id { get; init; }

    public required string Plan { get; init; }

    /// <summary>Code; the path segment as written when no department has that name.</summary>
    public required string Department { get; init; }

    /// <summary>Path below <c>incoming/</c>, department segment included.</summary>
    public required string Path { get; init; }

    public required string ETag { get; init; }

    /// <summary>The blob's LastModified, UTC.</summary>
    public required DateTimeOffset UploadedAt { get; init; }

    public required long Bytes { get; init; }

    /// <summary>Of the content, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Who uploaded it, where the uploader says so in the blob's metadata.</summary>
    public string? SubmittedBy { get; init; }
}

/// <summary>One value that passed every rule, still in the words and unit of the department.</summary>
public sealed record CheckedValue
{
    public required string Indicator { get; init; }

    /// <summary>GB/T 2260 code.</summary>
    public required string Region { get; init; }

    /// <summary>As the department meant it; <see cref="Plan.Period.KeyFor"/> makes the key of it.</summary>
    public required Period Period { get; init; }

    /// <summary>In <see cref="Unit"/>; null for a withdrawal.</summary>
    public required decimal? Value { get; init; }

    /// <summary>Symbol of a unit of the plan.</summary>
    public required string Unit { get; init; }

    public string? Sheet { get; init; }

    public required string Cell { get; init; }

    /// <summary>What stands in the cell.</summary>
    public required string Text { get; init; }

    public string Remark { get; init; } = "";
}

/// <summary>One row of a project return that passed every rule, still in the units of the department.</summary>
public sealed record CheckedProjectRow
{
    public required string Project { get; init; }

    public required Period Period { get; init; }

    public ProjectState? State { get; init; }

    /// <summary>As a percentage 0 to 100.</summary>
    public decimal? Progress { get; init; }

    public CheckedAmount? Investment { get; init; }

    public IReadOnlyList<CheckedQuantity> Quantities { get; init; } = [];

    public string Remark { get; init; } = "";

    public string? Sheet { get; init; }

    public required int RowNumber { get; init; }

    /// <summary>The cell that names the project.</summary>
    public required string Cell { get; init; }

    /// <summary>The project as written.</summary>
    public required string Text { get; init; }
}

/// <param name="Value">In <paramref name="Unit"/>.</param>
/// <param name="Unit">Symbol of a unit of the plan.</param>
/// <param name="Cell">Where it stands.</param>
public sealed record CheckedAmount(decimal Value, string Unit, string Cell);

/// <param name="Sequence">Which of the project's quantities it is.</param>
/// <param name="Amount">What is done so far.</param>
public sealed record CheckedQuantity(int Sequence, CheckedAmount Amount);
