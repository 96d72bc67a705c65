using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Documents.Exports;

namespace OrdosPipeline.FunctionApp.Http.Frame;

/// <summary>
/// Why a request is not served, as RFC 9457 has it: <c>type</c> is a name that never changes, <c>title</c> and <c>detail</c>
/// are Chinese, <c>titleEn</c> and <c>detailEn</c> English, always both, so that no answer depends on a header.
/// </summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Type">In kebab-case, public.</param>
/// <param name="Title">The same for every problem of the type.</param>
/// <param name="TitleEn">The same for every problem of the type.</param>
/// <param name="Detail">What is wrong here and what to do.</param>
/// <param name="DetailEn">What is wrong here and what to do.</param>
internal sealed record Problem(int Status, string Type, string Title, string TitleEn, string Detail, string DetailEn)
{
    public const string ContentType = "application/problem+json";

    /// <summary>Before every type.</summary>
    public const string TypeStart = "urn:ordos:problem:";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The parameter that is wrong; null where it is none.</summary>
    public string? Parameter { get; init; }

    /// <summary>What is wrong row by row, of a table that is rejected.</summary>
    public IReadOnlyList<RowProblem> Rows { get; init; } = [];

    /// <summary>By which the log can be searched, of a fault of the system.</summary>
    public string? TraceId { get; init; }

    public static Problem BadRequest(string detail, string detailEn, string? parameter = null) =>
        new(StatusCodes.Status400BadRequest, "bad-request", "请求有误", "The request is wrong", detail, detailEn) { Parameter = parameter };

    public static Problem Of(RefusedQuestionException refused) => BadRequest(refused.Chinese, refused.English, refused.Parameter);

    public static Problem Unauthenticated(string detail, string detailEn) =>
        new(StatusCodes.Status401Unauthorized, "unauthenticated", "不知道您是谁", "Who calls is not known", detail, detailEn);

    public static Problem Forbidden(string detail, string detailEn) =>
        new(StatusCodes.Status403Forbidden, "forbidden", "没有权限", "Not allowed", detail, detailEn);

    public static Problem NotFound(string detail, string detailEn) =>
        new(StatusCodes.Status404NotFound, "not-found", "没有找到", "Not found", detail, detailEn);

    public static Problem Conflict(string detail, string detailEn) =>
        new(StatusCodes.Status409Conflict, "conflict", "与他人的操作冲突", "In conflict with what others do", detail, detailEn);

    public static Problem TooLarge(long most) => new(
        StatusCodes.Status413PayloadTooLarge, "too-large", "内容过大", "Too large", $"最多 {most} 字节。", $"{most} bytes at the most.");

    public static Problem UnsupportedContent(string wanted) => new(
        StatusCodes.Status415UnsupportedMediaType, "unsupported-content", "内容类型不对", "Unsupported content", $"Content-Type 应为 {wanted}。", $"Content-Type must be {wanted}.");

    public static Problem Rejected(string detail, string detailEn, IEnumerable<RowProblem> rows) =>
        new(StatusCodes.Status422UnprocessableEntity, "rejected", "表格有误", "The table is faulty", detail, detailEn) { Rows = [.. rows] };

    public static Problem Fault(string traceId) => new(
        StatusCodes.Status500InternalServerError, "fault", "系统故障", "System fault", "请稍后再试；仍不行请把 traceId 告诉管理员。", "Try again later; if it stays so, tell the operator the traceId.")
    {
        TraceId = traceId,
    };

    public async Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = ContentType;
        await response.Body.WriteAsync(ToJson());
    }

    private byte[] ToJson()
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("type", TypeStart + Type);
            json.WriteNumber("status", Status);
            json.WriteString("title", Title);
            json.WriteString("titleEn", TitleEn);
            json.WriteString("detail", Detail);
            json.WriteString("detailEn", DetailEn);
            if (Parameter is not null)
                json.WriteString("parameter", Parameter);
            if (Rows.Count > 0)
            {
                json.WritePropertyName("problems");
                JsonSerializer.Serialize(json, Rows, RecordJson.Options);
            }

            if (TraceId is not null)
                json.WriteString("traceId", TraceId);
            json.WriteEndObject();
        }

        return output.ToArray();
    }
}

/// <summary>What is wrong in a row of a table.</summary>
/// <param name="Line">1-based line of the file; null when the whole file is meant.</param>
/// <param name="Column">Name of the column; null when the whole row is meant.</param>
/// <param name="Message">In Chinese.</param>
/// <param name="MessageEn">In English.</param>
internal sealed record RowProblem(int? Line, string? Column, string Message, string MessageEn);

/// <summary>A request cannot be served.</summary>
internal sealed class ProblemException(Problem problem) : Exception(problem.DetailEn)
{
    public Problem Problem { get; } = problem;
}
