using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Core.Health;

/// <summary>How the system, or a part of it, is.</summary>
public enum HealthStatus
{
    Ok,

    /// <summary>It works, and somebody should see to something.</summary>
    Degraded,

    /// <summary>It does not work.</summary>
    Failing,
}

/// <summary>
/// How one part of the system is, and what to do about it, for anybody who asks: counts, ages, and the system's own names
/// of containers and plans, but nothing that a department has written.
/// </summary>
/// <param name="Name">In kebab-case; never renamed.</param>
/// <param name="Status">How it is.</param>
/// <param name="Message">In Chinese.</param>
/// <param name="MessageEn">In English.</param>
public sealed record HealthComponent(string Name, HealthStatus Status, string Message, string MessageEn)
{
    /// <summary>What to do, in Chinese; null where nothing is to be done.</summary>
    public string? Advice { get; init; }

    /// <summary>The same in English.</summary>
    public string? AdviceEn { get; init; }

    /// <summary>Why it could not be looked at, for the log and nobody else; null where it could.</summary>
    public Exception? Fault { get; init; }

    /// <summary>Figures behind the message, by name; a name ends in its unit where it has one.</summary>
    public IReadOnlyDictionary<string, long>? Figures { get; init; }
}

/// <summary>Looks at one part of the system.</summary>
public interface IHealthProbe
{
    /// <summary>Of the component.</summary>
    string Name { get; }

    /// <summary>Services of the storage without which it cannot look; it is asked only where they are well.</summary>
    IReadOnlyList<StorageService> Needs => [];

    /// <summary>Looks. What goes wrong in looking may be thrown.</summary>
    Task<HealthComponent> LookAsync(CancellationToken cancellationToken);
}
