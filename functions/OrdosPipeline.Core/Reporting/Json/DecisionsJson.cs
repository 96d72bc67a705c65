using System.Text.Json;
using OrdosPipeline.Core.Progress;
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
            DecisionJson.WriteContent(json, recorded.Decision);
        });
    }
}
