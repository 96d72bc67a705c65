using System.Net;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.LocalHost.Tests.Support;

namespace OrdosPipeline.LocalHost.Tests.Triggers;

public class HttpTriggerTests
{
    private static readonly Type[] Functions = [typeof(HttpFunctions)];

    [Theory]
    [InlineData("/api/anonymous", null, HttpStatusCode.OK)]
    [InlineData("/api/observations", null, HttpStatusCode.Unauthorized)]
    [InlineData("/api/observations", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("/api/observations", "", HttpStatusCode.Unauthorized)]
    [InlineData("/api/observations", "the-key", HttpStatusCode.OK)]
    [InlineData("/api/observations", "another-key", HttpStatusCode.OK)]
    [InlineData("/api/observations", "the-master-key", HttpStatusCode.OK)]
    [InlineData("/api/observations?code=the-key", null, HttpStatusCode.OK)]
    [InlineData("/api/observations?code=the-key2", null, HttpStatusCode.Unauthorized)]
    [InlineData("/api/admin", "the-key", HttpStatusCode.Unauthorized)]
    [InlineData("/api/admin", "the-master-key", HttpStatusCode.OK)]
    [InlineData("/observations", "the-key", HttpStatusCode.NotFound)]
    [InlineData("/api/nothing", "the-key", HttpStatusCode.NotFound)]
    public async Task Keys_and_routes_decide_who_gets_in(string path, string? key, HttpStatusCode expected)
    {
        var setup = await TestHost.Setup.CreateAsync();
        setup.Settings["LocalHost:FunctionKeys:other"] = "another-key";
        setup.Settings["LocalHost:MasterKey"] = "the-master-key";
        await using var host = await TestHost.StartAsync(setup, Functions);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (key is not null)
            request.Headers.Add("x-functions-key", key);

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(expected == HttpStatusCode.OK ? 1 : 0, setup.Recorder.Waiting);
        if (expected != HttpStatusCode.OK)
            Assert.Empty(await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_key_is_made_kept_and_logged_when_none_is_configured()
    {
        var setup = await TestHost.Setup.CreateAsync();
        setup.Settings.Remove("LocalHost:FunctionKeys:default");
        string key;
        await using (var host = await TestHost.StartAsync(setup, Functions))
        {
            key = (await host.Log.WaitForAsync("x-functions-key")).Split(' ')[^1];
            Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync($"/api/observations?code={key}")).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await host.Client.GetAsync("/api/observations")).StatusCode);
        }

        var hostId = setup.Settings["AzureFunctionsWebHost:hostId"];
        var kept = new BlobClient(setup.Storage, "azure-webjobs-hosts", $"keys/{hostId}/master");
        Assert.Equal(key, (await kept.DownloadContentAsync()).Value.Content.ToString());
        await using (var host = await TestHost.StartAsync(setup, Functions))
            Assert.EndsWith(key, await host.Log.WaitForAsync("x-functions-key"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Route_values_bind_to_parameters_by_name()
    {
        var setup = await TestHost.Setup.CreateAsync();
        await using var host = await TestHost.StartAsync(setup, Functions);

        await host.Client.GetAsync("/api/observations/ordos-14/2023?code=the-key");
        await host.Client.GetAsync("/api/observations?code=the-key");

        Assert.Equal(["ordos-14", 2023], (await setup.Recorder.NextAsync()).Arguments);
        Assert.Equal([null, 2021], (await setup.Recorder.NextAsync()).Arguments);
    }

    [Fact]
    public async Task Every_kind_of_result_is_sent()
    {
        var setup = await TestHost.Setup.CreateAsync();
        await using var host = await TestHost.StartAsync(setup, Functions);
        var results = new (object? Result, HttpStatusCode Status, string Body)[]
        {
            (Results.Json(new { Value = 1.5m }), HttpStatusCode.OK, """{"value":1.5}"""),
            (Results.Text("暖城", statusCode: 202), HttpStatusCode.Accepted, "暖城"),
            (new OkObjectResult(new { Value = 2 }), HttpStatusCode.OK, """{"value":2}"""),
            (new NotFoundResult(), HttpStatusCode.NotFound, ""),
            (new FileContentResult("a,b"u8.ToArray(), "text/csv"), HttpStatusCode.OK, "a,b"),
            (new { Value = 3 }, HttpStatusCode.OK, """{"value":3}"""),
            (null, HttpStatusCode.OK, ""),
        };
        foreach (var (result, status, body) in results)
        {
            setup.Recorder.Behaviour = _ => Task.FromResult(result);
            using var response = await host.Client.GetAsync("/api/anonymous");
            Assert.Equal((status, body), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        }
    }

    [Theory]
    [InlineData("Production")]
    // Where the framework by itself answers with the stack trace.
    [InlineData("Development")]
    public async Task An_unhandled_exception_is_a_500_that_tells_the_caller_nothing(string environment)
    {
        var setup = await TestHost.Setup.CreateAsync();
        setup.Environment = environment;
        setup.Recorder.Behaviour = _ => throw new InvalidOperationException("secret");
        await using var host = await TestHost.StartAsync(setup, Functions);

        using var response = await host.Client.GetAsync("/api/anonymous");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
        Assert.Equal("Anonymous failed on GET /api/anonymous", await host.Log.WaitForAsync("failed on GET"));
    }

    [Fact]
    public async Task A_method_that_no_function_takes_is_not_found()
    {
        var setup = await TestHost.Setup.CreateAsync();
        await using var host = await TestHost.StartAsync(setup, Functions);

        using var response = await host.Client.PostAsync("/api/observations?code=the-key", content: null);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("", "/anonymous")]
    [InlineData("v1", "/v1/anonymous")]
    public async Task The_route_prefix_of_host_json_counts(string prefix, string path)
    {
        var folder = Directory.CreateTempSubdirectory("ordos-host-");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "host.json"),
                $$"""{ "version": "2.0", "extensions": { "http": { "routePrefix": "{{prefix}}" } } }""");
            var setup = await TestHost.Setup.CreateAsync(baseDirectory: folder.FullName);
            await using var host = await TestHost.StartAsync(setup, Functions);

            Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync(path)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/api/anonymous")).StatusCode);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_host_says_where_it_listens_when_it_is_ready()
    {
        var setup = await TestHost.Setup.CreateAsync();
        await using var host = await TestHost.StartAsync(setup, Functions);

        Assert.StartsWith($"Host ready at {host.Client.BaseAddress}api ", await host.Log.WaitForAsync("Host ready"), StringComparison.Ordinal);
    }

    public sealed class HttpFunctions(Recorder recorder)
    {
        [Function("Anonymous")]
        public Task<object?> Anonymous(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "anonymous")] HttpRequest request, FunctionContext context)
            => recorder.RecordAsync(context, request.Method);

        [Function("Observations")]
        public async Task<IResult> Observations(
            [HttpTrigger(AuthorizationLevel.Function, "get", Route = "observations/{plan?}/{year?}")] HttpRequest request,
            string? plan,
            FunctionContext context,
            int year = 2021)
        {
            ArgumentNullException.ThrowIfNull(request);
            await recorder.RecordAsync(context, plan, year);
            return Results.Ok();
        }

        [Function("Admin")]
        public async Task<IActionResult> Admin(
            [HttpTrigger(AuthorizationLevel.Admin, Route = "admin")] HttpRequest request, FunctionContext context)
        {
            await recorder.RecordAsync(context, request);
            return new OkResult();
        }
    }
}
