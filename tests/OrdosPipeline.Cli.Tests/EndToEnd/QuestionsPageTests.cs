using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Cli.Tests.EndToEnd;

/// <summary>QUESTIONS.md says how each tool is asked: table, command and API give the same rows, and the pages exist.</summary>
public sealed partial class QuestionsPageTests(SampleSystem system) : IClassFixture<SampleSystem>
{
    private const string AnySubmission = "0a1b2c3d4e5f60718293";

    /// <summary>Questions to which the samples have no answer.</summary>
    private static readonly string[] Unanswered =
        ["What was a figure believed to be on a day?", "How far is a project?", "What has the system given up?", "Who has done what to the system?"];

    [Fact]
    public async Task Whatever_tool_is_asked_the_answer_is_the_same()
    {
        var sections = Section().Matches(await File.ReadAllTextAsync(Checkout.PathOf("functions", "QUESTIONS.md")));
        Assert.Equal(17, sections.Count);
        var wrong = new List<string>();
        foreach (var section in sections.Select(match => match.Groups))
        {
            var question = section["question"].Value;
            var asked = Row().Matches(section["body"].Value).ToDictionary(row => row.Groups["by"].Value, row => row.Groups["ask"].Value.Replace("\\|", "|", StringComparison.Ordinal), StringComparer.Ordinal);
            var byCommand = await CommandAsync(asked["command"]);
            var byAddress = await AddressAsync(asked["address"]);
            if (byCommand.Count == 0 != Unanswered.Contains(question))
                wrong.Add($"{question} The command finds {byCommand.Count} rows.");
            if (!byCommand.SequenceEqual(byAddress))
                wrong.Add($"{question} The command finds {byCommand.Count} rows, the address {byAddress.Count}, and they differ.");
            var (by, filter) = asked.Single(row => row.Key.StartsWith("table ", StringComparison.Ordinal));
            var (table, rest) = by.Split(", ") is [var named, var part] ? (named[6..], part) : (by[6..], null);
            var inTable = await TableAsync(table, filter);
            if (rest is null && inTable != byCommand.Count)
                wrong.Add($"{question} The table has {inTable} rows, the command finds {byCommand.Count}.");
            if (asked.TryGetValue("page", out var page) && !File.Exists(Checkout.PathOf("functions", "OrdosPipeline.FunctionApp", "Dashboard", "views", $"{View().Match(page).Groups[1].Value}.js")))
                wrong.Add($"{question} There is no page {page}.");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>The rows as JSON, one text each.</summary>
    private async Task<List<string>> CommandAsync(string command)
    {
        var arguments = Word().Matches(command["ordos ".Length..]).Select(word => word.Value.Trim('"'));
        var (code, output, errors) = await system.OrdosAsync(Checkout.Root, [.. arguments, "--format", "json"]);
        Assert.True(code is 0 or 1, $"{command}: {errors}");
        return Rows(output);
    }

    private async Task<List<string>> AddressAsync(string address)
    {
        using var response = await system.Http.GetAsync(address.TrimStart('/'));
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{address}: {body}");
        return Rows(body);
    }

    private async Task<int> TableAsync(string table, string filter)
    {
        Assert.Contains(table, TableNames.All);
        var client = new TableClient(system.ConnectionString, table);
        // The submission of an example is nobody's.
        return filter.Contains(AnySubmission, StringComparison.Ordinal) ? 0 : await client.QueryAsync<TableEntity>(filter).CountAsync();
    }

    private static List<string> Rows(string json)
    {
        using var answer = JsonDocument.Parse(json);
        return [.. answer.RootElement.GetProperty("value").EnumerateArray().Select(row => JsonSerializer.Serialize(row))];
    }

    [GeneratedRegex("^## (?<question>[^\n]+\\?)\n(?<body>.*?)(?=^## |\\z)", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex("^\\| (?<by>table [^|]+|command|address|page) \\| `(?<ask>[^`]+)` \\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("\"[^\"]*\"|[^ ]+")]
    private static partial Regex Word();

    [GeneratedRegex("^#/([a-z]+)")]
    private static partial Regex View();
}
