using System.Text.Json;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Reporting;

/// <summary>Writes what was understood of a file for programs.</summary>
internal static class ExplanationJson
{
    public static void Write(Utf8JsonWriter json, FileExplanation explanation)
    {
        json.WriteStartObject();
        json.WriteString("format", explanation.Format is { } format ? Code(format) : null);
        if (explanation.Text is { } text)
        {
            json.WriteStartObject("text");
            json.WriteString("encoding", text.Encoding);
            json.WriteString("encodingBy", Code(text.EncodingBasis));
            json.WriteString("separator", text.Separator.ToString());
            json.WriteString("separatorBy", Code(text.SeparatorBasis));
            json.WriteNumber("agreeingLines", text.AgreeingLines);
            json.WriteNumber("sampledLines", text.SampledLines);
            json.WriteBoolean("quoted", text.AreFieldsQuoted);
            json.WriteEndObject();
        }

        if (explanation.Template is { } template)
            json.WriteString("template", template.Text);
        if (explanation.Plan is { } plan)
        {
            json.WriteStartObject("plan");
            json.WriteString("by", Code(plan.Reason));
            json.WriteStartArray("candidates");
            foreach (var candidate in plan.Candidates)
            {
                json.WriteStartObject();
                json.WriteString("plan", candidate.Plan);
                json.WriteNumber("rows", candidate.Rows);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteStartArray("sheets");
        foreach (var sheet in explanation.Sheets)
            Write(json, sheet);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SheetExplanation sheet)
    {
        json.WriteStartObject();
        json.WriteString("sheet", sheet.Name);
        json.WriteString("outcome", Code(sheet.Outcome));
        json.WriteStartArray("tables");
        foreach (var table in sheet.Tables)
            Write(json, table);
        json.WriteEndArray();
        Write(json, sheet.Skipped);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TableExplanation table)
    {
        json.WriteStartObject();
        json.WriteString("kind", Code(table.Kind));
        json.WriteString("orientation", Code(table.Orientation));
        json.WriteBoolean("transposed", table.IsTransposed);
        json.WriteString("header", table.HeaderCells.ToString());
        json.WriteNumber("rows", table.Rows);
        json.WriteNumber("values", table.Values);
        json.WriteStartArray("columns");
        foreach (var column in table.Columns)
            Write(json, column);
        json.WriteEndArray();
        json.WriteStartArray("missingColumns");
        foreach (var role in table.MissingColumns)
            json.WriteStringValue(Code(role));
        json.WriteEndArray();
        json.WriteStartArray("defaults");
        foreach (var use in table.Defaults)
        {
            json.WriteStartObject();
            json.WriteString("kind", Code(use.Kind));
            json.WriteString("cell", use.Line.Address.ToString());
            json.WriteString("text", use.Line.Text);
            json.WriteNumber("rows", use.Rows);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, table.Skipped);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ColumnExplanation column)
    {
        json.WriteStartObject();
        json.WriteString("cell", column.Header.ToString());
        json.WriteString("label", column.Label);
        json.WriteString("role", Code(column.Role));
        json.WriteString("by", Code(column.Basis));
        if (column.Word is { } word)
            json.WriteString("word", word);
        if (column.Period is { } period)
            json.WriteString("period", period.ToString());
        if (column.Region is { } region)
            json.WriteString("region", region.Code);
        if (column.Unit is { } unit)
            json.WriteString("unit", unit);
        if (column.IsDuplicate)
            json.WriteBoolean("duplicate", true);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SkippedRows skipped)
    {
        json.WriteNumber("skippedRows", skipped.Count);
        json.WriteStartArray("skipped");
        foreach (var row in skipped.First)
        {
            json.WriteStartObject();
            json.WriteString("cell", row.At.ToString());
            json.WriteString("reason", Code(row.Reason));
            json.WriteString("text", row.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Kebab-case, as the codes of findings: ByPeriod is wide-by-period.
    private static string Code<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
