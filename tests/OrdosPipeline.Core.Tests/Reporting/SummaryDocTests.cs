using System.Text.Json;
using System.Text.RegularExpressions;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Reporting;

/// <summary>SUMMARY.md describes every property of <c>summary.json</c> and no other.</summary>
public partial class SummaryDocTests
{
    private static readonly string Document = File.ReadAllText(Checkout.PathOf("functions", "OrdosPipeline.Core", "Reporting", "SUMMARY.md"));

    // Codes of statuses, whose number differs from summary to summary.
    private const string Counts = "scoreboards[].counts.";

    [Fact]
    public async Task Every_property_is_described_with_its_type_and_no_other()
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var quarter in new[] { "2023Q4", "2025Q4" })
            Walk(JsonDocument.Parse(await WriteAsync(SampleSummary.Of(quarter))).RootElement, "", found);
        var documented = Document.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|')).Select(cells => $"{cells[1].Trim().Trim('`')} {cells[2].Trim()}");
        Assert.Equal(found, documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_number_of_the_schema_is_stated() => Assert.Contains($"`schema` is {SummaryJson.Schema}", Document, StringComparison.Ordinal);

    [Fact]
    public async Task The_same_inputs_give_the_same_bytes() => Assert.Equal(await WriteAsync(SampleSummary.Of("2023Q4")), await WriteAsync(SampleSummary.Of("2023Q4")));

    private static async Task<string> WriteAsync(QuarterSummary summary)
    {
        using var file = new MemoryStream();
        await new SummaryJson().WriteAsync(summary, file);
        return System.Text.Encoding.UTF8.GetString(file.ToArray());
    }

    private static void Walk(JsonElement element, string path, SortedSet<string> found)
    {
        if (path.StartsWith(Counts, StringComparison.Ordinal))
            path = Counts + "…";
        if (path.Length > 0 && element.ValueKind is not JsonValueKind.Null && !path.EndsWith("[]", StringComparison.Ordinal))
            found.Add($"{Lists().Replace(path, "{list}", 1)} {Word(element)}");
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
                Walk(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", found);
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Walk(item, path + "[]", found);
        }
    }

    private static string Word(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => "text",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "yes or no",
        JsonValueKind.Array => "list",
        _ => "object",
    };

    [GeneratedRegex(@"^(indicators|regions|annualTargets|projects)(?=$|\[)")]
    private static partial Regex Lists();
}
