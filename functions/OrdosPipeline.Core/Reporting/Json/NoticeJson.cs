using System.Text.Encodings.Web;
using System.Text.Json;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Core.Reporting.Json;

/// <summary>The record of a notice, from which its text and its rows are made; also what is posted.</summary>
public static class NoticeJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    public static byte[] Write(ReturnNotice notice)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", 1);
            json.WriteString("notice", notice.Code);
            json.WriteString("plan", notice.Plan);
            json.WriteString("quarter", notice.Quarter.ToString());
            json.Instant("deadline", notice.Deadline);
            json.Instant("asOf", notice.AsOf);
            json.WriteNumber("expected", notice.Departments.Count);
            json.WriteNumber("missing", notice.Missing.Count());
            json.List("departments", notice.Departments, department => CompletenessJson.WriteDepartment(json, department));
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    public static ReturnNotice Read(ReadOnlyMemory<byte> document)
    {
        using var parsed = JsonDocument.Parse(document);
        var root = parsed.RootElement;
        return new ReturnNotice(
            root.GetProperty("plan").GetString()!,
            ReportingQuarter.Parse(root.GetProperty("quarter").GetString()!),
            Enum.GetValues<NoticeKind>().Single(kind => ReturnNotice.CodeOf(kind) == root.GetProperty("notice").GetString()),
            root.GetProperty("deadline").GetDateTimeOffset(),
            root.GetProperty("asOf").GetDateTimeOffset(),
            [.. root.GetProperty("departments").EnumerateArray().Select(ReadDepartment)]);
    }

    private static DepartmentCompleteness ReadDepartment(JsonElement department) => new()
    {
        Department = department.GetProperty("id").GetString()!,
        Name = department.GetProperty("name").GetString()!,
        IndicatorsDue = department.GetProperty("indicatorsDue").GetInt32(),
        IndicatorsReported = department.GetProperty("indicatorsReported").GetInt32(),
        ProjectsDue = department.GetProperty("projectsDue").GetInt32(),
        ProjectsReported = department.GetProperty("projectsReported").GetInt32(),
        IsExpected = department.GetProperty("expected").GetBoolean(),
        Received = department.GetProperty("received").GetInt32(),
        Accepted = department.GetProperty("accepted").GetInt32(),
        IsOnTime = department.GetProperty("onTime").GetBoolean(),
        LastUploadedAt = department.TryGetProperty("lastUploadedAt", out var last) ? last.GetDateTimeOffset() : null,
    };
}
