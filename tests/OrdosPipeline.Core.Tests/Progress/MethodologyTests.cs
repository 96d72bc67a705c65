using System.Globalization;
using System.Text.Json;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Progress;

/// <summary>METHODOLOGY.md says what the code does: its worked examples are computed and compared.</summary>
public class MethodologyTests
{
    private static readonly string[] Given = ["indicator", "project", "quarter", "observations", "reports", "assigned", "annual"];

    private static string Document { get; } =
        File.ReadAllText(Checkout.PathOf("functions", "OrdosPipeline.Core", "Progress", "METHODOLOGY.md"));

    private static IEnumerable<string> ExampleTexts =>
        Document.Split("```example\n").Skip(1).Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)]);

    public static TheoryData<string> Examples => [.. ExampleTexts];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Worked_example_comes_out_as_stated(string example)
    {
        var lines = example.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ", 2)).ToDictionary(line => line[0], line => line[1]);
        var terms = lines.TryGetValue("assigned", out var assigned) ? Judge.Terms(Assigned(assigned)) : null;
        var assessment = lines.TryGetValue("project", out var project)
            ? OfProject(project, lines["quarter"], lines["reports"])
            : Judge.At(lines["quarter"], lines["indicator"], lines["observations"], terms);
        using var json = JsonDocument.Parse(lines.TryGetValue("annual", out var annual) ? Annual(lines, annual) : AssessmentJson.Write([assessment]));

        foreach (var (field, expected) in lines.Where(line => !Given.Contains(line.Key)))
        {
            if (field == "standing")
                Assert.Equal(expected, assessment.Status.Standing().Code());
            else if (field == "outcome")
                Assert.Equal(expected, Outcomes.Of(assessment, TestPlan.Ordos14().FindIndicator(lines["indicator"])!, TestPlan.Ordos14().Years).Code());
            else if (field == "absent")
                Assert.All(expected.Split(", "), name => Assert.False(json.RootElement[0].TryGetProperty(name, out _), $"{name} is there."));
            else
                Assert.True(Says(Find(json.RootElement[0], field), expected), $"{field}: {expected} is stated, {Find(json.RootElement[0], field)} computed.");
        }
    }

    [Fact]
    public void Every_formula_has_an_example()
    {
        var methods = ExampleTexts.SelectMany(example => example.Split('\n')).ToHashSet();

        Assert.All(Enum.GetNames<Method>(), name => Assert.Contains($"method: {name}", methods));
    }

    [Fact]
    public void Every_status_is_named_in_both_languages()
    {
        Assert.All(Enum.GetValues<AssessmentStatus>(), status =>
        {
            Assert.Contains($"`{status.Code()}`", Document, StringComparison.Ordinal);
            Assert.Contains(status.Chinese(beforeHorizon: false), Document, StringComparison.Ordinal);
            Assert.Contains(status.Chinese(beforeHorizon: true), Document, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_status_stands_once_in_the_table_of_standings_and_every_outcome_is_named()
    {
        var rows = Document.Split('\n').SkipWhile(line => line != "| standing | | statuses |").Skip(2).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()).ToList();
        Assert.Equal(Standings.All.Select(standing => ($"`{standing.Code()}`", standing.Chinese())), rows.Select(row => (row[0], row[1])));
        Assert.Equal(
            Enum.GetValues<AssessmentStatus>().Select(status => (status.Code(), status.Standing().Code())).Order(),
            rows.SelectMany(row => row[2].Split(", ").Select(status => (status, row[0].Trim('`')))).Order());
        Assert.All(Outcomes.All, outcome => Assert.Contains($"- `{outcome.Code()}` {outcome.Chinese()}: ", Document, StringComparison.Ordinal));
    }

    [Fact]
    public void Settings_table_states_the_defaults()
    {
        Assert.All(typeof(ProgressSettings).GetProperties().Where(property => property.PropertyType == typeof(decimal)), property =>
        {
            var name = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
            var value = ((decimal)property.GetValue(ProgressSettings.Default)!).ToString(CultureInfo.InvariantCulture);
            Assert.Contains($"| `{name}` | {value} |", Document, StringComparison.Ordinal);
        });
    }

    /// <summary>Reads <c>2022 progress 30; 2023Q2 investment 9.5, quantity-1 148, state completed</c>.</summary>
    private static Assessment OfProject(string id, string quarter, string reports)
    {
        var plan = TestPlan.Ordos14();
        return M9Project.Assess(
            plan, plan.FindProject(id)!, [.. reports.Split("; ").Select(Report)], ReportingQuarter.Parse(quarter), ProgressSettings.Default);

        ProjectReport Report(string text)
        {
            var parts = text.Split(' ', 2);
            var facts = parts[1].Split(", ").Select(fact => fact.Split(' ')).ToDictionary(fact => fact[0], fact => fact[1]);
            return new()
            {
                Key = new(plan.Id, id, Period.Parse(parts[0])),
                State = facts.TryGetValue("state", out var state) ? Enum.Parse<ProjectState>(state, ignoreCase: true) : null,
                Progress = Number("progress"),
                Investment = Number("investment"),
                Quantities = facts.Where(fact => fact.Key.StartsWith("quantity-", StringComparison.Ordinal)).ToDictionary(
                    fact => int.Parse(fact.Key["quantity-".Length..], CultureInfo.InvariantCulture), fact => decimal.Parse(fact.Value, CultureInfo.InvariantCulture)),
                Origin = new("S1", DateTimeOffset.UnixEpoch, "Sheet1", "C7", parts[1]),
            };

            decimal? Number(string name) => facts.TryGetValue(name, out var number) ? decimal.Parse(number, CultureInfo.InvariantCulture) : null;
        }
    }

    /// <summary>Reads <c>2023 &gt;= 520</c> and answers in the form of an assessment.</summary>
    private static byte[] Annual(Dictionary<string, string> lines, string annual)
    {
        var words = annual.Split(' ');
        Assert.Equal((lines["quarter"][..4], ">="), (words[0], words[1]));
        var low = decimal.Parse(words[2], CultureInfo.InvariantCulture);
        var plan = TestPlan.Ordos14();
        var assessment = AnnualTarget.Assess(
            plan, plan.FindIndicator(lines["indicator"])!, Judge.Series(lines["observations"]), ReportingQuarter.Parse(lines["quarter"]), plan.City.Code,
            new TargetBounds(Comparator.AtLeast, low, low), "d", ProgressSettings.Default);
        return JsonSerializer.SerializeToUtf8Bytes(new[]
        {
            new { status = assessment.Status.Code(), value = assessment.Value, valuePeriod = $"{assessment.ValuePeriod}", ratio = assessment.Ratio },
        });
    }

    private static TargetInForce Assigned(string text)
    {
        var words = text.Split(' ');
        var basis = Enum.Parse<Basis>(words[1], ignoreCase: true);
        Assert.Equal(">=", words[2]);
        return Judge.Target(words[0], basis, Comparator.AtLeast, decimal.Parse(words[3], CultureInfo.InvariantCulture), source: TargetSource.Assigned);
    }

    private static JsonElement Find(JsonElement assessment, string field)
    {
        foreach (var name in field.Split('.'))
            assessment = assessment.TryGetProperty(name, out var inner) ? inner : throw new Xunit.Sdk.XunitException($"{field} is absent.");
        return assessment;
    }

    /// <summary>Numbers are compared to as many decimals as the document states.</summary>
    private static bool Says(JsonElement element, string expected) => element.ValueKind switch
    {
        JsonValueKind.Number => Math.Round(element.GetDecimal(), expected.SkipWhile(c => c != '.').Skip(1).Count()) == decimal.Parse(expected, CultureInfo.InvariantCulture),
        JsonValueKind.Array => string.Join(", ", element.EnumerateArray()) == expected,
        JsonValueKind.String => element.GetString() == expected,
        _ => element.GetRawText() == expected,
    };
}
