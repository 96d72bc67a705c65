using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NJsonSchema;
using OrdosPipeline.FunctionApp.Http.Access;
using OrdosPipeline.FunctionApp.Http.Frame;
using OrdosPipeline.FunctionApp.Http.OpenApi;
using OrdosPipeline.FunctionApp.Tests.Support;
using OrdosPipeline.Testing;

namespace OrdosPipeline.FunctionApp.Tests;

/// <summary>
/// What <c>/api/openapi.json</c> says is what the running app does: every operation is called, every answer held to its
/// schema. One answer of each stands in <c>Examples/</c>, for whoever writes a client.
/// </summary>
[Collection(PoisonQueue.Collection)]
public sealed partial class OpenApiTests
{
    /// <summary>What an example asks beside what is required.</summary>
    private static readonly Dictionary<string, string> Asked = new(StringComparer.Ordinal)
    {
        ["Observations"] = "indicator=地区生产总值增长&region=全市&from=2023",
        ["History"] = "indicator=地区生产总值增长&period=2023Q3YTD",
        ["Submissions"] = "quarter=2023Q3&department=statistics",
        ["QuarterSubmissions"] = "quarter=2023Q3",
        ["Findings"] = "quarter=2023Q3&department=transport",
        ["Projects"] = "quarter=2023Q3",
        ["Summaries"] = "quarter=2023Q3&kind=indicator&indicator=地区生产总值增长",
        ["Returns"] = "quarter=2023Q3",
        ["Catalogue"] = "indicator=地区生产总值增长",
        ["Check"] = "file=2023年三季度.csv&cells=true",
        ["Assign"] = "plan=ordos-14",
    };

    /// <summary>Whose answers are too long, or say what the operation's document says already.</summary>
    private static readonly string[] NotShown = ["OpenApi", "Report", "Rules"];

    [Fact]
    public async Task Every_operation_answers_as_the_description_says()
    {
        await using var host = await ApiHost.StartAsync();
        await SmallCity.FillAsync(host.Services);
        var submission = (await host.JsonAsync("api/submissions?department=statistics&$top=1")).GetProperty("value")[0].GetProperty("submission").GetString()!;
        using var response = await host.SendAsync("api/openapi.json");
        var text = await response.Content.ReadAsStringAsync();
        var read = Microsoft.OpenApi.OpenApiDocument.Parse(text, "json");
        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Equal(Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
        var document = JsonNode.Parse(text)!.AsObject();
        var operations = host.Services.GetRequiredService<Operations>();
        var shown = new List<string>();
        foreach (var (name, method, route) in OpenApiDocument.Routes.Where(route => OpenApiDocument.IsOfApi(route.Route)))
        {
            var operation = operations.Find(name)!;
            var described = document["paths"]![$"/{route}"]![method]!;
            Assert.Equal(name, described["operationId"]!.GetValue<string>());
            Assert.Equal(OpenApiDocument.Roles(operation), described["x-roles"]!.AsArray().Select(role => role!.GetValue<string>()));
            var address = AccessTests.ExampleOf(operation, route).Replace("0a1b2c3d4e5f60718293", submission, StringComparison.Ordinal);
            if (Asked.TryGetValue(name, out var asked))
                address += (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + asked;
            foreach (var content in operation.Answers)
            {
                var body = await AskAsync(host, operation, method, address, content);
                if (content.Type != Content.JsonType)
                    continue;
                await AssertAsDescribedAsync(described["responses"]![$"{operation.Status}"]!["content"]![content.Type]!["schema"]!, body, name);
                if (NotShown.Contains(name, StringComparer.Ordinal))
                    continue;
                Approved.Matches($"{method.ToUpperInvariant()} /{Uri.UnescapeDataString(address)}\n\n{WithoutWhatDiffers(name, body)}", $"Examples/{name}");
                shown.Add($"Examples/{name}");
            }

            using var unknown = await host.SendAsync($"{address.Split('?')[0]}?nothing=1", ApiHost.Administrator, new HttpMethod(method), AccessTests.BodyOf(operation));
            Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
            await AssertAsDescribedAsync(document["components"]!["schemas"]!["problem"]!, await unknown.Content.ReadAsStringAsync(), name);
        }

        var problem = await host.JsonAsync("api/observations?indicator=地区生产总植增长", expected: HttpStatusCode.BadRequest);
        Approved.Matches($"GET /api/observations?indicator=地区生产总植增长\n\n{problem}", "Examples/Problem");
        Approved.AreAllUsed(shown.Append("Examples/Problem"), "Examples");
    }

    [Fact]
    public void Only_what_says_nothing_about_data_is_open()
    {
        var operations = new Operations(new Core.Plan.PlanLibrary([TestPlan.Mini16()])).All;
        Assert.Equal(["Rules", "Health", "OpenApi", "Dashboard", "DashboardFile"], operations.Where(operation => operation.IsOpen).Select(operation => operation.Name));
        Assert.All(operations.Where(operation => !operation.IsOpen), operation => Assert.True(operation.Roles.HasFlag(Role.Administrator)));
        Assert.All(operations.SelectMany(operation => operation.Parameters).Where(parameter => parameter is { Example: not null, Pattern: not null }), parameter => Assert.Null(parameter.Fault(parameter.Example!)));
    }

    private static async Task<string> AskAsync(ApiHost host, Operation operation, string method, string address, Content content)
    {
        if (operation.Parameters.Any(parameter => parameter.Name == "format"))
        {
            var format = content.Type switch { Content.CsvType => "csv", Content.XlsxType => "xlsx", Content.DocxType => "docx", Content.HtmlType => "html", _ => "json" };
            address += $"{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}format={format}";
        }

        using var answer = await host.SendAsync(address, ApiHost.Administrator, new HttpMethod(method), AccessTests.BodyOf(operation));
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == operation.Status, $"{operation.Name}: {answer.StatusCode} {body}");
        Assert.Equal(content.Type, answer.Content.Headers.ContentType!.MediaType);
        return body;
    }

    private static async Task AssertAsDescribedAsync(JsonNode schema, string body, string name)
    {
        var errors = (await JsonSchema.FromJsonAsync(schema.ToJsonString())).Validate(body);
        Assert.True(errors.Count == 0, $"{name}: {string.Join(' ', errors)} {body}");
    }

    /// <summary>Without what the storage's own clock and ETags make, and ids of acts.</summary>
    private static string WithoutWhatDiffers(string name, string body) => name switch
    {
        "Audit" => Act().Replace(body, "\"…\""),
        "Submit" => MadeByTheService().Replace(body, "\"…\""),
        _ => body,
    };

    [GeneratedRegex("(?<=\"act\": )\"[^\"]*\"")]
    private static partial Regex Act();

    [GeneratedRegex("(?<=\"(?:submission|uploadedAt)\": )\"[^\"]*\"")]
    private static partial Regex MadeByTheService();
}
