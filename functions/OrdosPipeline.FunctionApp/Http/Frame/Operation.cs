using System.Text.Json.Nodes;
using OrdosPipeline.FunctionApp.Http.Access;

namespace OrdosPipeline.FunctionApp.Http.Frame;

/// <summary>
/// One operation of the API, defined once: the gate refuses what is not in it, handlers get nothing but its parameters, and
/// the OpenAPI document, the tests and the table of roles in functions/README.md are made of it. Method and route stand at
/// the function of the same name.
/// </summary>
/// <param name="Name">Of the function.</param>
/// <param name="Summary">In Chinese.</param>
/// <param name="SummaryEn">In English.</param>
internal sealed record Operation(string Name, string Summary, string SummaryEn)
{
    /// <summary>Who may call it; none for everybody.</summary>
    public required Role Roles { get; init; }

    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>What the body holds; null where there is none.</summary>
    public Content? Body { get; init; }

    /// <summary>What it answers with when all is well, the default first.</summary>
    public required IReadOnlyList<Content> Answers { get; init; }

    /// <summary>200, 201 or 202.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Whether what is asked for may not exist.</summary>
    public bool MayBeMissing { get; init; }

    /// <summary>Whether what is sent is judged as a whole and may be rejected.</summary>
    public bool MayBeRejected { get; init; }

    /// <summary>Whether it may meet another one at the same work.</summary>
    public bool MayConflict { get; init; }

    public bool IsOpen => Roles == Role.None;
}

/// <summary>Bytes of a kind.</summary>
/// <param name="Type">Such as application/json.</param>
/// <param name="Schema">As JSON Schema; null for what is no JSON.</param>
internal sealed record Content(string Type, Func<JsonNode>? Schema = null)
{
    public const string JsonType = "application/json";
    public const string CsvType = "text/csv";
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string HtmlType = "text/html";
    public const string BinaryType = "application/octet-stream";

    public static Content Csv { get; } = new(CsvType);

    public static Content Xlsx { get; } = new(XlsxType);

    public static Content Json(Func<JsonNode> schema) => new(JsonType, schema);
}
