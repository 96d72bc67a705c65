namespace OrdosPipeline.Cli;

/// <summary>What the process returns.</summary>
internal static class ExitCodes
{
    /// <summary>Done, or accepted.</summary>
    public const int Done = 0;

    /// <summary>Rejected, or not found.</summary>
    public const int Rejected = 1;

    /// <summary>The command was used wrongly.</summary>
    public const int Usage = 2;

    /// <summary>The system failed.</summary>
    public const int Fault = 3;
}

/// <summary>The command was used wrongly in a way that only shows while it runs; the message says how to use it.</summary>
internal sealed class UsageException(string message) : Exception(message);
