using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.FunctionApp.Http.Access;

/// <summary>What somebody may do.</summary>
[Flags]
internal enum Role
{
    None = 0,

    /// <summary>Reads everything.</summary>
    Reader = 1,

    /// <summary>Reads and hands in what is its own.</summary>
    Department = 2,

    /// <summary>Reads everything, and assigns, adjusts, closes, publishes and replays.</summary>
    Administrator = 4,

    All = Reader | Department | Administrator,
}

/// <summary>Who calls.</summary>
/// <param name="Name">Of the key or the account, for the audit trail.</param>
/// <param name="Role">Exactly one.</param>
/// <param name="Department">The code of its own, of a department; else null.</param>
internal sealed record Caller(string Name, Role Role, string? Department)
{
    public Actor ToActor() => new(Name, Role.ToString().ToLowerInvariant(), "http");
}
