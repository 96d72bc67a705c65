namespace OrdosPipeline.Testing;

/// <summary>One file of the TestFiles of the documents tests, which holds one quirk, as the table of its README.md describes it.</summary>
/// <param name="Path">Below TestFiles, with forward slashes.</param>
/// <param name="Department">Code of the department that hands it in.</param>
public sealed record TestFile(string Path, string Department)
{
    private static readonly string Folder = Checkout.PathOf("tests", "OrdosPipeline.Documents.Tests", "TestFiles");

    /// <summary>As described, in the order of the table.</summary>
    public static IReadOnlyList<TestFile> All { get; } =
    [
        .. File.ReadLines(System.IO.Path.Combine(Folder, "README.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|').Select(field => field.Trim()).ToArray())
            .Select(fields => new TestFile(fields[1].Trim('`'), fields[2].Length > 0 ? fields[2] : "statistics")),
    ];

    /// <summary>What lies in the folder.</summary>
    public static IEnumerable<string> Paths() =>
        Directory.GetFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(path => System.IO.Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            .Where(path => path.Contains('/', StringComparison.Ordinal) && !path.StartsWith("make/", StringComparison.Ordinal) && !path.EndsWith(".txt", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static TestFile Of(string path) => All.Single(file => file.Path == path);

    public byte[] Bytes() => File.ReadAllBytes(System.IO.Path.Combine(Folder, Path));
}
