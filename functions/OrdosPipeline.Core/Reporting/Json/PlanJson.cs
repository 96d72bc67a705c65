using System.Text.Json;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Core.Reporting.Json;

/// <summary>The lists <c>parts</c> and <c>tensions</c>: what of the plan's own text a report of the quarter needs.</summary>
internal static class PlanJson
{
    public static void Write(Utf8JsonWriter json, QuarterSummary summary)
    {
        json.List("parts", summary.Plan.Parts, part =>
        {
            json.WriteString("number", part.Number);
            json.WriteString("name", part.Name);
            json.WriteString("nameEn", part.NameEn);
        });
        json.List("tensions", summary.Tensions, tension =>
        {
            json.WriteString("id", tension.Id);
            json.WriteString("kind", tension.Kind.Code());
            json.List("indicators", tension.Indicators);
            json.WriteString("document", tension.Document);
            json.WriteString("position", tension.Position);
            json.WriteString("positionEn", tension.PositionEn);
        });
    }
}
