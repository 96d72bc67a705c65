using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.FunctionApp.Http.Access;
using OrdosPipeline.FunctionApp.Http.Frame;
using OrdosPipeline.FunctionApp.Http.OpenApi;
using OrdosPipeline.FunctionApp.Tests.Support;

namespace OrdosPipeline.FunctionApp.Tests;

/// <summary>Who may do what, on every operation.</summary>
public sealed class AccessTests
{
    private const string Tenant = "11111111-2222-3333-4444-555555555555";

    [Fact]
    public async Task Every_operation_takes_the_keys_of_its_roles_and_no_others()
    {
        await using var host = await ApiHost.StartAsync();
        var operations = host.Services.GetRequiredService<Operations>();
        Assert.Equal(operations.All.Select(operation => operation.Name).Order(StringComparer.Ordinal), OpenApiDocument.Routes.Select(route => route.Name));
        foreach (var (name, method, route) in OpenApiDocument.Routes)
        {
            var operation = operations.Find(name)!;
            foreach (var (key, role) in new[]
            {
                (null, Role.None), ("", Role.None), ("wrong-wrong-wrong-wrong-wrong", Role.None), (ApiHost.Reader[..^1], Role.None), (ApiHost.Reader + "x", Role.None),
                (ApiHost.Reader, Role.Reader), (ApiHost.Administrator, Role.Administrator), (ApiHost.Statistics, Role.Department),
            })
            {
                // A principal that a caller writes himself means nothing where keys decide.
                using var response = await host.SendAsync(
                    ExampleOf(operation, route), key, new HttpMethod(method), BodyOf(operation),
                    (EntraCallers.HeaderName, Principal(("tid", Tenant), ("roles", "administrator"))));
                var isLetIn = operation.IsOpen || (role != Role.None && operation.Roles.HasFlag(role));
                var expected = operation.IsOpen || isLetIn ? (HttpStatusCode?)null : role == Role.None ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden;
                if (expected is null)
                    Assert.True(response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.InternalServerError), $"{name} {role}: {response.StatusCode}");
                else
                    await AssertProblemAsync(response, expected.Value, name);
            }
        }
    }

    [Theory]
    [InlineData("observations?department=transport", ApiHost.Statistics)]
    [InlineData("submissions?department=transport", ApiHost.Statistics)]
    [InlineData("findings?department=市交通运输局", ApiHost.Statistics)]
    [InlineData("quarter-submissions?department=nobody", ApiHost.Statistics)]
    [InlineData("observations?region=150603", ApiHost.Dongsheng)]
    [InlineData("history?region=全市", ApiHost.Dongsheng)]
    public async Task A_department_does_not_see_what_is_another_s(string question, string key)
    {
        await using var host = await ApiHost.StartAsync();
        using var response = await host.SendAsync($"api/{question}", key);
        await AssertProblemAsync(response, HttpStatusCode.Forbidden, question);
    }

    [Fact]
    public async Task Without_keys_nobody_is_let_in()
    {
        await using var host = await ApiHost.StartAsync(hasKeys: false);
        foreach (var key in new[] { null, "", ApiHost.Administrator })
        {
            using var response = await host.SendAsync("api/observations", key);
            await AssertProblemAsync(response, HttpStatusCode.Unauthorized, $"{key}");
        }

        var health = await host.JsonAsync("api/health");
        Assert.Equal("degraded", health.GetProperty("status").GetString());
        var access = Assert.Single(health.GetProperty("components").EnumerateArray(), part => part.GetProperty("name").GetString() == "access");
        Assert.Equal("degraded", access.GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("Auth:Keys:li:Key", "short")]
    [InlineData("Auth:Keys:li:Key", ApiHost.Reader)]
    [InlineData("Auth:Keys:li:Role", "owner")]
    [InlineData("Auth:Keys:stats:Department", "nowhere")]
    [InlineData("Auth:Mode", "Both")]
    [InlineData("Auth:Mode", "EntraId")]
    [InlineData("Api:ExportRows", "0")]
    public async Task A_wrong_setting_is_found_at_start(string name, string value) =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => ApiHost.StartAsync((name, value)));

    [Fact]
    public async Task Principals_of_the_platform_have_the_roles_of_their_claims_and_groups()
    {
        await using var host = await StartWithEntraAsync();
        foreach (var (claims, audit, observations) in new ((string, string)[], HttpStatusCode, HttpStatusCode)[]
        {
            ([("tid", Tenant), ("roles", "administrator")], HttpStatusCode.OK, HttpStatusCode.OK),
            ([("http://schemas.microsoft.com/identity/claims/tenantid", Tenant), ("http://schemas.microsoft.com/ws/2008/06/identity/claims/role", "reader")], HttpStatusCode.Forbidden, HttpStatusCode.OK),
            ([("tid", Tenant), ("roles", "department.statistics")], HttpStatusCode.Forbidden, HttpStatusCode.OK),
            ([("tid", Tenant), ("groups", "g-1")], HttpStatusCode.OK, HttpStatusCode.OK),
            ([("tid", Tenant), ("groups", "g-2")], HttpStatusCode.Forbidden, HttpStatusCode.OK),
            ([("tid", Tenant), ("roles", "reader"), ("groups", "g-1")], HttpStatusCode.OK, HttpStatusCode.OK),
            ([("tid", Tenant), ("roles", "administrator"), ("exp", "4102444800")], HttpStatusCode.OK, HttpStatusCode.OK),
            // No role, one that nothing is known of, two departments.
            ([("tid", Tenant)], HttpStatusCode.Forbidden, HttpStatusCode.Forbidden),
            ([("tid", Tenant), ("roles", "Administrator"), ("groups", "g-3")], HttpStatusCode.Forbidden, HttpStatusCode.Forbidden),
            ([("tid", Tenant), ("roles", "department.nowhere")], HttpStatusCode.Forbidden, HttpStatusCode.Forbidden),
            ([("tid", Tenant), ("roles", "department.statistics"), ("roles", "department.transport")], HttpStatusCode.Forbidden, HttpStatusCode.Forbidden),
            // Foreign, expired.
            ([("tid", "99999999-2222-3333-4444-555555555555"), ("roles", "administrator")], HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized),
            ([("roles", "administrator")], HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized),
            ([("tid", Tenant), ("roles", "administrator"), ("exp", "1600000000")], HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized),
            ([("tid", Tenant), ("roles", "administrator"), ("exp", "never")], HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized),
        })
        {
            var header = (EntraCallers.HeaderName, Principal(claims));
            using var first = await host.SendAsync("api/audit", headers: header);
            using var second = await host.SendAsync("api/observations?indicator=H01", headers: header);
            Assert.Equal((string.Join(' ', claims), audit, observations), (string.Join(' ', claims), first.StatusCode, second.StatusCode));
        }
    }

    [Fact]
    public async Task What_is_no_principal_of_the_platform_opens_nothing_on_any_operation()
    {
        await using var host = await StartWithEntraAsync();
        var operations = host.Services.GetRequiredService<Operations>();
        foreach (var header in new[]
        {
            null, "", "not base64!", Convert.ToBase64String("not json"u8), Convert.ToBase64String("null"u8), Convert.ToBase64String("[]"u8),
            Convert.ToBase64String("""{"auth_typ":"aad"}"""u8), Convert.ToBase64String("""{"auth_typ":"aad","claims":[null]}"""u8),
            Convert.ToBase64String("""{"auth_typ":"aad","claims":[{"typ":"tid"}]}"""u8),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(PrincipalText("github", ("tid", Tenant), ("roles", "administrator")))),
        })
        {
            foreach (var (name, method, route) in OpenApiDocument.Routes)
            {
                var operation = operations.Find(name)!;
                if (operation.IsOpen)
                    continue;
                // A key means nothing where Entra ID decides.
                using var response = await host.SendAsync(
                    ExampleOf(operation, route), ApiHost.Administrator, new HttpMethod(method), BodyOf(operation),
                    header is null ? [] : [(EntraCallers.HeaderName, header)]);
                await AssertProblemAsync(response, HttpStatusCode.Unauthorized, $"{name} {header}");
            }
        }
    }

    private static Task<ApiHost> StartWithEntraAsync() => ApiHost.StartAsync(
        ("Auth:Mode", "EntraId"), ("WEBSITE_AUTH_ENABLED", "True"), ("Auth:Tenant", Tenant), ("Auth:Groups", "g-1=administrator; g-2=department.transport"));

    internal static string ExampleOf(Operation operation, string route)
    {
        var query = new List<string>();
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.IsRequired))
        {
            if (route.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal))
                route = route.Replace($"{{{parameter.Name}}}", parameter.Example, StringComparison.Ordinal);
            else
                query.Add($"{parameter.Name}={Uri.EscapeDataString(parameter.Example!)}");
        }

        return query.Count == 0 ? route : $"{route}?{string.Join('&', query)}";
    }

    internal static ByteArrayContent? BodyOf(Operation operation)
    {
        if (operation.Body is not { Type: var type })
            return null;
        var body = new ByteArrayContent(Encoding.UTF8.GetBytes(type switch
        {
            Content.JsonType => "{}",
            Content.CsvType => "indicator,comparator,low,authority,document,date\nH17,>=,90,自治区生态环境厅,内环发〔2021〕100号,2021-11-05\n",
            _ => "指标编码,期间,数值,单位\nH01,2023年前三季度,约6,%\nH08,2023年前三季度,6.0,\n",
        }));
        body.Headers.ContentType = new(type);
        return body;
    }

    private static string Principal(params (string, string)[] claims) => Convert.ToBase64String(Encoding.UTF8.GetBytes(PrincipalText("aad", claims)));

    private static string PrincipalText(string provider, params (string Type, string Value)[] claims) => JsonSerializer.Serialize(
        new { auth_typ = provider, name_typ = "name", role_typ = "roles", claims = claims.Select(claim => new { typ = claim.Type, val = claim.Value }) });

    private static async Task AssertProblemAsync(HttpResponseMessage response, HttpStatusCode expected, string what)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{what}: {(int)response.StatusCode} {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.ToString());
        using var problem = JsonDocument.Parse(text);
        Assert.StartsWith("urn:ordos:problem:", problem.RootElement.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.Equal((int)expected, problem.RootElement.GetProperty("status").GetInt32());
        foreach (var member in new[] { "title", "titleEn", "detail", "detailEn" })
            Assert.NotEmpty(problem.RootElement.GetProperty(member).GetString()!);
        Assert.Equal(expected == HttpStatusCode.Unauthorized, response.Headers.WwwAuthenticate.Count > 0);
    }
}
