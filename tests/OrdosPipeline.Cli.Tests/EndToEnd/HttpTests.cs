using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Cli.Emulator;
using OrdosPipeline.Cli.Running;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Cli.Tests.EndToEnd;

/// <summary>The API of the running function app, over one submission.</summary>
public sealed class HttpTests : IAsyncLifetime, IDisposable
{
    private const string Sample = "statistics/2021年主要经济指标.xlsx";

    private readonly HttpClient http = new();
    private AzuriteEmulator emulator = null!;
    private FunctionAppProcess app = null!;
    private LedgerEntry entry = null!;

    public async Task InitializeAsync()
    {
        emulator = await AzuriteEmulator.StartAsync();
        app = await FunctionAppProcess.StartAsync(emulator.ConnectionString, _ => { }, CancellationToken.None);
        http.BaseAddress = app.Address;
        await using var services = await OrdosServices.OnlineAsync(CancellationToken.None, name => name == "Storage" ? emulator.ConnectionString : null);
        await using var content = File.OpenRead(Checkout.PathOf("sample-inputs", Sample));
        var upload = await services.GetRequiredService<IInbox>().UploadAsync(Sample, content, "test", CancellationToken.None);
        entry = Assert.Single(await ActivatorUtilities.CreateInstance<SubmissionWatch>(services).WaitAsync([upload], progress: null, CancellationToken.None));
    }

    public void Dispose() => http.Dispose();

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await emulator.DisposeAsync();
    }

    [Fact]
    public async Task The_api_answers_from_the_tables_and_says_what_is_wrong_with_a_question()
    {
        var health = await JsonAsync("api/health");
        Assert.Equal(("ok", "ordos-14"), (health.GetProperty("status").GetString(), health.GetProperty("plans")[0].GetString()));
        foreach (var key in new[] { "", "&code=wrong" })
            Assert.Contains("urn:ordos:problem:unauthenticated", await TextAsync($"api/observations?indicator=H01{key}", HttpStatusCode.Unauthorized), StringComparison.Ordinal);

        var observation = (await JsonAsync("api/observations?indicator=H01&period=2021")).GetProperty("value")[0];
        Assert.Equal(7.0m, observation.GetProperty("value").GetDecimal());
        Assert.Equal("地区生产总值增长", observation.GetProperty("indicatorName").GetString());
        Assert.Equal(("2021年", "E6"), (observation.GetProperty("sheet").GetString(), observation.GetProperty("cell").GetString()));
        Assert.Equal(entry.Id, observation.GetProperty("submission").GetString());

        var submission = (await JsonAsync("api/submissions?department=statistics")).GetProperty("value")[0];
        Assert.Equal("applied", submission.GetProperty("state").GetString());
        Assert.Equal(3, (await JsonAsync($"api/findings?submission={entry.Id}")).GetProperty("value").GetArrayLength());

        var page = await JsonAsync("api/catalogue?$top=2");
        Assert.Equal(2, page.GetProperty("value").GetArrayLength());
        var next = await JsonAsync($"api/catalogue?$top=2&continuation={Uri.EscapeDataString(page.GetProperty("continuation").GetString()!)}");
        Assert.NotEqual(page.GetProperty("value")[0].GetProperty("id").GetString(), next.GetProperty("value")[0].GetProperty("id").GetString());

        var csv = await http.GetByteArrayAsync(new Uri($"api/observations?indicator=H01&format=csv&code={app.Key}", UriKind.Relative));
        Assert.Equal(Encoding.UTF8.GetPreamble(), csv[..3]);
        Assert.StartsWith("Plan,Indicator,IndicatorName,", Encoding.UTF8.GetString(csv[3..]), StringComparison.Ordinal);

        foreach (var (question, status) in new[]
        {
            ("api/observations?$top=0", HttpStatusCode.BadRequest), ("api/observations?format=pdf", HttpStatusCode.BadRequest),
            ("api/report/ordos-14/2021X1", HttpStatusCode.BadRequest), ("api/report/nowhere/2021Q4", HttpStatusCode.NotFound),
            ("api/report/ordos-14/2025Q4", HttpStatusCode.NotFound), ("api/nothing", HttpStatusCode.NotFound),
        })
        {
            var text = await TextAsync($"{question}{(question.Contains('?', StringComparison.Ordinal) ? '&' : '?')}code={app.Key}", status);
            Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_template_comes_with_a_Chinese_file_name_and_what_was_reported_last()
    {
        using var answer = await http.GetAsync(new Uri($"api/template?department={Uri.EscapeDataString("统计局")}&quarter=2022Q4&code={app.Key}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("市统计局2022年四季度填报模板.xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar);
        await using var services = OrdosServices.Offline();
        await using var content = await answer.Content.ReadAsStreamAsync();
        using var workbook = new MemoryStream();
        await content.CopyToAsync(workbook);
        var sheets = services.GetRequiredService<IWorkbookOpener>().Open(workbook, IntakeLimits.Default, CancellationToken.None).Workbook!.Sheets;
        var row = sheets.Single(sheet => sheet.Name == "指标填报").Rows.Single(row => row.At(1).Text == "H01");
        Assert.Contains(row.Cells, cell => cell.Text == "2021年");
        Assert.Equal(7.0m, row.Cells[^1].Number);

        foreach (var (question, status) in new[]
        {
            ("api/template?quarter=2022Q4", HttpStatusCode.BadRequest), ("api/template?department=nobody&quarter=2022Q4", HttpStatusCode.BadRequest),
            ("api/template?department=statistics&quarter=2022", HttpStatusCode.BadRequest), ("api/template?department=statistics&quarter=2019Q4", HttpStatusCode.BadRequest),
            ("api/template?department=statistics&quarter=2022Q4&plan=none", HttpStatusCode.BadRequest),
        })
            await TextAsync($"{question}&code={app.Key}", status);
    }

    [Fact]
    public async Task A_table_of_decisions_is_recorded_as_a_whole_or_every_problem_is_named()
    {
        const string Header = "indicator,basis,comparator,low,authority,document,date\n";
        using var good = new StringContent(Header + "H17,hold,>=,85,自治区生态环境厅,内环发〔2021〕100号,2021-11-05\n", Encoding.UTF8, "text/csv");
        using var recorded = await http.PostAsync(new Uri($"api/plan/assign?plan=ordos-14&code={app.Key}", UriKind.Relative), good);
        Assert.Equal(HttpStatusCode.OK, recorded.StatusCode);
        var id = JsonDocument.Parse(await recorded.Content.ReadAsStringAsync()).RootElement.GetProperty("recorded")[0].GetProperty("id").GetString();

        using var bad = new StringContent(Header + "H99,hold,>=,约85,a,b,2021-11-05\n", Encoding.UTF8, "text/csv");
        using var refused = await http.PostAsync(new Uri($"api/plan/assign?plan=ordos-14&code={app.Key}", UriKind.Relative), bad);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement.GetProperty("problems")[0];
        Assert.Equal((2, "indicator"), (problem.GetProperty("line").GetInt32(), problem.GetProperty("column").GetString()));

        var summary = await JsonAsync("api/report/ordos-14/2021Q4?format=json&asof=2099-01-01");
        Assert.Equal((0, id), (summary.GetProperty("version").GetInt32(), summary.GetProperty("decisions")[0].GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_dry_run_answers_what_the_submission_gave()
    {
        using var body = new ByteArrayContent(await File.ReadAllBytesAsync(Checkout.PathOf("sample-inputs", Sample)));
        using var response = await http.PostAsync(new Uri($"api/check?department=统计局&file=a.xlsx&code={app.Key}", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal("statistics", answer.RootElement.GetProperty("department").GetString());
        Assert.Equal("accepted", answer.RootElement.GetProperty("verdict").GetString());
        Assert.Equal(entry.Values, answer.RootElement.GetProperty("observations").GetArrayLength());
        Assert.Equal(entry.FindingCounts["indicator-not-in-plan"], answer.RootElement.GetProperty("findingCounts").GetProperty("indicator-not-in-plan").GetInt32());

        using var nobody = await http.PostAsync(new Uri($"api/check?code={app.Key}", UriKind.Relative), new ByteArrayContent([]));
        Assert.Equal(HttpStatusCode.BadRequest, nobody.StatusCode);
    }

    private async Task<string> TextAsync(string path, HttpStatusCode expected)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(expected, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private async Task<JsonElement> JsonAsync(string path)
    {
        using var answer = JsonDocument.Parse(await TextAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}code={app.Key}", HttpStatusCode.OK));
        return answer.RootElement.Clone();
    }
}
