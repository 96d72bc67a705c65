using System.Text.Json;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Core.Reporting.Json;

/// <summary>The object <c>differences</c>.</summary>
internal static class DifferencesJson
{
    public static void Write(Utf8JsonWriter json, QuarterSummary summary)
    {
        if (summary.Differences is not { } differences)
            return;
        json.Object("differences", () =>
        {
            json.WriteNumber("version", differences.Version);
            json.Instant("asOf", differences.AsOf);
            json.List("changes", differences.Changes, change =>
            {
                json.WriteString("kind", change.Kind);
                json.WriteString("id", change.Id);
                json.WriteString("name", change.Name);
                json.WriteString("column", change.Column);
                json.Optional("old", change.Old);
                json.Optional("new", change.New);
                json.List("submissions", change.Submissions);
                json.List("decisions", change.Decisions);
            });
        });
    }
}
