using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Reporting.Json;
using OrdosPipeline.Documents.Notices;

namespace OrdosPipeline.Documents.Tests.Notices;

/// <summary>A notice as another system receives it.</summary>
public sealed class WebhookNoticesTests : IDisposable
{
    private readonly HttpListener server = new();
    private readonly HttpClient http = new();
    private readonly Uri address;

    public WebhookNoticesTests()
    {
        // A port that is free at this moment; another process could take it before the listener does, so it is tried again.
        for (var attempt = 1; ; attempt++)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/hook/");
            probe.Stop();
            server.Prefixes.Clear();
            server.Prefixes.Add(address.AbsoluteUri);
            try
            {
                server.Start();
                return;
            }
            catch (HttpListenerException) when (attempt < 5)
            {
            }
        }
    }

    public void Dispose()
    {
        server.Close();
        http.Dispose();
    }

    [Fact]
    public async Task The_record_is_posted_as_json_with_a_key_that_is_the_same_each_time()
    {
        var notice = Notice();
        var received = AnswerAsync(HttpStatusCode.NoContent);
        await new WebhookNotices(new NoticeSettings { Webhook = address }, http).PostAsync(notice, CancellationToken.None);
        var (method, type, key, body) = await received;
        Assert.Equal(("POST", "application/json; charset=utf-8", "mini-16-2026Q1-overdue"), (method, type, key));
        using var json = JsonDocument.Parse(body);
        Assert.Equal(("overdue", "mini-16", "2026Q1", 1, 1), (
            json.RootElement.GetProperty("notice").GetString(), json.RootElement.GetProperty("plan").GetString(), json.RootElement.GetProperty("quarter").GetString(),
            json.RootElement.GetProperty("expected").GetInt32(), json.RootElement.GetProperty("missing").GetInt32()));
        Assert.Equal("市住建局", json.RootElement.GetProperty("departments")[0].GetProperty("name").GetString());
        Assert.Equal(body, Encoding.UTF8.GetString(NoticeJson.Write(NoticeJson.Read(Encoding.UTF8.GetBytes(body)))));
    }

    [Fact]
    public async Task An_answer_that_is_no_success_is_a_fault()
    {
        var received = AnswerAsync(HttpStatusCode.ServiceUnavailable);
        await Assert.ThrowsAsync<HttpRequestException>(() => new WebhookNotices(new NoticeSettings { Webhook = address }, http).PostAsync(Notice(), CancellationToken.None));
        await received;
    }

    [Fact]
    public void Without_an_address_it_is_off() => Assert.False(new WebhookNotices(new NoticeSettings(), http).IsEnabled);

    private static ReturnNotice Notice() => new(
        "mini-16", new ReportingQuarter(2026, 1), NoticeKind.Overdue, new(2026, 4, 20, 16, 0, 0, TimeSpan.Zero), new(2026, 4, 21, 0, 0, 0, TimeSpan.Zero),
        [new DepartmentCompleteness { Department = "works", Name = "市住建局", IndicatorsDue = 3, IsExpected = true, Received = 1, Accepted = 0, IsOnTime = false }]);

    private async Task<(string Method, string? Type, string? Key, string Body)> AnswerAsync(HttpStatusCode status)
    {
        var context = await server.GetContextAsync();
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        context.Response.StatusCode = (int)status;
        context.Response.Close();
        return (context.Request.HttpMethod, context.Request.ContentType, context.Request.Headers["Idempotency-Key"], body);
    }
}
