using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Reporting;

public enum SummaryState
{
    /// <summary>Reserved: its rows and reports are being written, or a crash left them half written.</summary>
    Writing,

    /// <summary>Complete; a later version may follow.</summary>
    Computed,

    /// <summary>Frozen and made public.</summary>
    Published,
}

/// <summary>One version of one quarter's summary.</summary>
public sealed record SummaryHead
{
    public required string Plan { get; init; }

    public required ReportingQuarter Quarter { get; init; }

    /// <summary>1-based.</summary>
    public required int Version { get; init; }

    public required SummaryState State { get; init; }

    /// <summary>Digest of everything that the summary says; equal inputs give equal digests, and make no new version.</summary>
    public required string Inputs { get; init; }

    /// <summary>What was known at this instant went into it, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>When it was published, UTC; null before.</summary>
    public DateTimeOffset? PublishedAt { get; init; }
}

/// <summary>One row of a summary in the tables.</summary>
/// <param name="Kind">indicator, project, department or status.</param>
/// <param name="Id">Within the kind.</param>
/// <param name="Columns">By column name; text, <see cref="decimal"/>, <see cref="double"/>, <see cref="int"/>, <see cref="bool"/>, <see cref="DateTimeOffset"/> or null.</param>
public sealed record SummaryRow(string Kind, string Id, IReadOnlyDictionary<string, object?> Columns)
{
    /// <summary>Every kind, in the order of a report.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. SummaryRows.Kinds.Select(list => list.Kind), "status"];
}
