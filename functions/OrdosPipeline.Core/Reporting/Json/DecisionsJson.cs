using System.Globalization;
using System.Text.Json;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress.Decisions;

namespace OrdosPipeline.Core.Reporting.Json;

/// <summary>The list <c>decisions</c>, and the ids of those in force.</summary>
internal static class DecisionsJson
{
    public static void Write(Utf8JsonWriter json, QuarterSummary summary)
    {
        var inForce = summary.TargetsInForce.Select(recorded => recorded.Id).ToHashSet(StringComparer.Ordinal);
        json.List("decisions", summary.Decisions, recorded =>
        {
            json.WriteString("id", recorded.Id);
            json.WriteBoolean("inForce", inForce.Contains(recorded.Id));
            json.Instant("recordedAt", recorded.RecordedAt);
            json.WriteString("recordedBy", recorded.RecordedBy);
            WriteContent(json, recorded.Decision);
        });
    }

    /// <summary>What was decided, without the record of it.</summary>
    public static void WriteContent(Utf8JsonWriter json, Decision decision)
    {
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
}
