using System.Net;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.FunctionApp.Tests.Support;
using OrdosPipeline.Testing;

namespace OrdosPipeline.FunctionApp.Tests;

/// <summary><c>/api/health</c> says what is wrong, and what to do; the well one stands in <c>Examples/Health</c>.</summary>
public sealed class HealthTests(OwnEmulator emulator) : IClassFixture<OwnEmulator>
{
    [Fact]
    public async Task What_wants_care_is_named_with_what_to_do_and_no_data()
    {
        await using var host = await ApiHost.StartAsync(emulator.Settings);
        await SmallCity.HandInAsync(host.Services, "statistics/2023年三季度.csv", "2023-10-12", "指标编码,期间,数值,单位\nH01,2023年前三季度,6.1,%\n");
        await TellAsync(host, "1", SubmissionState.Accepted, ApiHost.Now.AddHours(-3));
        await TellAsync(host, "2", SubmissionState.Applying, ApiHost.Now.AddMinutes(-10));
        await TellAsync(host, "3", SubmissionState.Failed, ApiHost.Now.AddDays(-3));
        var queue = new QueueClient(emulator.ConnectionString, "webjobs-blobtrigger-poison");
        await queue.CreateAsync();
        await queue.SendMessageAsync("{}");

        var (status, text) = await AskAsync(host);
        Assert.Equal(HttpStatusCode.OK, status);
        Approved.Matches(text, "Health/Degraded");
        Assert.DoesNotContain("三季度", text, StringComparison.Ordinal);

        // The figures that are measured are the same.
        using var recording = new MeterRecording(host.Services.GetRequiredService<PipelineMetrics>().Meter);
        Assert.Equal(["ordos.backlog.age{} 10800", "ordos.backlog.submissions{} 2", "ordos.poison.messages{} 1", "ordos.submissions.failed{} 1"], recording.Take());
    }

    [Fact]
    public async Task A_container_that_is_gone_is_named()
    {
        await using var host = await ApiHost.StartAsync(emulator.Settings);
        await new BlobServiceClient(emulator.ConnectionString).GetBlobContainerClient(host.Container("accepted")).DeleteAsync();
        var (status, text) = await AskAsync(host);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        var blobs = PartOf(text, "storage-blobs");
        Assert.Equal(("failing", "Blob storage lacks: accepted."), (blobs.GetProperty("status").GetString(), blobs.GetProperty("messageEn").GetString()));
        Assert.Equal("ok", PartOf(text, "storage-tables").GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_storage_that_is_gone_is_told_within_seconds_and_not_as_a_fault_of_the_app()
    {
        var gone = new OwnEmulator();
        await gone.InitializeAsync();
        await using var host = await ApiHost.StartAsync(gone.Settings);
        await gone.DisposeAsync();

        var start = TimeProvider.System.GetTimestamp();
        var (status, text) = await AskAsync(host);
        Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(8));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Approved.Matches(text, "Health/Failing");
    }

    private static Task TellAsync(ApiHost host, string id, SubmissionState state, DateTimeOffset uploadedAt) => host.Services.GetRequiredService<ISubmissionLedger>().AdvanceAsync(
        new LedgerEntry { Id = id, Department = "works", Plan = "ordos-14", Path = $"works/{id}.xlsx", ETag = "0x1", UploadedAt = uploadedAt, Bytes = 1, State = state }, CancellationToken.None);

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(ApiHost host)
    {
        using var response = await host.SendAsync("api/health");
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static JsonElement PartOf(string text, string name)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.GetProperty("components").EnumerateArray().Single(part => part.GetProperty("name").GetString() == name).Clone();
    }
}
