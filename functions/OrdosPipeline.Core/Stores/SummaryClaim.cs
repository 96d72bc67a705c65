using OrdosPipeline.Core.Reporting;

namespace OrdosPipeline.Core.Stores;

/// <summary>The right to write a version, until another run claims it. Whoever claims last has it.</summary>
/// <param name="Head">Of the version.</param>
/// <param name="Writer">Id of the run.</param>
public sealed record SummaryClaim(SummaryHead Head, string Writer);

/// <summary>A later run has claimed the version that this one was writing, so nothing of this one is left in it.</summary>
public sealed class SummaryOvertakenException(SummaryHead head)
    : Exception($"Version {head.Version} of the summary of {head.Quarter}, plan {head.Plan}, is being written by a later run.")
{
    /// <summary>The version that the other run writes or has written.</summary>
    public SummaryHead Head { get; } = head;
}
