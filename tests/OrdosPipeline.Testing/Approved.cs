using System.Runtime.CompilerServices;

namespace OrdosPipeline.Testing;

/// <summary>
/// Compares text with an approved file that stands beside the tests. <c>UPDATE_APPROVED=1 dotnet test</c> renews the
/// files, to be reviewed as a difference; where <c>CI</c> is set it is refused.
/// </summary>
public static class Approved
{
    private const string UpdateVariable = "UPDATE_APPROVED";

    /// <summary>Whether what differs is to be renewed.</summary>
    public static bool IsUpdate { get; } = Environment.GetEnvironmentVariable(UpdateVariable) is "1" or "true";

    /// <summary>Fails unless <paramref name="actual"/> is what was approved; leaves it beside the approved file as <c>*.received.txt</c>.</summary>
    /// <param name="actual">Readable text.</param>
    /// <param name="name">Path of the approved file without its <c>.approved.txt</c>, from the folder of the calling test.</param>
    /// <param name="testFile">Filled in by the compiler.</param>
    public static void Matches(string actual, string name, [CallerFilePath] string testFile = "")
    {
        if (IsUpdate && Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
            throw new InvalidOperationException($"{UpdateVariable} renews approved files; a build server only compares them.");
        var approvedPath = PathOf(name, testFile);
        var receivedPath = approvedPath.Replace(".approved.", ".received.", StringComparison.Ordinal);
        actual = actual.ReplaceLineEndings("\n");
        if (!actual.EndsWith('\n'))
            actual += "\n";
        var approved = File.Exists(approvedPath) ? File.ReadAllText(approvedPath).ReplaceLineEndings("\n") : null;
        if (approved == actual)
        {
            File.Delete(receivedPath);
            return;
        }

        if (IsUpdate)
        {
            File.Delete(receivedPath);
            File.WriteAllText(approvedPath, actual);
            return;
        }

        File.WriteAllText(receivedPath, actual);
        throw new NotApprovedException($"""
            {(approved is null ? "There is no" : "The text differs from")} {approvedPath}
            Compare it with {Path.GetFileName(receivedPath)}; if that is right: {UpdateVariable}=1 dotnet test

            {actual}
            """);
    }

    /// <summary>Fails when a folder holds approved files that no test compares any more.</summary>
    /// <param name="names">Those in use, as given to <see cref="Matches"/>.</param>
    /// <param name="folder">From the folder of the calling test.</param>
    /// <param name="testFile">Filled in by the compiler.</param>
    public static void AreAllUsed(IEnumerable<string> names, string folder, [CallerFilePath] string testFile = "")
    {
        var used = names.Select(name => PathOf(name, testFile)).ToHashSet(StringComparer.Ordinal);
        var unused = Directory.GetFiles(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(testFile)!, folder)), "*.approved.*").Where(path => !used.Contains(path)).ToList();
        if (unused.Count > 0)
            throw new NotApprovedException($"No test uses {string.Join(", ", unused)}; delete what is not needed.");
    }

    private static string PathOf(string name, string testFile) =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(testFile)!, name + ".approved.txt"));
}

/// <summary>A text is not the approved one.</summary>
public sealed class NotApprovedException(string message) : Exception(message);
