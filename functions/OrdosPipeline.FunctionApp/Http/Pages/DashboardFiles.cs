using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace OrdosPipeline.FunctionApp.Http.Pages;

/// <summary>
/// The files of the dashboard, as they are built into the program. <see cref="Version"/> stands in the addresses that the
/// first page names, so that a browser keeps them for good and still sees a new build at once.
/// </summary>
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
        // Shown and not saved, as browsers do with Markdown.
        [".md"] = "text/plain; charset=utf-8",
        [".LICENSE"] = "text/plain; charset=utf-8",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Stands in the first page for the folder of a version.</summary>
    private const string VersionMark = "dashboard/v/";

    private readonly FrozenDictionary<string, DashboardFile> files;

    public DashboardFiles()
    {
        var assembly = typeof(DashboardFiles).Assembly;
        var contents = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .ToDictionary(name => name[ResourcePrefix.Length..].Replace('\\', '/'), name => Read(assembly, name), StringComparer.Ordinal);
        Version = TagOf([.. contents.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value)])[..12];
        contents[Index] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(contents[Index]).Replace(VersionMark, $"dashboard/{Version}/", StringComparison.Ordinal));
        files = contents.ToFrozenDictionary(pair => pair.Key, pair => new DashboardFile(pair.Value, ContentTypes[Path.GetExtension(pair.Key)], TagOf(pair.Value)), StringComparer.Ordinal);
    }

    /// <summary>Made of every byte of every file.</summary>
    public string Version { get; }

    /// <summary>The file of that name below <c>dashboard/</c> or <c>dashboard/{version}/</c>; null when there is none.</summary>
    public DashboardFile? Find(string name) => files.GetValueOrDefault(IsOfVersion(name) ? name[(Version.Length + 1)..] : name);

    /// <summary>Whether the name is that of a file of this build, which never changes.</summary>
    public bool IsOfVersion(string name) => name.Length > Version.Length && name.StartsWith(Version, StringComparison.Ordinal) && name[Version.Length] == '/';

    private static byte[] Read(Assembly assembly, string name)
    {
        using var content = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return bytes;
    }

    private static string TagOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));
}

/// <param name="Content">Its bytes.</param>
/// <param name="ContentType">With its character set.</param>
/// <param name="Tag">Made of the bytes: another build gives another only where the file differs.</param>
internal sealed record DashboardFile(byte[] Content, string ContentType, string Tag)
{
    private readonly Lazy<byte[]> packed = new(() => Gzip.Pack(Content));

    /// <summary>Compressed when first asked for.</summary>
    public byte[] Packed => packed.Value;
}
