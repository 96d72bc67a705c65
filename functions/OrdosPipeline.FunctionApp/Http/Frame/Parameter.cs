using System.Text.Json.Nodes;

namespace OrdosPipeline.FunctionApp.Http.Frame;

/// <summary>A parameter of an operation: what it is called, what it may be, and what it means.</summary>
/// <param name="Name">In the query, or between braces in the route.</param>
/// <param name="Meaning">In Chinese.</param>
/// <param name="MeaningEn">In English.</param>
internal sealed record Parameter(string Name, string Meaning, string MeaningEn)
{
    public bool IsRequired { get; init; }

    public string? Example { get; init; }

    /// <summary>The only values there are; empty for any.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What <see cref="Fault"/> demands, as a regular expression; null for any text.</summary>
    public string? Pattern { get; init; }

    /// <summary>The smallest and the largest whole number; null where it is none.</summary>
    public (int Least, int Most)? Range { get; init; }

    public Parameter Required => this with { IsRequired = true };

    /// <summary>What is wrong with a value; null when nothing is. Whether what it names exists is for the handler to say.</summary>
    public Problem? Fault(string value)
    {
        if (Choices.Count > 0 && !Choices.Contains(value, StringComparer.Ordinal))
        {
            return Problem.BadRequest(
                $"{Name} 应为 {string.Join("、", Choices)} 之一，收到“{value}”。", $"{Name} must be one of {string.Join(", ", Choices)}, not '{value}'.", Name);
        }

        if (Range is { } range && !(int.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= range.Least && number <= range.Most))
            return Problem.BadRequest($"{Name} 应为 {range.Least} 至 {range.Most}，收到“{value}”。", $"{Name} must be {range.Least} to {range.Most}, not '{value}'.", Name);
        return Pattern is not null && !System.Text.RegularExpressions.Regex.IsMatch(value, Pattern, System.Text.RegularExpressions.RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
            ? Problem.BadRequest($"{Name} 的写法不对：“{value}”，应如 {Example}。", $"{Name} is '{value}'; write it such as {Example}.", Name)
            : null;
    }

    /// <summary>As JSON Schema.</summary>
    public JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = Range is null ? "string" : "integer" };
        if (Choices.Count > 0)
            schema["enum"] = new JsonArray([.. Choices.Select(choice => (JsonNode)choice)]);
        if (Pattern is not null)
            schema["pattern"] = Pattern;
        if (Range is { } range)
            (schema["minimum"], schema["maximum"]) = (range.Least, range.Most);
        return schema;
    }
}
