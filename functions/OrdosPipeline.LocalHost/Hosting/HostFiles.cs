using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Logging;

namespace OrdosPipeline.LocalHost.Hosting;

/// <summary>Takes in <c>host.json</c> and <c>local.settings.json</c>, below every other source of settings.</summary>
internal static class HostFiles
{
    /// <summary>The section that <c>host.json</c> becomes, so that <c>AzureFunctionsJobHost__functionTimeout</c> overrides it.</summary>
    public const string HostSection = "AzureFunctionsJobHost";

    private static readonly JsonDocumentOptions WithComments =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static void AddHostFiles(this WebApplicationBuilder builder, string baseDirectory)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var hostFile = new ConfigurationBuilder().AddJsonFile(Path.Combine(baseDirectory, "host.json"), optional: true).Build();
        foreach (var (key, value) in hostFile.AsEnumerable())
            settings[$"{HostSection}:{key}"] = value;
        foreach (var (key, value) in LocalSettings(Path.Combine(baseDirectory, "local.settings.json")))
            settings[key] = value;

        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = settings });
        // A line or two per request drown what functions say; host.json can ask for them by this category.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection($"{HostSection}:logging"));
    }

    /// <summary>The "Values" of the file, with <c>__</c> as the separator of sections, as in environment variables.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> LocalSettings(string path)
    {
        if (!File.Exists(path))
            yield break;
        using var document = JsonDocument.Parse(File.ReadAllBytes(path), WithComments);
        if (!document.RootElement.TryGetProperty("Values", out var values))
            yield break;
        foreach (var value in values.EnumerateObject())
            yield return new(value.Name.Replace("__", ":", StringComparison.Ordinal), value.Value.ToString());
    }
}
