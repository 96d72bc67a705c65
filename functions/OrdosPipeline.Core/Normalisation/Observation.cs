using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Normalisation;

/// <summary>What a value is of: one indicator, one region, one period. Of several submissions for one key the later upload counts.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Indicator">Id of the indicator under which the values are stored.</param>
/// <param name="Region">GB/T 2260 code.</param>
/// <param name="Period">As <see cref="Period.KeyFor"/> gives it for the indicator's measure.</param>
public readonly record struct ObservationKey(string Plan, string Indicator, string Region, Period Period);

/// <summary>The cell that a figure came from.</summary>
/// <param name="Submission">Id of the submission.</param>
/// <param name="UploadedAt">When the storage service took the upload (the blob's LastModified), UTC.</param>
/// <param name="Sheet">Null in a CSV file.</param>
/// <param name="Cell">Address such as <c>C7</c>; in a CSV file records and fields are counted.</param>
/// <param name="Text">What stood in the cell, as a person saw it.</param>
public sealed record Origin(string Submission, DateTimeOffset UploadedAt, string? Sheet, string Cell, string Text)
{
    /// <summary>Of the upload, below <c>incoming/</c>.</summary>
    public string Path { get; init; } = "";

    /// <summary>Code of the department that handed it in, which need not be the one that the catalogue makes responsible.</summary>
    public string ReportedBy { get; init; } = "";

    /// <summary>Earlier uploads first; of two at the same instant the smaller submission id. The last one counts.</summary>
    public static Comparer<Origin> UploadOrder { get; } = Comparer<Origin>.Create((left, right) =>
    {
        var byTime = left.UploadedAt.CompareTo(right.UploadedAt);
        return byTime != 0 ? byTime : string.CompareOrdinal(left.Submission, right.Submission);
    });
}

/// <summary>One value of one indicator for one region and period, or its withdrawal, with its origin.</summary>
public sealed record Observation
{
    public required ObservationKey Key { get; init; }

    /// <summary>In the catalogue's unit; null when the value was withdrawn (撤回). Yes is 1 and no is 0.</summary>
    public required decimal? Value { get; init; }

    public required Origin Origin { get; init; }

    /// <summary>The 备注 of the row, empty where there is none.</summary>
    public string Remark { get; init; } = "";

    public bool IsWithdrawn => Value is null;
}
