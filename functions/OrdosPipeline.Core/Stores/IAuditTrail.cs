namespace OrdosPipeline.Core.Stores;

/// <summary>Who acts on the system as an administrator.</summary>
/// <param name="Name">Of the key, of the account in Entra ID, or <c>user@machine</c> at the command line.</param>
/// <param name="Role">By which they may act, such as administrator.</param>
/// <param name="Via">http or cli.</param>
public sealed record Actor(string Name, string Role, string Via);

/// <summary>What an administrator is about to do.</summary>
public sealed record AuditAct
{
    /// <summary>Unique; sorts by time among acts of one instant at random.</summary>
    public required string Id { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    public required Actor Actor { get; init; }

    /// <summary>In kebab-case: assign, adjust, close, publish, replay, sweep, rebuild.</summary>
    public required string Action { get; init; }

    /// <summary>Null where the act is of no plan.</summary>
    public string? Plan { get; init; }

    /// <summary>What is acted on, such as <c>H17 2023Q3</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>How it stood, as readable text; null when nothing did.</summary>
    public string? Before { get; init; }

    /// <summary>The document that orders it, or another reason given.</summary>
    public string? Reason { get; init; }
}

/// <summary>How an act ended.</summary>
/// <param name="At">UTC.</param>
/// <param name="After">How the subject stands now, as readable text; null when nothing does.</param>
/// <param name="Failure">Why it was not done; null when it was.</param>
public sealed record AuditOutcome(DateTimeOffset At, string? After, string? Failure);

/// <summary>
/// Every administrative act. The record is the container <c>audit/</c>, in which nothing is ever changed: one document
/// when an act begins and one when it ends, so that an act cut off half-way is known too. The table is derived from it.
/// </summary>
public interface IAuditTrail
{
    /// <summary>Puts down that an act begins, before it changes anything.</summary>
    Task BeginAsync(AuditAct act, CancellationToken cancellationToken);

    /// <summary>Puts down how an act ended; once, later calls for the same act change nothing.</summary>
    Task EndAsync(AuditAct act, AuditOutcome outcome, CancellationToken cancellationToken);

    /// <summary>Makes the table again from the record.</summary>
    /// <returns>How many acts there are.</returns>
    Task<int> RestoreAsync(CancellationToken cancellationToken);
}
