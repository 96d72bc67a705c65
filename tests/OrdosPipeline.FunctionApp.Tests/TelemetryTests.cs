using System.Net;
using System.Text;
using System.Text.Json;
using Azure.Identity;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.FunctionApp.Telemetry;
using OrdosPipeline.FunctionApp.Tests.Support;

namespace OrdosPipeline.FunctionApp.Tests;

/// <summary>What a running app sends of itself, and where.</summary>
[Collection(Alone.Collection)]
public sealed class TelemetryTests
{
    private const int Requests = 30;

    [Fact]
    public async Task A_submission_is_followed_through_both_functions_by_its_id()
    {
        await using var collector = await TelemetryCollector.StartAsync();
        var (id, _) = await RunAsync(Otlp(collector));

        var spans = collector.Spans();
        // Nothing beside the functions and their steps: what the libraries do would be a hundred spans for each submission.
        Assert.Empty(spans.Select(span => span.Name).Except(
            ["SubmissionArrived", "SubmissionAccepted", "Health", "check", "apply", "read file", "wait for order", "read history", "apply rules", "write feedback"]));
        var about = spans.Where(span => span["ordos.submission.id"] == id).ToList();
        Assert.Equal(["SubmissionAccepted", "SubmissionArrived", "apply", "check"], about.Select(span => span.Name).Order(StringComparer.Ordinal));
        Assert.All(about, span => Assert.Equal(("statistics", "ordos-14", "accepted"), (span["ordos.department"], span["ordos.plan"], span["ordos.verdict"])));
        // Each function is a trace of its own, without a parent that nobody sends.
        foreach (var (function, step) in new[] { ("SubmissionArrived", "check"), ("SubmissionAccepted", "apply") })
        {
            var (invocation, work) = (about.Single(span => span.Name == function), about.Single(span => span.Name == step));
            Assert.Equal(("", function), (invocation.Parent, invocation["faas.name"]));
            Assert.Equal((invocation.Trace, invocation.Id), (work.Trace, work.Parent));
        }

        Assert.Superset(
            new HashSet<string> { "ordos.submissions", "ordos.submission.feedback.duration", "ordos.submission.apply.duration", "ordos.backlog.age", "ordos.poison.messages" },
            collector.MetricNames().ToHashSet());

        var line = Assert.Single(collector.LogLines(), line => line.Text.Contains("is applied", StringComparison.Ordinal));
        Assert.Equal((id, id, "SubmissionAccepted"), (line.Attributes["Submission"], line.Attributes["ordos.submission.id"], line.Attributes["faas.name"]));
        Assert.DoesNotContain(collector.LogLines(), line => line.Text.Contains("王五", StringComparison.Ordinal) || line.Attributes.Values.Contains("王五"));
    }

    [Fact]
    public async Task A_caller_of_the_api_finds_the_app_in_its_own_trace()
    {
        await using var collector = await TelemetryCollector.StartAsync();
        await using (var host = await ApiHost.StartAsync(Otlp(collector)))
        {
            using var found = await host.SendAsync("api/observations?indicator=H01", ApiHost.Reader, headers: ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00"));
            using var refused = await host.SendAsync("api/observations?indicator=H01");
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (found.StatusCode, refused.StatusCode));
            await host.StopAndSendTelemetryAsync();
        }

        var spans = collector.Spans().Where(span => span.Name == "Observations").ToList();
        Assert.Equal(2, spans.Count);
        // Kept although the caller would have left it out.
        var called = Assert.Single(spans, span => span.Trace == "0af7651916cd43dd8448eb211c80319c");
        Assert.Equal(("b7ad6b7169203331", "GET"), (called.Parent, called["http.request.method"]));
        Assert.Equal("", spans.Single(span => span != called).Parent);
    }

    [Fact]
    public async Task Application_Insights_gets_no_request_of_the_app_beside_those_of_the_host()
    {
        await using var collector = await TelemetryCollector.StartAsync();
        var (id, capabilities) = await RunAsync(("APPLICATIONINSIGHTS_CONNECTION_STRING", $"InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint={collector.Address}/"));

        var items = collector.ApplicationInsightsLines().Select(line => JsonDocument.Parse(line).RootElement.GetProperty("data")).ToList();
        string TypeOf(JsonElement data) => data.GetProperty("baseType").GetString()!;
        Assert.DoesNotContain("RequestData", items.Select(TypeOf));
        var spans = items.Where(data => TypeOf(data) == "RemoteDependencyData").Select(data => data.GetProperty("baseData")).ToList();
        // Each of many at once: the exporter's own sampler would keep five a second.
        Assert.Equal(Requests, spans.Count(span => span.GetProperty("name").GetString() == "Health"));
        Assert.Contains(spans, span => span.GetProperty("name").GetString() == "SubmissionAccepted" && span.GetProperty("properties").GetProperty("ordos.submission.id").GetString() == id);
        Assert.Contains(items, data => TypeOf(data) == "MetricData" && data.ToString().Contains("ordos.backlog.age", StringComparison.Ordinal));
        Assert.Contains(items, data => TypeOf(data) == "MessageData" && data.GetProperty("baseData").GetProperty("properties").TryGetProperty("Submission", out var said) && said.GetString() == id);
        // So that the host does not send the same lines.
        Assert.Equal("True", capabilities["WorkerApplicationInsightsLoggingEnabled"]);
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("", "InstrumentationKey=1", false)]
    [InlineData("Authorization=AAD", "InstrumentationKey=1", true)]
    [InlineData("ClientId=00000000-0000-0000-0000-000000000002;Authorization=AAD", "InstrumentationKey=1", true)]
    public void Application_Insights_is_signed_in_to_as_its_setting_says(string? authentication, string? connection, bool isByIdentity)
    {
        var settings = TelemetrySettings.Read(name => name switch
        {
            "APPLICATIONINSIGHTS_CONNECTION_STRING" => connection,
            "APPLICATIONINSIGHTS_AUTHENTICATION_STRING" => authentication,
            _ => null,
        });
        Assert.Equal((connection is not null, isByIdentity), (settings.IsSent, settings.Credential is ManagedIdentityCredential));
    }

    [Theory]
    [InlineData("ClientId=1")]
    [InlineData("Authorization=Key")]
    public async Task A_way_to_sign_in_that_is_not_known_is_found_at_start(string authentication) =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => ApiHost.StartAsync(("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", authentication)));

    /// <summary>Runs an app with all its triggers on a storage of its own, asks it how it is, hands a file in, and ends it once its values stand in the tables, so that it sends what it has.</summary>
    private static async Task<(string Submission, IDictionary<string, string> Capabilities)> RunAsync(params IEnumerable<(string Name, string Value)> settings)
    {
        var emulator = new OwnEmulator();
        await emulator.InitializeAsync();
        try
        {
            await using var host = await ApiHost.StartAsync(
            [
                .. emulator.Settings, .. settings, ("Storage:prefix", ""), ("AzureWebJobs.SubmissionArrived.Disabled", "false"), ("AzureWebJobs.SubmissionAccepted.Disabled", "false"),
            ]);
            foreach (var answer in await Task.WhenAll(Enumerable.Range(0, Requests).Select(_ => host.SendAsync("api/health"))))
                answer.Dispose();
            using var content = new MemoryStream(Encoding.UTF8.GetBytes("指标编码,期间,数值,单位\nH01,2021年,7.0,%\n"));
            var upload = await host.Services.GetRequiredService<IInbox>().UploadAsync("statistics/a.csv", content, "王五", CancellationToken.None);
            var id = BlobNames.SubmissionId(upload.Path, upload.ETag);
            var ledger = host.Services.GetRequiredService<ISubmissionLedger>();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while ((await ledger.FindAsync("statistics", id, patience.Token))?.State != SubmissionState.Applied)
                await Task.Delay(100, patience.Token);
            await host.StopAndSendTelemetryAsync();
            return (id, host.Services.GetRequiredService<IOptions<WorkerOptions>>().Value.Capabilities);
        }
        finally
        {
            await emulator.DisposeAsync();
        }
    }

    private static IEnumerable<(string Name, string Value)> Otlp(TelemetryCollector collector) =>
        [("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")];
}
