using System.Text.RegularExpressions;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Repository.Tests;

/// <summary>Holds the tables of functions and settings in functions/README.md to the code.</summary>
public partial class FunctionsReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Checkout.PathOf("functions", "README.md"));

    [Fact]
    public void Every_function_stands_in_its_table_with_its_trigger()
    {
        var declared = Sources("OrdosPipeline.FunctionApp").SelectMany(source => Function().Matches(source))
            .ToDictionary(match => match.Groups["name"].Value, match => Trigger(match.Groups["trigger"].Value), StringComparer.Ordinal);
        Assert.Equal(33, declared.Count);
        var documented = Section("Functions").SelectMany(row => Code().Matches(row[0]).Select(name => (Name: name.Groups[1].Value, Trigger: row[1])))
            .ToDictionary(pair => pair.Name, pair => pair.Trigger, StringComparer.Ordinal);
        Assert.Equal(declared.Keys.Order(StringComparer.Ordinal), documented.Keys.Order(StringComparer.Ordinal));
        Assert.All(declared, function => Assert.Contains(documented[function.Key], Spellings(function.Value)));
    }

    [Fact]
    public void Every_setting_that_the_code_asks_for_stands_in_its_table_and_no_other()
    {
        var settings = File.ReadAllText(Checkout.PathOf("functions", "OrdosPipeline.Documents", "PipelineSettings.cs"))
            + File.ReadAllText(Checkout.PathOf("functions", "OrdosPipeline.Documents", "PipelineRegistration.cs"))
            + string.Concat(Sources("OrdosPipeline.FunctionApp"));
        var storage = File.ReadAllText(Checkout.PathOf("functions", "OrdosPipeline.Storage", "StorageOptions.cs"));
        var asked = Setting().Matches(settings).Select(match => match.Groups[1].Value)
            .Concat(StorageSetting().Matches(storage).Select(match => $"Storage:{match.Groups[1].Value}"))
            .Concat(["Storage", "AzureWebJobsStorage"])
            .Concat(["Auth:Keys:{name}:Role", "Auth:Keys:{name}:Key", "Auth:Keys:{name}:Department"]);
        var documented = Section("Settings").SelectMany(row => Code().Matches(row[0]).Select(match => match.Groups[1].Value));
        Assert.Equal(asked.Distinct().Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_stage_and_every_project_stands_in_its_table()
    {
        Assert.Equal(Folders("OrdosPipeline.Core", "*").Where(name => name is not ("bin" or "obj")), FirstCodes("Stages"));
        Assert.Equal(Folders("", "OrdosPipeline.*"), FirstCodes("Projects"));
    }

    private static IEnumerable<string> Folders(string project, string pattern) =>
        Directory.GetDirectories(Checkout.PathOf("functions", project), pattern).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> FirstCodes(string heading) =>
        Section(heading).Select(row => Code().Match(row[0]).Groups[1].Value).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Sources(string project) =>
        Directory.EnumerateFiles(Checkout.PathOf("functions", project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText);

    /// <summary>The rows of the table below a heading, without its head, cell by cell.</summary>
    private static List<string[]> Section(string heading)
    {
        var section = Readme.Split("\n## ").Single(part => part.StartsWith(heading + "\n", StringComparison.Ordinal));
        return [.. section.Split('\n').Where(line => line.StartsWith('|')).Skip(2).Select(line => line.Trim('|').Split(" | ").Select(cell => cell.Trim()).ToArray())];
    }

    private static string Trigger(string source) => source switch
    {
        _ when BlobTrigger().Match(source) is { Success: true } blob => $"blob `{blob.Groups[1].Value}`",
        _ when TimerTrigger().Match(source) is { Success: true } timer => $"timer {timer.Groups[1].Value}",
        _ when HttpTrigger().Match(source) is { Success: true } http => $"`{http.Groups[1].Value.ToUpperInvariant()} /{http.Groups[2].Value}`",
        _ => throw new InvalidOperationException($"No trigger in {source}"),
    };

    /// <summary>How the table may write a trigger; schedules stand in words there.</summary>
    private static string[] Spellings(string trigger) => trigger switch
    {
        "timer 0 */15 * * * *" => ["timer, every 15 minutes"],
        "timer 0 0 18 * * *" => ["timer, daily 02:00 China time"],
        "timer 0 0 0 * * *" => ["timer, daily 08:00 China time"],
        "timer 0 30 0 * * *" => ["timer, daily 08:30 China time"],
        _ when trigger.StartsWith("`GET /api/", StringComparison.Ordinal) => [trigger, "`GET /api/…`"],
        _ when trigger.StartsWith("`GET /", StringComparison.Ordinal) => [trigger, "`GET /…`"],
        _ => [trigger],
    };

    [GeneratedRegex(@"\[Function\((?:nameof\((?<name>\w+)\)|""(?<name>\w+)"")\)\](?<trigger>.*?Trigger\(.*?\)\])", RegexOptions.Singleline)]
    private static partial Regex Function();

    [GeneratedRegex("BlobTrigger\\(\"([^\"]+)\"")]
    private static partial Regex BlobTrigger();

    [GeneratedRegex("TimerTrigger\\(\"([^\"]+)\"")]
    private static partial Regex TimerTrigger();

    [GeneratedRegex("HttpTrigger\\(AuthorizationLevel\\.\\w+, \"(\\w+)\", Route = \"([^\"]+)\"")]
    private static partial Regex HttpTrigger();

    [GeneratedRegex("(?:setting(?:, |\\()|configuration\\[)\"([A-Z]\\w+:?[\\w:]*)\"")]
    private static partial Regex Setting();

    [GeneratedRegex("(?:Part|Address)\\(\"(\\w+)\"\\)")]
    private static partial Regex StorageSetting();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
