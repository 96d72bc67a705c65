using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting.Json;

namespace OrdosPipeline.Core.Reporting;

/// <summary>
/// Writes <c>summary.json</c>: the summary for programs, and the record from which the table of summaries can be made again.
/// SUMMARY.md describes it. The same summary gives the same bytes.
/// </summary>
public sealed class SummaryJson : IReportWriter
{
    public const string Name = "summary.json";

    /// <summary>The number of the schema that SUMMARY.md describes.</summary>
    public const int Schema = 2;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    public string FileName => Name;

    public string ContentType => "application/json; charset=utf-8";

    public async Task WriteAsync(QuarterSummary summary, Stream output)
    {
        await using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteNumber("schema", Schema);
        json.WriteString("plan", summary.Plan.Id);
        json.WriteString("quarter", summary.Quarter.ToString());
        json.WriteNumber("version", summary.Version);
        json.Instant("asOf", summary.AsOf);
        json.WriteString("inputs", Digest(summary));
        DifferencesJson.Write(json, summary);
        WriteContent(json, summary);
        json.WriteEndObject();
        await json.FlushAsync();
    }

    /// <summary>
    /// SHA-256 of everything the summary says but its version and instant and what it changes of an earlier version: equal
    /// digests make no new version.
    /// </summary>
    public static string Digest(QuarterSummary summary)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            WriteContent(json, summary);
            json.WriteEndObject();
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)));
    }

    private static void WriteContent(Utf8JsonWriter json, QuarterSummary summary)
    {
        json.WriteString("kind", summary.Kind.Code());
        WriteSettings(json, summary);
        PlanJson.Write(json, summary);
        ScoreboardsJson.Write(json, summary);
        new AssessmentsJson(json, summary).Write();
        CompletenessJson.Write(json, summary);
        DecisionsJson.Write(json, summary);
        SeriesJson.Write(json, summary);
    }

    private static void WriteSettings(Utf8JsonWriter json, QuarterSummary summary) => json.Object("settings", () =>
    {
        json.WriteNumber("aheadRatio", summary.ProgressSettings.AheadRatio);
        json.WriteNumber("onScheduleRatio", summary.ProgressSettings.OnScheduleRatio);
        json.WriteNumber("behindRatio", summary.ProgressSettings.BehindRatio);
        json.WriteNumber("approximateTolerance", summary.ProgressSettings.ApproximateTolerance);
        json.WriteNumber("staleQuarterly", summary.ProgressSettings.StaleQuarterly);
        json.WriteNumber("staleYearly", summary.ProgressSettings.StaleYearly);
        json.WriteNumber("deadlineDays", summary.CompletenessSettings.DeadlineDays);
    });
}
