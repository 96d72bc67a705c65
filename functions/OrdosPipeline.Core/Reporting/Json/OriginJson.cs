using System.Text.Json;
using OrdosPipeline.Core.Normalisation;

namespace OrdosPipeline.Core.Reporting.Json;

internal static class OriginJson
{
    /// <summary>The cell that a value came from with the path of its file, into an object that is open.</summary>
    public static void Origin(this Utf8JsonWriter json, QuarterSummary summary, Origin origin)
    {
        json.WriteString("submission", origin.Submission);
        json.WriteString("path", summary.SubmissionPaths.GetValueOrDefault(origin.Submission));
        json.WriteString("sheet", origin.Sheet);
        json.WriteString("cell", origin.Cell);
        json.WriteString("text", origin.Text);
    }
}
