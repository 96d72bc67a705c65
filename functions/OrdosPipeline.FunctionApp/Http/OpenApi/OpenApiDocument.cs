using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.FunctionApp.Http.Access;
using OrdosPipeline.FunctionApp.Http.Frame;

namespace OrdosPipeline.FunctionApp.Http.OpenApi;

/// <summary>Makes the OpenAPI 3.1 document of the operations and the routes of their functions.</summary>
internal sealed class OpenApiDocument(Operations operations)
{
    private const string ProblemReference = "#/components/schemas/problem";

    /// <summary>Each function that HTTP triggers, with its method and route.</summary>
    public static IReadOnlyList<(string Name, string Method, string Route)> Routes { get; } =
    [
        .. from type in typeof(OpenApiDocument).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           let function = method.GetCustomAttribute<FunctionAttribute>()
           let trigger = method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(attribute => attribute is not null)
           where function is not null && trigger is not null
           orderby function.Name
           select (function.Name, trigger.Methods![0], trigger.Route!),
    ];

    /// <summary>Whether a route is one of the API; the others are pages for people.</summary>
    public static bool IsOfApi(string route) => route.StartsWith("api/", StringComparison.Ordinal);

    public JsonObject Make()
    {
        var paths = new JsonObject();
        foreach (var route in Routes.Where(route => IsOfApi(route.Route)))
        {
            var operation = operations.Find(route.Name) ?? throw new InvalidOperationException($"The function {route.Name} has no operation.");
            if (paths[$"/{route.Route}"] is not JsonObject path)
                paths[$"/{route.Route}"] = path = [];
            path[route.Method] = Describe(operation, route.Route);
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "OrdosPipeline",
                ["version"] = "1",
                ["description"] = "规划实施监测数据的查询、报送与管理。The data of a city's five-year plan: asked for, handed in, administered.",
            },
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = new JsonObject { ["problem"] = ProblemSchema() },
                ["securitySchemes"] = new JsonObject
                {
                    ["keyHeader"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = KeyCallers.HeaderName },
                    ["keyQuery"] = new JsonObject { ["type"] = "apiKey", ["in"] = "query", ["name"] = KeyCallers.QueryName },
                    ["entraId"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "Auth:Mode EntraId." },
                },
            },
        };
    }

    private static JsonObject Describe(Operation operation, string route)
    {
        var description = new JsonObject
        {
            ["operationId"] = operation.Name,
            ["summary"] = $"{operation.Summary} {operation.SummaryEn}",
            ["x-roles"] = new JsonArray([.. Roles(operation).Select(role => (JsonNode)role)]),
            ["security"] = operation.IsOpen ? new JsonArray() : new JsonArray(Scheme("keyHeader"), Scheme("keyQuery"), Scheme("entraId")),
            ["parameters"] = new JsonArray([.. operation.Parameters.Select(parameter => (JsonNode)Describe(parameter, route))]),
            ["responses"] = Responses(operation),
        };
        if (operation.Body is { } body)
            description["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Contents([body]) };
        return description;
    }

    /// <summary>The names of the roles that may call an operation; none for everybody.</summary>
    public static IEnumerable<string> Roles(Operation operation) =>
        new[] { Role.Reader, Role.Department, Role.Administrator }.Where(role => operation.Roles.HasFlag(role)).Select(role => role.ToString().ToLowerInvariant());

    private static JsonObject Describe(Parameter parameter, string route)
    {
        var isInPath = route.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal);
        var description = new JsonObject
        {
            ["name"] = parameter.Name,
            ["in"] = isInPath ? "path" : "query",
            ["required"] = isInPath || parameter.IsRequired,
            ["description"] = $"{parameter.Meaning} {parameter.MeaningEn}",
            ["schema"] = parameter.Schema(),
        };
        if (parameter.Example is not null)
            description["example"] = parameter.Example;
        return description;
    }

    private static JsonObject Responses(Operation operation)
    {
        var responses = new JsonObject
        {
            [$"{operation.Status}"] = new JsonObject { ["description"] = operation.SummaryEn, ["content"] = Contents(operation.Answers) },
            ["400"] = Problem("The request is wrong."),
        };
        if (operation is { IsOpen: false })
            (responses["401"], responses["403"]) = (Problem("Who calls is not known."), Problem("The role may not do this."));
        if (operation.MayBeRejected)
            responses["422"] = Problem("What was sent is faulty; nothing was done.");
        if (operation.MayBeMissing)
            responses["404"] = Problem("There is no such thing.");
        if (operation.MayConflict)
            responses["409"] = Problem("Another run does the same; try again later.");
        if (operation.Body is not null)
            (responses["413"], responses["415"]) = (Problem("The body is too large."), Problem("The body is of another type."));
        responses["500"] = Problem("The system failed.");
        return responses;
    }

    private static JsonObject Contents(IEnumerable<Content> contents)
    {
        var described = new JsonObject();
        foreach (var content in contents)
            described[content.Type] = content.Schema is { } schema ? new JsonObject { ["schema"] = schema() } : [];
        return described;
    }

    private static JsonObject Problem(string description) => new()
    {
        ["description"] = description,
        ["content"] = new JsonObject { [Frame.Problem.ContentType] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = ProblemReference } } },
    };

    private static JsonObject ProblemSchema() => Schemas.Object(
        ("type", Schemas.Text($"{Frame.Problem.TypeStart} and a name that never changes."), true),
        ("status", Schemas.Whole(), true),
        ("title", Schemas.Text("In Chinese."), true),
        ("titleEn", Schemas.Text("In English."), true),
        ("detail", Schemas.Text("In Chinese: what is wrong and what to do."), true),
        ("detailEn", Schemas.Text("In English: what is wrong and what to do."), true),
        ("parameter", Schemas.Text("The parameter that is wrong."), false),
        ("problems", Schemas.ListOf(Schemas.Of<RowProblem>()), false),
        ("traceId", Schemas.Text("Of a fault: by which the log can be searched."), false));

    private static JsonObject Scheme(string name) => new() { [name] = new JsonArray() };
}
