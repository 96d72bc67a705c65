using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress.Decisions;

/// <summary>The document of a decision in <c>decisions/</c>, and the id that its content gives it.</summary>
public static class DecisionJson
{
    private const int Schema = 1;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <summary>20 hexadecimal digits of the SHA-256 of what was decided, without when and by whom it was recorded.</summary>
    public static string IdOf(Decision decision) => Convert.ToHexStringLower(SHA256.HashData(Bytes(json => WriteContent(json, decision))).AsSpan(0, 10));

    public static byte[] Write(RecordedDecision recorded) => Bytes(json =>
    {
        json.WriteNumber("schema", Schema);
        json.WriteString("id", recorded.Id);
        json.Instant("recordedAt", recorded.RecordedAt);
        json.WriteString("recordedBy", recorded.RecordedBy);
        WriteContent(json, recorded.Decision);
    });

    /// <exception cref="JsonException">It is no such document.</exception>
    public static RecordedDecision Read(ReadOnlyMemory<byte> document)
    {
        using var parsed = JsonDocument.Parse(document);
        var root = parsed.RootElement;
        if (root.GetProperty("schema").GetInt32() != Schema)
            throw new JsonException($"The schema {root.GetProperty("schema")} of a decision is not known.");
        var decision = new Decision
        {
            Plan = Text(root, "plan")!,
            Kind = DecisionKinds.All.Single(kind => kind.Code() == Text(root, "kind")),
            Indicator = Text(root, "indicator")!,
            Region = Text(root, "region")!,
            EffectiveFrom = ReportingQuarter.Parse(Text(root, "effectiveFrom")!),
            Basis = Text(root, "basis") is { } basis ? CatalogueWords.Bases.Single(pair => pair.Word == basis).Value : null,
            Target = Bounds(root, "target"),
            Replaced = Bounds(root, "replaced"),
            Year = root.TryGetProperty("year", out var year) ? year.GetInt32() : null,
            Baseline = root.TryGetProperty("baseline", out var baseline)
                ? new LoadedBaseline(Period.Parse(Text(baseline, "period")!), baseline.GetProperty("value").GetDecimal())
                : null,
            Authority = Text(root, "authority") ?? "",
            DocumentNumber = Text(root, "documentNumber") ?? "",
            DocumentDate = Text(root, "documentDate") is { } date ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            Reason = Text(root, "reason") ?? "",
        };
        return new(Text(root, "id")!, decision, root.GetProperty("recordedAt").GetDateTimeOffset(), Text(root, "recordedBy")!);
    }

    /// <summary>The properties of what was decided, into an object that is open.</summary>
    internal static void WriteContent(Utf8JsonWriter json, Decision decision)
    {
        json.WriteString("plan", decision.Plan);
        json.WriteString("kind", decision.Kind.Code());
        json.WriteString("indicator", decision.Indicator);
        json.WriteString("region", decision.Region);
        json.WriteString("effectiveFrom", decision.EffectiveFrom.ToString());
        json.Optional("basis", decision.Basis?.Word());
        json.Bounds("target", decision.Target);
        json.Bounds("replaced", decision.Replaced);
        json.Optional("year", decision.Year);
        if (decision.Baseline is { } baseline)
        {
            json.Object("baseline", () =>
            {
                json.WriteString("period", baseline.Period.ToString());
                json.Optional("value", baseline.Value);
            });
        }

        json.Optional("authority", decision.Authority);
        json.Optional("documentNumber", decision.DocumentNumber);
        json.Optional("documentDate", decision.DocumentDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.Optional("reason", decision.Reason);
    }

    private static TargetBounds? Bounds(JsonElement root, string name) => root.TryGetProperty(name, out var bounds)
        ? new(
            CatalogueWords.Comparators.Single(pair => pair.Word == Text(bounds, "comparator")).Value,
            bounds.GetProperty("low").GetDecimal(),
            bounds.GetProperty("high").GetDecimal())
        : null;

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
