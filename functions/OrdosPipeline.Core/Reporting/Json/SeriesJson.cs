using System.Text.Json;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Core.Reporting.Json;

/// <summary>The lists <c>series</c> and <c>brokenConsistencies</c>.</summary>
internal static class SeriesJson
{
    public static void Write(Utf8JsonWriter json, QuarterSummary summary)
    {
        json.List("brokenConsistencies", summary.BrokenConsistencies, broken =>
        {
            json.WriteString("rule", broken.Rule);
            json.WriteString("region", broken.Region);
            json.WriteString("period", broken.Period.ToString());
            json.List("indicators", broken.Indicators);
            json.WriteString("message", broken.Message);
            json.WriteString("messageEn", broken.MessageEn);
        });
        json.List("series", summary.Series, series =>
        {
            json.WriteString("indicator", series.Indicator);
            json.WriteString("region", series.Region);
            json.List("points", series.Points, point =>
            {
                json.WriteString("period", point.Point.Period.ToString());
                json.Optional("t", point.At);
                json.Optional("value", point.Point.Value);
                if (point.Point.Origin is { } origin)
                    json.Origin(summary, origin);
            });
        });
    }
}
