using OrdosPipeline.Testing;

namespace OrdosPipeline.Infra.Tests;

/// <summary>
/// Parts of the documents in <c>infra/</c> that are computed. Each stands between <c>&lt;!-- computed: name --&gt;</c> and
/// <c>&lt;!-- end --&gt;</c>; <c>UPDATE_APPROVED=1 dotnet test</c> writes it anew.
/// </summary>
internal static class ReadmeSection
{
    private const string End = "<!-- end -->";

    private static readonly Lock Gate = new();

    /// <param name="name">Of the part.</param>
    /// <param name="expected">What must stand there.</param>
    /// <param name="file">In <c>infra/</c>.</param>
    public static void Holds(string name, string expected, string file = "README.md")
    {
        lock (Gate)
        {
            var path = Checkout.PathOf("infra", file);
            var text = File.ReadAllText(path).ReplaceLineEndings("\n");
            var mark = $"<!-- computed: {name} -->\n";
            var start = text.IndexOf(mark, StringComparison.Ordinal) + mark.Length;
            var end = start < mark.Length ? -1 : text.IndexOf(End, start, StringComparison.Ordinal);
            Assert.True(end > start - 1, $"infra/{file} has no part '{mark.Trim()}' that ends with {End}.");
            if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1" && Environment.GetEnvironmentVariable("CI") is null or "")
                File.WriteAllText(path, text[..start] + expected + text[end..]);
            else
                Assert.Equal(expected, text[start..end]);
        }
    }
}
