using System.Globalization;
using System.Text.Json;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>How values stand in the JSON of the product: what does not apply is absent, numbers are exact and without trailing zeros.</summary>
internal static class JsonFields
{
    public static void Optional(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is { Length: > 0 })
            json.WriteString(name, text);
    }

    public static void Optional(this Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } known)
            json.WriteNumber(name, ((Rational)known).ToDecimal() ?? known);
    }

    public static void Optional(this Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } known)
            json.WriteNumber(name, known);
    }

    /// <summary>UTC, in whole seconds.</summary>
    public static void Instant(this Utf8JsonWriter json, string name, DateTimeOffset? instant)
    {
        if (instant is { } known)
            json.WriteString(name, known.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }

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
}
