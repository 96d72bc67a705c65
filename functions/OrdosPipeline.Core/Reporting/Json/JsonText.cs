using System.Globalization;
using System.Text.Json;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Core.Reporting.Json;

/// <summary>How values stand in <c>summary.json</c>: what does not apply is absent, numbers are exact and without trailing zeros.</summary>
internal static class JsonText
{
    public static void Optional(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is { Length: > 0 })
            json.WriteString(name, text);
    }

    public static void Optional(this Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } known)
            json.WriteNumber(name, Shortest(known));
    }

    public static void Optional(this Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } known)
            json.WriteNumber(name, known);
    }

    public static void Instant(this Utf8JsonWriter json, string name, DateTimeOffset? instant)
    {
        if (instant is { } known)
            json.WriteString(name, Instant(known));
    }

    /// <summary>UTC, in whole seconds.</summary>
    public static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static void List(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    public static void List<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Object(this Utf8JsonWriter json, string name, Action write)
    {
        json.WriteStartObject(name);
        write();
        json.WriteEndObject();
    }

    /// <summary>The cell that a value came from, with the path of its file.</summary>
    public static void Origin(this Utf8JsonWriter json, QuarterSummary summary, Origin origin)
    {
        json.WriteString("submission", origin.Submission);
        json.WriteString("path", summary.SubmissionPaths.GetValueOrDefault(origin.Submission));
        json.WriteString("sheet", origin.Sheet);
        json.WriteString("cell", origin.Cell);
        json.WriteString("text", origin.Text);
    }

    public static void Bounds(this Utf8JsonWriter json, string name, TargetBounds? bounds)
    {
        if (bounds is null)
            return;
        json.Object(name, () =>
        {
            json.WriteString("comparator", bounds.Comparator.Sign());
            json.Optional("low", bounds.Low);
            json.Optional("high", bounds.High);
        });
    }

    private static decimal Shortest(decimal number) => ((Rational)number).ToDecimal() ?? number;
}
