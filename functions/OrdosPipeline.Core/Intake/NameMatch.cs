namespace OrdosPipeline.Core.Intake;

public enum NameOutcome
{
    /// <summary>Neither code nor name is written.</summary>
    Missing,
    Found,

    /// <summary>A code that no record has, or a name so near another that it is probably that one misspelt.</summary>
    Unknown,

    /// <summary>The name is part of several names, or one letter away from several.</summary>
    Ambiguous,

    /// <summary>Code and name belong to different records.</summary>
    NameMismatch,

    /// <summary>Nothing in the catalogue is meant.</summary>
    NotInPlan,
}

/// <summary>What a code and a name as written mean.</summary>
/// <param name="Outcome">Whether one record is meant.</param>
/// <param name="Item">The record found; with <see cref="NameOutcome.NameMismatch"/> the one that the code names.</param>
/// <param name="Offered">The records that may have been meant, the likeliest first.</param>
/// <param name="ByCode">Whether the fault is in the code rather than in the name.</param>
public sealed record NameMatch<T>(NameOutcome Outcome, T? Item, IReadOnlyList<T> Offered, bool ByCode)
    where T : class;
