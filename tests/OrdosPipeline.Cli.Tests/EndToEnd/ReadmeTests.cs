using System.Text.RegularExpressions;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Cli.Tests.EndToEnd;

/// <summary>Holds what README.md shows to what the program prints.</summary>
public partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Checkout.PathOf("README.md"));

    [Fact]
    public async Task The_demo_prints_every_line_that_the_readme_shows()
    {
        var (code, output) = await OrdosAsync("demo", "--once");
        Assert.Equal(0, code);
        var printed = output.Split('\n').Select(line => line.Trim()).ToHashSet(StringComparer.Ordinal);
        var shown = Blocks()[0].Split('\n').Select(line => line.Trim())
            .Where(line => line.Length > 0 && line != "…" && !line.StartsWith("报告：", StringComparison.Ordinal))
            .ToList();
        Assert.True(shown.Count > 20);
        Assert.DoesNotContain(shown, line => !printed.Contains(line));
        Assert.Contains(printed, line => line.StartsWith("报告：http://127.0.0.1:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_check_prints_what_the_readme_shows()
    {
        var lines = Blocks()[1].Split('\n');
        Assert.StartsWith("$ ordos check ", lines[0], StringComparison.Ordinal);
        var (code, output) = await OrdosAsync(lines[0].Split(' ')[2..]);
        Assert.Equal(1, code);
        Assert.Equal(string.Join('\n', lines[1..]).TrimEnd(), output.TrimEnd());
    }

    [Fact]
    public async Task Every_command_of_the_readme_exists()
    {
        var commands = Command().Matches(Readme).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.True(commands.Count >= 10, string.Join(' ', commands));
        foreach (var command in commands)
        {
            var (code, _) = await OrdosAsync([.. command.Split(' '), "--help"]);
            Assert.True(code == 0, command);
        }
    }

    private static List<string> Blocks() => [.. TextBlock().Matches(Readme).Select(match => match.Groups[1].Value)];

    private static async Task<(int Code, string Output)> OrdosAsync(params IEnumerable<string> arguments)
    {
        var (code, output, errors) = await OrdosProcess.RunAsync(arguments);
        return (code, code is 0 or 1 ? output : output + errors);
    }

    [GeneratedRegex("```text\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex TextBlock();

    [GeneratedRegex("(?<=[`$] ?)ordos ((?:plan )?[a-z]+)")]
    private static partial Regex Command();
}
