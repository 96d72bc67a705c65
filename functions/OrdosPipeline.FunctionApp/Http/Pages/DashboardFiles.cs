using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;

namespace OrdosPipeline.FunctionApp.Http.Pages;

/// <summary>The files of the dashboard, as they are built into the program.</summary>
internal sealed class DashboardFiles
{
    public const string Index = "index.html";

    private const string ResourcePrefix = "Dashboard/";

    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".md"] = "text/markdown; charset=utf-8",
        [".LICENSE"] = "text/plain; charset=utf-8",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, DashboardFile> files;

    public DashboardFiles()
    {
        var assembly = typeof(DashboardFiles).Assembly;
        files = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[ResourcePrefix.Length..].Replace('\\', '/'), name => Read(assembly, name), StringComparer.Ordinal);
    }

    public IReadOnlyCollection<string> Names => files.Keys;

    /// <summary>The file of that name below <c>dashboard/</c>; null when there is none.</summary>
    public DashboardFile? Find(string name) => files.GetValueOrDefault(name);

    private static DashboardFile Read(Assembly assembly, string name)
    {
        using var content = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return new DashboardFile(bytes, ContentTypes[Path.GetExtension(name)], Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16)));
    }
}

/// <param name="Content">Its bytes.</param>
/// <param name="ContentType">With its character set.</param>
/// <param name="Tag">Made of the bytes: another build gives another only where the file differs.</param>
internal sealed record DashboardFile(byte[] Content, string ContentType, string Tag);
