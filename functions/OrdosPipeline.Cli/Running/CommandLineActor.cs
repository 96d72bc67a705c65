using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Cli.Running;

/// <summary>Who acts at the command line: whoever can reach the storage is an administrator.</summary>
internal static class CommandLineActor
{
    /// <param name="name">As given; null is the user of this machine.</param>
    public static Actor Of(string? name) => new(name ?? $"{Environment.UserName}@{Environment.MachineName}", "administrator", "cli");
}
