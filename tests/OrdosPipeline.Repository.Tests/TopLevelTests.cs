using System.Text.Json;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Repository.Tests;

public class TopLevelTests
{
    private static readonly string[] Expected =
        ["Directory.Build.props", "Directory.Packages.props", "OrdosPipeline.sln", "README.md", "functions", "global.json", "host.json", "infra", "sample-inputs", "tests"];

    [Fact]
    public void The_top_level_holds_what_the_layout_names_and_nothing_else()
    {
        var entries = Directory.GetFileSystemEntries(Checkout.Root).Select(entry => Path.GetFileName(entry)!)
            .Where(name => !name.StartsWith('.') && name is not ("README.zh-CN.md" or "LICENSE"));
        Assert.Equal(Expected.Order(StringComparer.Ordinal), entries.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_solution_holds_every_project()
    {
        var solution = File.ReadAllText(Checkout.PathOf("OrdosPipeline.sln")).Replace('\\', '/');
        var projects = new[] { "functions", "tests" }.SelectMany(folder => Directory.EnumerateFiles(Checkout.PathOf(folder), "*.csproj", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Checkout.Root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal));
        Assert.All(projects, project => Assert.Contains($"\"{project}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void The_host_gives_a_blob_five_tries()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Checkout.PathOf("host.json")));
        Assert.Equal(5, host.RootElement.GetProperty("extensions").GetProperty("blobs").GetProperty("poisonBlobThreshold").GetInt32());
    }

    [Fact]
    public void No_code_names_an_indicator_of_the_plan()
    {
        var ids = File.ReadLines(Checkout.PathOf("functions", "plan", "ordos-14", "indicators.csv")).Skip(1)
            .Select(line => line.Split(',')[0]).Where(id => id.Length is 3 or 4 && id[0] is 'H' or 'T' && id.AsSpan(1).ContainsAnyExceptInRange('0', '9') == false).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(350, ids.Count);
        var named = from file in Directory.EnumerateFiles(Checkout.PathOf("functions"), "*.cs", SearchOption.AllDirectories)
                    where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                    from line in File.ReadLines(file)
                    where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
                    from id in ids
                    where line.Contains($"\"{id}\"", StringComparison.Ordinal)
                    select $"{Path.GetFileName(file)}: {id}";
        Assert.Empty(named);
    }
}
