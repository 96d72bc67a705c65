using System.Net;
using System.Text.Json;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.FunctionApp.Tests.Support;
using OrdosPipeline.Testing;

namespace OrdosPipeline.FunctionApp.Tests;

/// <summary>From figures to cells, and submissions that are taken up again.</summary>
[Collection(PoisonQueue.Collection)]
public sealed class TraceTests(SmallCityHost city) : IClassFixture<SmallCityHost>
{
    private readonly ApiHost host = city.Api;

    [Fact]
    public async Task A_figure_leads_to_every_upload_that_said_something_of_it()
    {
        var trace = await host.JsonAsync("api/trace/ordos-14/H01/2023Q3YTD");
        Assert.Equal(
            [(1, false, 6.1m, "statistics/2023年三季度.csv", "C2"), (2, true, 6.4m, "statistics/2023年三季度（更正）.csv", "C2")],
            trace.GetProperty("steps").EnumerateArray().Select(step => (
                step.GetProperty("revision").GetInt32(), step.GetProperty("counts").GetBoolean(), step.GetProperty("value").GetDecimal(),
                step.GetProperty("path").GetString()!, step.GetProperty("cell").GetString()!)));
        Assert.Contains(trace.GetProperty("uses").EnumerateArray(), use => use.GetProperty("id").GetString() == "H01" && use.GetProperty("quarter").GetString() == "2023Q3");
    }

    [Fact]
    public async Task As_known_before_the_correction_the_first_value_counts_and_no_summary_has_used_it()
    {
        var trace = await host.JsonAsync("api/trace/ordos-14/H01/2023Q3YTD?asOf=2023-10-15");
        var step = Assert.Single(trace.GetProperty("steps").EnumerateArray());
        Assert.True(step.GetProperty("counts").GetBoolean());
        Assert.Equal(6.1m, step.GetProperty("value").GetDecimal());
        Assert.Empty(trace.GetProperty("uses").EnumerateArray());
    }

    [Theory]
    [InlineData("H01/2022?region=东胜区", "dongsheng/2022年.csv", "dongsheng")]
    [InlineData("P017/2023Q3", "water-resources/2023年三季度.csv", "water-resources")]
    // A level at the end of a period has one key, however the period is written.
    [InlineData("P017/2023Q3YTD", "water-resources/2023年三季度.csv", "water-resources")]
    public async Task Regions_and_projects_are_traced_too(string subject, string path, string department)
    {
        var step = Assert.Single((await host.JsonAsync($"api/trace/ordos-14/{subject}")).GetProperty("steps").EnumerateArray());
        Assert.Equal((path, department), (step.GetProperty("path").GetString(), step.GetProperty("reportedBy").GetString()));
    }

    [Theory]
    [InlineData("H01/2025", ApiHost.Reader, HttpStatusCode.NotFound)]
    [InlineData("H99/2021", ApiHost.Reader, HttpStatusCode.NotFound)]
    [InlineData("H01/2021年", ApiHost.Reader, HttpStatusCode.BadRequest)]
    [InlineData("H01/2021?region=北京", ApiHost.Reader, HttpStatusCode.BadRequest)]
    [InlineData("H01/2021", ApiHost.Statistics, HttpStatusCode.OK)]
    [InlineData("H01/2021", ApiHost.Transport, HttpStatusCode.Forbidden)]
    [InlineData("H01/2022?region=150602", ApiHost.Dongsheng, HttpStatusCode.OK)]
    [InlineData("H01/2021", ApiHost.Dongsheng, HttpStatusCode.Forbidden)]
    // Nobody has reported it, which is none of the department's business.
    [InlineData("H01/2025", ApiHost.Transport, HttpStatusCode.Forbidden)]
    [InlineData("H01/2025", ApiHost.Statistics, HttpStatusCode.NotFound)]
    [InlineData("P017/2023Q3", ApiHost.Statistics, HttpStatusCode.Forbidden)]
    // A project has no region, so none opens it.
    [InlineData("P017/2023Q3?region=东胜区", ApiHost.Dongsheng, HttpStatusCode.Forbidden)]
    public async Task What_is_not_there_or_not_one_s_own_is_told_apart(string subject, string key, HttpStatusCode expected) =>
        await host.JsonAsync($"api/trace/ordos-14/{subject}", key, expected);

    [Fact]
    public async Task Departments_are_not_told_which_summaries_used_a_figure()
    {
        Assert.NotEmpty((await host.JsonAsync("api/trace/ordos-14/H01/2021")).GetProperty("uses").EnumerateArray());
        Assert.Empty((await host.JsonAsync("api/trace/ordos-14/H01/2021", ApiHost.Statistics)).GetProperty("uses").EnumerateArray());
    }

    [Fact]
    public async Task A_figure_of_a_summary_leads_to_every_cell_that_it_is_made_of_and_tells_which_were_replaced_since()
    {
        await using var own = await ApiHost.StartAsync();
        await SmallCity.FillAsync(own.Services);
        await SmallCity.HandInAsync(own.Services, "statistics/2023年三季度（核定）.csv", "2023-10-24", "指标编码,期间,数值\nH01,2023年前三季度,6.5\n");
        var trace = await own.JsonAsync("api/trace/ordos-14/H01?quarter=2023Q3");
        Assert.Equal(
            [("2021", 7.0m, "statistics/2021年.csv", false), ("2022", 5.4m, "statistics/2023年三季度.csv", false), ("2023Q3YTD", 6.4m, "statistics/2023年三季度（更正）.csv", true)],
            trace.GetProperty("cells").EnumerateArray().Select(cell => (
                cell.GetProperty("period").GetString()!, cell.GetProperty("value").GetDecimal(), cell.GetProperty("path").GetString()!, cell.TryGetProperty("replacedBy", out _))));
        // Three years of 7.0, 5.4 and 6.4 per cent on the average.
        Assert.Equal(6.2523m, Math.Round(trace.GetProperty("value").GetDecimal(), 4));
    }

    [Fact]
    public async Task Figures_of_projects_are_traced_too()
    {
        var cell = Assert.Single((await host.JsonAsync("api/trace/ordos-14/P017?quarter=2023Q3")).GetProperty("cells").EnumerateArray());
        Assert.Equal(
            ("2023Q3", 45.5m, "water-resources/2023年三季度.csv"),
            (cell.GetProperty("period").GetString(), cell.GetProperty("value").GetDecimal(), cell.GetProperty("path").GetString()));
    }

    [Theory]
    [InlineData("H01?quarter=2022Q3", ApiHost.Reader, HttpStatusCode.NotFound)]
    [InlineData("H01?quarter=2023Q3&version=9", ApiHost.Reader, HttpStatusCode.NotFound)]
    // A region is judged where it has a target.
    [InlineData("H01?quarter=2023Q3&region=东胜区", ApiHost.Reader, HttpStatusCode.NotFound)]
    [InlineData("H01", ApiHost.Reader, HttpStatusCode.BadRequest)]
    [InlineData("H99?quarter=2023Q3", ApiHost.Reader, HttpStatusCode.NotFound)]
    [InlineData("H01?quarter=2023Q3", ApiHost.Statistics, HttpStatusCode.Forbidden)]
    public async Task What_no_summary_judges_is_not_there(string subject, string key, HttpStatusCode expected) =>
        await host.JsonAsync($"api/trace/ordos-14/{subject}", key, expected);

    [Fact]
    public async Task Feedback_is_the_department_s_own()
    {
        var submission = (await host.JsonAsync("api/submissions?department=transport")).GetProperty("value")[0].GetProperty("submission").GetString();
        using var own = await host.SendAsync($"api/submissions/transport/{submission}/feedback", ApiHost.Transport);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Equal("PK"u8.ToArray(), (await own.Content.ReadAsByteArrayAsync())[..2]);
        using var others = await host.SendAsync($"api/submissions/transport/{submission}/feedback", ApiHost.Statistics);
        Assert.Equal(HttpStatusCode.Forbidden, others.StatusCode);
        using var missing = await host.SendAsync("api/submissions/transport/00000000000000000000/feedback", ApiHost.Transport);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task A_file_is_handed_in_for_oneself_alone_and_not_by_a_form()
    {
        await using var own = await ApiHost.StartAsync();
        using var submitted = await own.SendAsync("api/submissions?department=statistics&file=a.csv", ApiHost.Statistics, HttpMethod.Post, new ByteArrayContent("指标编码\n"u8.ToArray()));
        Assert.Equal(HttpStatusCode.Accepted, submitted.StatusCode);
        var upload = Assert.Single(await own.Services.GetRequiredService<IInbox>().ListAsync(CancellationToken.None).ToListAsync());
        Assert.Equal("statistics/a.csv", upload.Path);
        using var elsewhere = await own.SendAsync(
            "api/submissions?department=statistics&file=b.csv", ApiHost.Statistics, HttpMethod.Post, new ByteArrayContent([1]), ("Sec-Fetch-Site", "cross-site"));
        Assert.Equal(HttpStatusCode.Forbidden, elsewhere.StatusCode);
        foreach (var (address, content, expected) in new (string, HttpContent, HttpStatusCode)[]
        {
            ("api/submissions?department=transport&file=a.csv", new ByteArrayContent([1]), HttpStatusCode.Forbidden),
            ("api/submissions?department=statistics&file=../transport/a.csv", new ByteArrayContent([1]), HttpStatusCode.BadRequest),
            ("api/submissions?department=statistics&file=..", new ByteArrayContent([1]), HttpStatusCode.BadRequest),
            ("api/submissions?department=statistics", new ByteArrayContent([1]), HttpStatusCode.BadRequest),
            ("api/submissions?department=statistics&file=a.csv", new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "a.csv" } }, HttpStatusCode.UnsupportedMediaType),
            ("api/submissions?department=statistics&file=a.csv", new StringContent("x"), HttpStatusCode.UnsupportedMediaType),
        })
        {
            using var refused = await own.SendAsync(address, ApiHost.Statistics, HttpMethod.Post, content);
            Assert.True(refused.StatusCode == expected, $"{address}: {refused.StatusCode} {await refused.Content.ReadAsStringAsync()}");
        }
    }

    [Fact]
    public async Task A_submission_that_was_given_up_is_taken_up_again_and_its_poison_message_goes()
    {
        await using var own = await ApiHost.StartAsync();
        var (inbox, ledger) = (own.Services.GetRequiredService<IInbox>(), own.Services.GetRequiredService<ISubmissionLedger>());
        using var content = new MemoryStream("指标编码,期间,数值,单位\nH01,2021年,7.0,%\n"u8.ToArray());
        var upload = await inbox.UploadAsync("statistics/a.csv", content, submittedBy: null, CancellationToken.None);
        var id = BlobNames.SubmissionId(upload.Path, upload.ETag);
        var entry = new LedgerEntry
        {
            Id = id,
            Department = "statistics",
            Path = upload.Path,
            ETag = upload.ETag,
            UploadedAt = upload.UploadedAt,
            Bytes = upload.Bytes,
            State = SubmissionState.Checking,
        };
        for (var time = 1; time <= 5; time++)
            await ledger.RecordFailureAsync(entry, "IOException: disk full", limit: 5, CancellationToken.None);
        Assert.Equal(SubmissionState.Failed, (await ledger.FindAsync("statistics", id, CancellationToken.None))!.State);
        var queue = new QueueClient(await AzuriteFixture.ConnectionStringAsync(), "webjobs-blobtrigger-poison", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await queue.CreateIfNotExistsAsync();
        var message = JsonSerializer.Serialize(new { FunctionId = "Host.Functions.SubmissionArrived", BlobType = "BlockBlob", ContainerName = own.Container("incoming"), BlobName = "statistics/a.csv", ETag = "\"0x1\"" });
        await queue.SendMessageAsync(message);

        using var answer = await own.SendAsync(
            $"api/submissions/statistics/{id}/replay", ApiHost.Administrator, HttpMethod.Post, new StringContent("{}", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")));

        using var replayed = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(
            ("failed", "applied", 1),
            (replayed.RootElement.GetProperty("before").GetString(), replayed.RootElement.GetProperty("after").GetString(), replayed.RootElement.GetProperty("poisonMessages").GetInt32()));
        Assert.Equal(1, (await own.JsonAsync("api/observations?indicator=H01")).GetProperty("value").GetArrayLength());
        var act = Assert.Single((await own.JsonAsync("api/audit")).GetProperty("value").EnumerateArray());
        Assert.Equal(("replay", "li", "done"), (act.GetProperty("action").GetString(), act.GetProperty("actor").GetString(), act.GetProperty("state").GetString()));
        Assert.Contains("failed (5 × IOException: disk full) → applied; 1 poison messages", act.GetProperty("after").GetString(), StringComparison.Ordinal);
    }
}
