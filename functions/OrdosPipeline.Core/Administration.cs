using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Core;

/// <summary>Does what administrators order, and puts every act down in the audit trail: before it is done, and how it ended.</summary>
public sealed class Administration(IAuditTrail trail, TimeProvider clock)
{
    /// <summary>Does an act.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="actor">Who acts.</param>
    /// <param name="order">What is to be done.</param>
    /// <param name="act">Does it.</param>
    /// <param name="after">Says in readable text how the subject stands afterwards; null when nothing does.</param>
    /// <param name="cancellationToken">Ends the act; that it was cut off is put down all the same.</param>
    public async Task<T> DoAsync<T>(Actor actor, AuditOrder order, Func<Task<T>> act, Func<T, string?> after, CancellationToken cancellationToken)
    {
        var begun = new AuditAct
        {
            Id = Guid.NewGuid().ToString("n")[..12],
            At = clock.GetUtcNow(),
            Actor = actor,
            Action = order.Action,
            Plan = order.Plan,
            Subject = order.Subject,
            Before = order.Before,
            Reason = order.Reason,
        };
        await trail.BeginAsync(begun, cancellationToken);
        try
        {
            var result = await act();
            await trail.EndAsync(begun, new AuditOutcome(clock.GetUtcNow(), after(result), Failure: null), CancellationToken.None);
            return result;
        }
        catch (Exception failure)
        {
            await trail.EndAsync(begun, new AuditOutcome(clock.GetUtcNow(), After: null, $"{failure.GetType().Name}: {failure.Message}"), CancellationToken.None);
            throw;
        }
    }
}

/// <summary>What an administrator orders.</summary>
/// <param name="Action">In kebab-case, see <see cref="AuditAct.Action"/>.</param>
/// <param name="Subject">What is acted on.</param>
public sealed record AuditOrder(string Action, string Subject)
{
    public string? Plan { get; init; }

    /// <summary>How the subject stood, as readable text.</summary>
    public string? Before { get; init; }

    public string? Reason { get; init; }
}
