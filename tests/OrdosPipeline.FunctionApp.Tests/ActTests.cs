using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.FunctionApp.Tests.Support;

namespace OrdosPipeline.FunctionApp.Tests;

/// <summary>What an administrator orders over HTTP.</summary>
public sealed class ActTests
{
    [Fact]
    public async Task Who_closes_a_quarter_that_another_run_keeps_to_itself_is_told_so_and_it_is_on_record()
    {
        await using var host = await ApiHost.StartAsync();
        host.SkipWaiting();
        var head = new SummaryHead { Plan = "ordos-14", Quarter = new ReportingQuarter(2023, 3), Version = 1, State = SummaryState.Writing, Inputs = "", AsOf = ApiHost.Now.AddHours(1) };
        Assert.NotNull(await host.Services.GetRequiredService<ISummaryStore>().ClaimAsync(head, CancellationToken.None));

        using var body = new StringContent("{}", Encoding.UTF8, "application/json");
        using var refused = await host.SendAsync("api/summaries/ordos-14/2023Q3", ApiHost.Administrator, HttpMethod.Post, body);
        using var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.Conflict, "urn:ordos:problem:conflict"), (refused.StatusCode, problem.RootElement.GetProperty("type").GetString()));
        Assert.Equal("2023Q3 的小结正由另一次操作写入，请稍后再试。", problem.RootElement.GetProperty("detail").GetString());

        var act = Assert.Single((await host.JsonAsync("api/audit")).GetProperty("value").EnumerateArray());
        Assert.Equal(("close", "failed"), (act.GetProperty("action").GetString(), act.GetProperty("state").GetString()));
    }
}
