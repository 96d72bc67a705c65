using System.Globalization;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace OrdosPipeline.LocalHost.Hosting;

/// <summary>What <c>host.json</c> and the section <c>LocalHost</c> say, with the real host's defaults.</summary>
internal sealed record HostSettings
{
    /// <summary>Separates the receipts, schedules and keys of one app from those of another in the same storage.</summary>
    public required string HostId { get; init; }

    /// <value>Default 30 minutes, as outside the Consumption plan; infinite when set to -1.</value>
    public TimeSpan FunctionTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Failed tries after which a blob is given up.</summary>
    public int PoisonBlobThreshold { get; init; } = 5;

    /// <summary>Invocations of all blob functions together that run at a time.</summary>
    public int MaxDegreeOfParallelism { get; init; } = 8 * Environment.ProcessorCount;

    /// <summary>The first part of every function's URL.</summary>
    public string RoutePrefix { get; init; } = "api";

    /// <summary>The pause between two listings of a container while blobs arrive.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The pause between two listings of a container where the last one found nothing to do.</summary>
    public TimeSpan IdlePollInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The process with which the host ends; null where it ends by itself.</summary>
    public int? ParentProcess { get; init; }

    public static HostSettings From(IConfiguration configuration, string defaultHostId)
    {
        var host = configuration.GetSection(HostFiles.HostSection);
        var blobs = host.GetSection("extensions:blobs");
        var local = configuration.GetSection("LocalHost");
        var defaults = new HostSettings { HostId = CleanHostId(configuration["AzureFunctionsWebHost:hostId"] ?? defaultHostId) };
        var pollInterval = Duration(local["PollInterval"]) ?? defaults.PollInterval;
        return defaults with
        {
            FunctionTimeout = Duration(host["functionTimeout"]) ?? defaults.FunctionTimeout,
            PoisonBlobThreshold = Count(blobs["poisonBlobThreshold"]) ?? defaults.PoisonBlobThreshold,
            MaxDegreeOfParallelism = Count(blobs["maxDegreeOfParallelism"]) ?? defaults.MaxDegreeOfParallelism,
            RoutePrefix = host["extensions:http:routePrefix"] ?? defaults.RoutePrefix,
            PollInterval = pollInterval,
            IdlePollInterval = Duration(local["IdlePollInterval"]) ?? 2 * pollInterval,
            ParentProcess = local["ExitWithParent"] is { Length: > 0 } parent ? int.Parse(parent, CultureInfo.InvariantCulture) : null,
        };
    }

    private static TimeSpan? Duration(string? text) => text switch
    {
        null or "" => null,
        "-1" => Timeout.InfiniteTimeSpan,
        _ => TimeSpan.Parse(text, CultureInfo.InvariantCulture),
    };

    private static int? Count(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var count = int.Parse(text, CultureInfo.InvariantCulture);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, "host.json extensions.blobs");
        return count;
    }

    /// <summary>The real host's rule: lower-case letters, digits and dashes, at most 32.</summary>
    private static string CleanHostId(string text)
    {
        var id = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
            id.Append(char.IsAsciiLetterOrDigit(c) ? c : '-');
        return id.ToString(0, Math.Min(id.Length, 32)).Trim('-');
    }
}
