using System.Text.Json;

namespace OrdosPipeline.Core.Progress;

/// <summary>
/// Writes assessments as JSON. What does not apply is absent; numbers are exact and without trailing zeros; progress,
/// schedule and ratio are fractions, values are in the catalogue's unit.
/// </summary>
public static class AssessmentJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A list, in UTF-8.</summary>
    public static byte[] Write(IEnumerable<Assessment> assessments)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartArray();
            foreach (var assessment in assessments)
                Write(writer, assessment);
            writer.WriteEndArray();
        }

        return stream.ToArray();
    }

    /// <summary>One assessment as an object.</summary>
    public static void Write(Utf8JsonWriter writer, Assessment assessment)
    {
        writer.WriteStartObject();
        Text(writer, "indicator", assessment.Indicator);
        Text(writer, "project", assessment.Project);
        Text(writer, "region", assessment.Region);
        Text(writer, "quarter", assessment.Quarter.ToString());
        Text(writer, "method", assessment.Method.ToString());
        Text(writer, "status", assessment.Status.Code());
        writer.WriteBoolean("stale", assessment.Stale);
        Number(writer, "age", assessment.Age);
        Number(writer, "value", assessment.Value);
        Text(writer, "valuePeriod", assessment.ValuePeriod?.ToString());
        Number(writer, "baseline", assessment.Baseline);
        Number(writer, "target", assessment.Target);
        Text(writer, "targetSource", assessment.TargetSource?.ToString().ToLowerInvariant());
        Number(writer, "progress", assessment.Progress);
        Number(writer, "schedule", assessment.Schedule);
        Number(writer, "ratio", assessment.Ratio);
        Number(writer, "neededPace", assessment.NeededPace);
        Number(writer, "projected", assessment.Projection?.Value);
        Number(writer, "projectedLow", assessment.Projection?.Low);
        Number(writer, "projectedHigh", assessment.Projection?.High);
        if (assessment.SecondOpinion is { } opinion)
        {
            writer.WriteStartObject("secondOpinion");
            Number(writer, "ratio", opinion.Ratio);
            Text(writer, "band", opinion.Band.Code());
            writer.WriteEndObject();
        }

        Number(writer, "margin", assessment.Margin);
        if (assessment.YearsMet is { } yearsMet)
            writer.WriteNumber("yearsMet", yearsMet);
        if (assessment.MissingYears.Count > 0)
        {
            writer.WriteStartArray("missingYears");
            foreach (var year in assessment.MissingYears)
                writer.WriteNumberValue(year);
            writer.WriteEndArray();
        }

        Text(writer, "baselineSource", assessment.BaselineSource?.Code());
        Evidence(writer, assessment.Evidence);
        writer.WriteEndObject();
    }

    private static void Evidence(Utf8JsonWriter writer, Evidence evidence)
    {
        writer.WriteStartObject("evidence");
        writer.WriteNumber("points", evidence.Points);
        Text(writer, "latest", evidence.Latest?.ToString());
        writer.WriteStartArray("origins");
        foreach (var origin in evidence.Origins)
        {
            writer.WriteStartObject();
            Text(writer, "submission", origin.Submission);
            Text(writer, "sheet", origin.Sheet);
            Text(writer, "cell", origin.Cell);
            Text(writer, "text", origin.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
            writer.WriteString(name, text);
    }

    private static void Number(Utf8JsonWriter writer, string name, decimal? number)
    {
        if (number is { } value)
            writer.WriteNumber(name, ((Rational)value).ToDecimal() ?? value);
    }
}
