using System.Text.RegularExpressions;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Repository.Tests;

/// <summary>Inside Core a stage knows the plan and the stages to its left; only the flows beside the folders, and what is asked of the system, know the ports.</summary>
public partial class StageOrderTests
{
    private static readonly string[] Stages = ["Plan", "Intake", "Validation", "Normalisation", "Progress", "Reporting"];

    /// <summary>What people ask of the tables, and of the system itself. They use the stages and the ports; no stage uses them.</summary>
    private static readonly string[] Asked = ["Answers", "Health"];

    public static TheoryData<string> StageNames => [.. Stages];

    [Fact]
    public void Core_holds_the_stages_and_the_ports_and_nothing_else()
    {
        var folders = Directory.GetDirectories(Checkout.PathOf("functions", "OrdosPipeline.Core")).Select(Path.GetFileName)
            .Where(folder => folder is not ("bin" or "obj"));
        Assert.Equal(Stages.Append("Stores").Concat(Asked).Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(StageNames))]
    public void A_stage_uses_only_the_stages_to_its_left(string stage)
    {
        var left = Stages.TakeWhile(name => name != stage).Append(stage).ToHashSet(StringComparer.Ordinal);
        var wrong = from file in SourceFiles(stage)
                    from used in NamesOfStages().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)
                    where !left.Contains(used)
                    select $"{Path.GetFileName(file)} uses {used}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_source_file_of_a_stage_is_in_its_namespace()
    {
        var wrong = from stage in Stages.Append("Stores").Concat(Asked)
                    from file in SourceFiles(stage)
                    let expected = $"namespace OrdosPipeline.Core.{Path.GetRelativePath(Checkout.PathOf("functions", "OrdosPipeline.Core"), Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.')};"
                    where !File.ReadAllText(file).Contains(expected, StringComparison.Ordinal)
                    select file;
        Assert.Empty(wrong);
    }

    [Fact]
    public void Core_reads_no_clock_and_no_files()
    {
        // DryRun spools an upload to disk, so that it is not held in memory; it is a flow, not a stage.
        var wrong = from stage in Stages.Append("Stores").Concat(Asked)
                    from file in SourceFiles(stage)
                    where ClockOrFile().IsMatch(File.ReadAllText(file))
                    select Path.GetFileName(file);
        Assert.Empty(wrong);
    }

    private static IEnumerable<string> SourceFiles(string stage) =>
        Directory.EnumerateFiles(Checkout.PathOf("functions", "OrdosPipeline.Core", stage), "*.cs", SearchOption.AllDirectories);

    [GeneratedRegex(@"OrdosPipeline\.Core\.(Plan|Intake|Validation|Normalisation|Progress|Reporting|Stores|Answers|Health)\b")]
    private static partial Regex NamesOfStages();

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(Utc)?(Now|Today)\b|(?<![.\w])(File|Directory)\.[A-Z][a-z]+\w*\(|\bnew FileStream\b|\bEnvironment\.(?!NewLine)")]
    private static partial Regex ClockOrFile();
}
