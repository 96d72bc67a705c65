using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Core.Reporting;

/// <summary>Writes the object that <c>ordos check --format json</c> and a dry run over HTTP answer with.</summary>
public static class CheckJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="output">UTF-8; left open.</param>
    /// <param name="file">As the caller named it.</param>
    /// <param name="submission">What was found.</param>
    /// <param name="plan">The catalogue that it was checked against.</param>
    /// <param name="explanation">What was understood of the file; null leaves it out.</param>
    /// <param name="found">The rows that have findings; null leaves them out.</param>
    public static void Write(
        Stream output, string file, CheckedSubmission submission, PlanCatalogue plan, FileExplanation? explanation = null, IReadOnlyList<FoundRows>? found = null)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteString("department", submission.Submission.Department);
        json.WriteString("plan", plan.Id);
        json.WriteString("verdict", Text(submission.Verdict));
        json.WriteStartArray("findings");
        foreach (var finding in submission.Findings)
            Write(json, finding);
        json.WriteEndArray();
        json.WriteStartObject("findingCounts");
        foreach (var (code, count) in submission.FindingCounts)
            json.WriteNumber(code, count);
        json.WriteEndObject();
        json.WriteStartArray("observations");
        foreach (var observation in Normaliser.Observations(submission, plan))
            Write(json, observation, plan);
        json.WriteEndArray();
        json.WriteStartArray("projectReports");
        foreach (var (report, row) in Normaliser.ProjectReports(submission, plan).Zip(submission.ProjectRows))
            Write(json, report, row.RowNumber, plan);
        json.WriteEndArray();
        if (explanation is not null)
        {
            json.WritePropertyName("explanation");
            ExplanationJson.Write(json, explanation);
        }

        if (found is not null)
        {
            json.WriteStartArray("sheets");
            foreach (var sheet in found)
                Write(json, sheet);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>accepted, accepted-with-warnings or rejected.</summary>
    public static string Text(Verdict verdict) => verdict switch
    {
        Verdict.Accepted => "accepted",
        Verdict.AcceptedWithWarnings => "accepted-with-warnings",
        _ => "rejected",
    };

    /// <summary>error, warning or info.</summary>
    public static string Text(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    /// <summary>preparing, not-started, under-construction, completed or suspended.</summary>
    public static string Text(ProjectState state) => state switch
    {
        ProjectState.Preparing => "preparing",
        ProjectState.NotStarted => "not-started",
        ProjectState.UnderConstruction => "under-construction",
        ProjectState.Completed => "completed",
        _ => "suspended",
    };

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        json.WriteString("severity", Text(finding.Severity));
        json.WriteString("sheet", finding.Sheet);
        json.WriteString("cell", finding.Cell);
        WriteOptional(json, "row", finding.RowNumber);
        WriteOptional(json, "column", finding.ColumnNumber);
        json.WriteString("found", finding.Found);
        json.WriteString("message", finding.Message);
        json.WriteString("messageEn", finding.MessageEn);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Observation observation, PlanCatalogue plan)
    {
        json.WriteStartObject();
        json.WriteString("indicator", observation.Key.Indicator);
        json.WriteString("region", observation.Key.Region);
        json.WriteString("period", observation.Key.Period.ToString());
        if (observation.Value is { } value)
            WriteNumber(json, "value", value);
        json.WriteString("unit", plan.FindIndicator(observation.Key.Indicator)?.Unit.Symbol);
        json.WriteString("sheet", observation.Origin.Sheet);
        json.WriteString("cell", observation.Origin.Cell);
        if (observation.IsWithdrawn)
            json.WriteBoolean("withdrawn", true);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ProjectReport report, int rowNumber, PlanCatalogue plan)
    {
        json.WriteStartObject();
        json.WriteString("project", report.Key.Project);
        json.WriteString("period", report.Key.Period.ToString());
        json.WriteString("state", report.State is { } state ? Text(state) : null);
        WriteOptional(json, "progress", report.Progress);
        WriteOptional(json, "investment", report.Investment);
        json.WriteStartArray("quantities");
        foreach (var (sequence, amount) in report.Quantities.OrderBy(pair => pair.Key))
        {
            var quantity = plan.FindProject(report.Key.Project)?.Quantities.FirstOrDefault(q => q.Sequence == sequence);
            json.WriteStartObject();
            json.WriteNumber("sequence", sequence);
            json.WriteString("name", quantity?.Name);
            WriteNumber(json, "value", amount);
            json.WriteString("unit", quantity?.Unit.Symbol);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("remark", report.Remark);
        json.WriteString("sheet", report.Origin.Sheet);
        json.WriteNumber("row", rowNumber);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FoundRows sheet)
    {
        json.WriteStartObject();
        json.WriteString("sheet", sheet.Sheet);
        json.WriteNumber("left", sheet.Left);
        json.WriteStartArray("rows");
        foreach (var row in sheet.Rows)
        {
            json.WriteStartObject();
            json.WriteNumber("row", row.Number);
            json.WriteStartArray("cells");
            foreach (var cell in row.Cells)
                json.WriteStringValue(cell);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } known)
            WriteNumber(json, name, known);
        else
            json.WriteNull(name);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal number)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(number.ToString("0.############################", CultureInfo.InvariantCulture));
    }
}
