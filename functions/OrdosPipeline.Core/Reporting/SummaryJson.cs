using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Core.Reporting;

/// <summary>Writes <c>summary.json</c>: the summary for programs, and the record from which the table of summaries can be made again.</summary>
public sealed class SummaryJson : IReportWriter
{
    public const string Name = "summary.json";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    public string FileName => Name;

    public string ContentType => "application/json; charset=utf-8";

    public async Task WriteAsync(QuarterSummary summary, Stream output)
    {
        await using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteNumber("schema", 1);
        json.WriteString("plan", summary.Plan.Id);
        json.WriteString("quarter", summary.Quarter.ToString());
        json.WriteNumber("version", summary.Version);
        json.WriteString("asOf", summary.AsOf.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("inputs", Digest(summary));
        WriteContent(json, summary);
        json.WriteEndObject();
        await json.FlushAsync();
    }

    /// <summary>SHA-256 of everything the summary says but its version and instant: equal digests make no new version.</summary>
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
        WriteSettings(json, summary);
        json.WriteStartArray("scoreboards");
        foreach (var scoreboard in summary.Scoreboards)
        {
            json.WriteStartObject();
            json.WriteString("group", scoreboard.Group);
            json.WriteNumber("total", scoreboard.Total);
            json.WriteStartObject("counts");
            foreach (var (status, count) in scoreboard.Counts)
                json.WriteNumber(status.Code(), count);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("indicators");
        foreach (var assessment in summary.Indicators)
            WriteIndicator(json, summary, assessment);
        json.WriteEndArray();
        json.WriteStartArray("projects");
        foreach (var assessment in summary.Projects)
            WriteProject(json, summary, assessment);
        json.WriteEndArray();
        WriteDepartments(json, summary.Departments);
    }

    private static void WriteSettings(Utf8JsonWriter json, QuarterSummary summary)
    {
        json.WriteStartObject("settings");
        json.WriteNumber("aheadRatio", summary.ProgressSettings.AheadRatio);
        json.WriteNumber("onScheduleRatio", summary.ProgressSettings.OnScheduleRatio);
        json.WriteNumber("behindRatio", summary.ProgressSettings.BehindRatio);
        json.WriteNumber("approximateTolerance", summary.ProgressSettings.ApproximateTolerance);
        json.WriteNumber("staleQuarterly", summary.ProgressSettings.StaleQuarterly);
        json.WriteNumber("staleYearly", summary.ProgressSettings.StaleYearly);
        json.WriteNumber("deadlineDays", summary.CompletenessSettings.DeadlineDays);
        json.WriteEndObject();
    }

    private static void WriteIndicator(Utf8JsonWriter json, QuarterSummary summary, Assessment assessment)
    {
        var indicator = summary.Indicator(assessment);
        json.WriteStartObject();
        json.WriteString("id", indicator.Id);
        json.WriteString("name", indicator.Name);
        json.WriteString("nameEn", indicator.NameEn);
        json.WriteString("part", indicator.Part);
        json.WriteString("department", indicator.Department);
        json.WriteString("attribute", indicator.Attribute.Chinese());
        json.WriteString("unit", indicator.Unit.Symbol);
        json.WriteNumber("decimals", indicator.Decimals);
        json.WriteString("targetText", indicator.TargetText);
        json.WriteBoolean("dateAssumed", !indicator.Dated);
        WriteRest(json, summary, assessment, indicator.Related);
    }

    private static void WriteProject(Utf8JsonWriter json, QuarterSummary summary, Assessment assessment)
    {
        var project = summary.Project(assessment);
        json.WriteStartObject();
        json.WriteString("id", project.Id);
        json.WriteString("name", project.Name);
        json.WriteString("nameEn", project.NameEn);
        json.WriteString("part", project.Part);
        json.WriteString("department", project.Department);
        if (project.Parent is not null)
            json.WriteString("parent", project.Parent);
        json.WriteBoolean("dateAssumed", !project.Dated);
        WriteRest(json, summary, assessment, []);
    }

    private static void WriteRest(Utf8JsonWriter json, QuarterSummary summary, Assessment assessment, IReadOnlyList<string> related)
    {
        json.WriteString("statusText", assessment.Status.Chinese(assessment.IsBeforeHorizon));
        json.WriteBoolean("red", assessment.IsRed);
        if (related.Count > 0)
        {
            json.WriteStartArray("related");
            foreach (var id in related)
                json.WriteStringValue(id);
            json.WriteEndArray();
        }

        if (assessment.Change is { } change)
        {
            json.WriteStartObject("change");
            json.WriteString("previousStatus", change.PreviousStatus.Code());
            if (change.PreviousRatio is { } previous)
                json.WriteNumber("previousRatio", previous);
            if (change.Ratio is { } ratio)
                json.WriteNumber("ratio", ratio);
            json.WriteEndObject();
        }

        json.WriteStartArray("files");
        foreach (var origin in assessment.Evidence.Origins)
            WriteOrigin(json, summary, origin);
        json.WriteEndArray();
        json.WritePropertyName("assessment");
        AssessmentJson.Write(json, assessment);
        json.WriteEndObject();
    }

    private static void WriteOrigin(Utf8JsonWriter json, QuarterSummary summary, Origin origin)
    {
        json.WriteStartObject();
        json.WriteString("submission", origin.Submission);
        json.WriteString("path", summary.SubmissionPaths.GetValueOrDefault(origin.Submission));
        json.WriteString("sheet", origin.Sheet);
        json.WriteString("cell", origin.Cell);
        json.WriteString("text", origin.Text);
        json.WriteEndObject();
    }

    private static void WriteDepartments(Utf8JsonWriter json, IReadOnlyList<DepartmentCompleteness> departments)
    {
        json.WriteStartArray("departments");
        foreach (var department in departments)
        {
            json.WriteStartObject();
            json.WriteString("id", department.Department);
            json.WriteString("name", department.Name);
            json.WriteNumber("indicatorsDue", department.IndicatorsDue);
            json.WriteBoolean("expected", department.IsExpected);
            json.WriteNumber("received", department.Received);
            json.WriteNumber("accepted", department.Accepted);
            json.WriteBoolean("onTime", department.IsOnTime);
            if (department.LastUploadedAt is { } last)
                json.WriteString("lastUploadedAt", last.UtcDateTime);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
