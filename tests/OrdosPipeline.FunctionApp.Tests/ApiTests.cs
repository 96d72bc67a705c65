using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using OrdosPipeline.FunctionApp.Tests.Support;

namespace OrdosPipeline.FunctionApp.Tests;

/// <summary>The API over a small city's returns.</summary>
public sealed class ApiTests(SmallCityHost city) : IClassFixture<SmallCityHost>
{
    private readonly ApiHost host = city.Api;

    [Theory]
    [InlineData("observations?indicator=H01", 4)]
    [InlineData("observations?indicator=地区生产总值增长", 4)]
    [InlineData("observations?indicator=H01&region=全市&from=2022", 2)]
    [InlineData("observations?department=statistics&attribute=expected&part=1", 5)]
    [InlineData("observations?attribute=binding", 0)]
    [InlineData("observations?$filter=Value ge 6.4 and ReportedBy eq 'statistics'", 3)]
    [InlineData("observations?indicator=H01&asOf=2022-02-09", 0)]
    [InlineData("observations?indicator=H01&asOf=2022-02-10", 1)]
    [InlineData("observations?indicator=H01&asOf=2023-10-12", 4)]
    [InlineData("history?indicator=H01&period=2023Q3YTD", 2)]
    [InlineData("history?project=P017", 1)]
    [InlineData("submissions?quarter=2023Q3", 4)]
    [InlineData("submissions?quarter=2023Q3&state=rejected", 1)]
    [InlineData("submissions?state=退回", 1)]
    [InlineData("submissions?finding=value-imprecise", 1)]
    [InlineData("observations?indicator=H01&state=已报", 4)]
    [InlineData("quarter-submissions?quarter=2023Q3", 4)]
    [InlineData("findings?quarter=2023Q3&severity=error", 1)]
    [InlineData("findings?department=交通运输局", 1)]
    [InlineData("projects?quarter=2023Q3", 1)]
    [InlineData("catalogue?indicator=H17", 1)]
    [InlineData("catalogue?kind=region", 10)]
    [InlineData("summaries?quarter=2023Q3&kind=indicator&indicator=H01", 1)]
    [InlineData("summaries?from=2023&kind=head", 1)]
    [InlineData("summaries?quarter=2023Q3&asOf=2020-01-01", 0)]
    [InlineData("audit", 0)]
    public async Task A_question_finds_its_rows(string question, int count) =>
        Assert.Equal(count, (await host.JsonAsync($"api/{question}")).GetProperty("value").GetArrayLength());

    [Fact]
    public async Task A_status_is_asked_for_by_its_code_or_its_word()
    {
        async Task<int> CountAsync(string status) => (await host.JsonAsync($"api/summaries?quarter=2023Q3&kind=indicator&status={status}")).GetProperty("value").GetArrayLength();
        var count = await CountAsync("no-data");
        Assert.NotEqual(0, count);
        Assert.Equal(count, await CountAsync("无数据"));
    }

    [Theory]
    [InlineData("observations?indicator=H17", "H17 地级及以上城市空气质量优良天数比率：还没有部门报过；按规划由市生态环境局报送。")]
    [InlineData("observations?indicator=H01&asOf=2022-02-09", "H01 地区生产总值增长：到2022-02-09 23:59还没有收到任何数据；第一次报送是市统计局在2022-02-10 16:00。")]
    [InlineData("history?indicator=H01&period=2024", "H01 地区生产总值增长：收到过 5 次数据（重复报送也计入），没有一次符合所有条件。")]
    [InlineData("projects?project=P001", "P001 国家级煤炭清洁高效利用创新中心：还没有部门报过；按规划由市科学技术局报送。")]
    [InlineData("observations?region=达拉特旗", "达拉特旗：还没有部门报过；按规划由达拉特旗人民政府报送。")]
    [InlineData("observations?region=dalad", "达拉特旗：还没有部门报过；按规划由达拉特旗人民政府报送。")]
    [InlineData("observations?department=dongsheng", "按部门查的是按规划由该部门负责的指标；东胜区自己的数据请按地区查（region=150602）。")]
    [InlineData("observations?indicator=H01", null)]
    [InlineData("audit", null)]
    public async Task An_answer_without_rows_says_why(string question, string? note) =>
        Assert.Equal(note, (await host.JsonAsync($"api/{question}")).TryGetProperty("note", out var said) ? said.GetString() : null);

    [Fact]
    public async Task A_department_is_not_told_what_others_have_reported() =>
        Assert.False((await host.JsonAsync("api/observations?indicator=H01", ApiHost.Transport)).TryGetProperty("note", out _));

    [Theory]
    [InlineData("observations?indicator=H01", ApiHost.Statistics, 4)]
    [InlineData("observations", ApiHost.Dongsheng, 1)]
    [InlineData("observations", ApiHost.Transport, 0)]
    [InlineData("submissions", ApiHost.Transport, 1)]
    [InlineData("findings", ApiHost.Transport, 1)]
    [InlineData("findings?$filter=Department ne 'transport'", ApiHost.Transport, 0)]
    [InlineData("quarter-submissions?quarter=2023Q3", ApiHost.Transport, 1)]
    [InlineData("projects", ApiHost.Statistics, 0)]
    [InlineData("catalogue?kind=region", ApiHost.Dongsheng, 10)]
    [InlineData("catalogue?indicator=H17", ApiHost.Dongsheng, 1)]
    public async Task A_department_sees_its_own(string question, string key, int count) =>
        Assert.Equal(count, (await host.JsonAsync($"api/{question}", key)).GetProperty("value").GetArrayLength());

    [Theory]
    [InlineData("observations?indicater=H01", "indicater", "是不是：indicator")]
    [InlineData("observations?indicator=H1O1", "indicator", "没有指标“H1O1”")]
    [InlineData("observations?region=东胜", null, "")]
    [InlineData("observations?department=statistic", "department", "statistics 市统计局")]
    [InlineData("findings?finding=value-imprecis", "finding", "value-imprecise 不是准确数字")]
    [InlineData("summaries?status=on-schedul", "status", "on-schedule")]
    [InlineData("submissions?state=退", "state", "rejected 退回")]
    [InlineData("observations?state=applied", "state", "reported 已报、withdrawn 已撤回")]
    [InlineData("observations?period=三季度", "period", "2023Q3YTD")]
    [InlineData("observations?indicator=H01&indicator=H02", "indicator", "只能给一次")]
    [InlineData("observations?asOf=yesterday", "asOf", "2022-05-01")]
    [InlineData("observations?from=2024&to=2023", "from", "之后")]
    [InlineData("observations?$filter=value gt 1", "$filter", "是不是：Value")]
    [InlineData("observations?$select=Nothing", "$select", "没有列")]
    [InlineData("observations?$orderby=Value", "$orderby", "没有参数")]
    [InlineData("observations?$top=1001", "$top", "1000")]
    [InlineData("observations?format=csv&$top=100001", "$top", "100000")]
    [InlineData("observations?format=pdf", "format", "json、csv、xlsx")]
    [InlineData("observations?continuation=AAAA", "continuation", "第一页")]
    [InlineData("observations?asOf=2023-01-01&$filter=Value gt 1.0", "$filter", "asOf")]
    [InlineData("observations?plan=ordos-99", "plan", "没有规划")]
    public async Task A_question_that_is_put_wrongly_is_told_what_is_wrong(string question, string? parameter, string said)
    {
        if (parameter is null)
        {
            await host.JsonAsync($"api/{question}");
            return;
        }

        var problem = await host.JsonAsync($"api/{question}", expected: HttpStatusCode.BadRequest);
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
        Assert.Contains(said, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("api/report/nowhere/2023Q3")]
    [InlineData("api/report/ordos-14/2025Q4")]
    [InlineData("api/report/ordos-14/2023Q3?version=9")]
    public async Task What_is_not_there_is_not_found(string path) => await host.JsonAsync(path, expected: HttpStatusCode.NotFound);

    [Fact]
    public async Task Pages_make_the_whole_and_a_continuation_is_good_for_its_question_alone()
    {
        var whole = (await host.JsonAsync("api/catalogue?kind=region")).GetProperty("value").EnumerateArray().Select(row => row.GetRawText()).ToList();
        var pages = new List<string>();
        var address = "api/catalogue?kind=region&$top=3";
        string? continuation = null;
        do
        {
            var page = await host.JsonAsync(continuation is null ? address : $"{address}&continuation={continuation}");
            pages.AddRange(page.GetProperty("value").EnumerateArray().Select(row => row.GetRawText()));
            continuation = page.TryGetProperty("continuation", out var next) ? next.GetString() : null;
            if (continuation is not null)
                await host.JsonAsync($"api/catalogue?kind=department&$top=3&continuation={continuation}", expected: HttpStatusCode.BadRequest);
        }
        while (continuation is not null);
        Assert.Equal(whole, pages);
    }

    [Fact]
    public async Task An_answer_that_has_not_changed_is_not_sent_again()
    {
        foreach (var question in new[] { "observations?indicator=H01", "observations?indicator=H01&format=csv", "observations?indicator=H01&format=xlsx", "report/ordos-14/2023Q3" })
        {
            using var first = await host.SendAsync($"api/{question}", ApiHost.Reader);
            var tag = first.Headers.ETag!;
            Assert.False(tag.IsWeak);
            Assert.Equal("no-cache, private", first.Headers.CacheControl?.ToString());
            using var again = await host.SendAsync($"api/{question}", ApiHost.Reader, headers: ("If-None-Match", tag.Tag));
            Assert.Equal((HttpStatusCode.NotModified, tag.Tag, ""), (again.StatusCode, again.Headers.ETag?.Tag, await again.Content.ReadAsStringAsync()));
            using var other = await host.SendAsync($"api/{question}", ApiHost.Reader, headers: ("If-None-Match", "\"0\""));
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        }

    }

    [Fact]
    public async Task An_answer_that_has_changed_is_sent()
    {
        await using var own = await ApiHost.StartAsync();
        using var before = await own.SendAsync("api/observations?indicator=H08", ApiHost.Reader);
        await SmallCity.HandInAsync(own.Services, "statistics/2022年.csv", "2023-02-01", "指标编码,期间,数值,单位\nH08,2022年,6.2,%\n");
        using var after = await own.SendAsync("api/observations?indicator=H08", ApiHost.Reader, headers: ("If-None-Match", before.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(before.Headers.ETag.Tag, after.Headers.ETag?.Tag);
    }

    [Fact]
    public async Task A_workbook_is_valid_has_numbers_and_runs_nothing()
    {
        const string Question = "api/observations?indicator=H01&region=150600&format=xlsx&$select=Period,Value,Year,Remark,UploadedAt";
        using var response = await host.SendAsync(Question, ApiHost.Reader);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal("attachment; filename=Observations.xlsx; filename*=UTF-8''Observations.xlsx", response.Content.Headers.ContentDisposition?.ToString());
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(workbook));
        var sheet = SheetOf(bytes);
        Assert.Equal(["期间", "数值", "年份", "备注", "报送时间"], HeadingsOf(sheet));
        Assert.Contains("state=\"frozen\"", sheet, StringComparison.Ordinal);
        Assert.Matches("<c r=\"B2\" s=\"[0-9]+\"><v>7</v></c>", sheet);
        Assert.Matches("<c r=\"C2\" s=\"[0-9]+\"><v>2021</v></c>", sheet);
        Assert.Contains(">=1+1</t>", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", sheet, StringComparison.Ordinal);
        using var english = await host.SendAsync($"{Question}&lang=en", ApiHost.Reader);
        Assert.Equal(["Period", "Value", "Year", "Remark", "UploadedAt"], HeadingsOf(SheetOf(await english.Content.ReadAsByteArrayAsync())));

        using var csv = await host.SendAsync("api/observations?indicator=H01&region=150600&format=csv&$select=Period,Value,Remark", ApiHost.Reader);
        Assert.Equal("\ufeffPeriod,Value,Remark\r\n2021,7,'=1+1\r\n2022,5.4,\r\n2023Q3YTD,6.4,\r\n", Encoding.UTF8.GetString(await csv.Content.ReadAsByteArrayAsync()));
    }

    private static string SheetOf(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        using var reader = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        return reader.ReadToEnd();
    }

    private static IEnumerable<string> HeadingsOf(string sheet) => Regex.Matches(sheet, "<c r=\"[A-E]1\".*?<t[^>]*>(.*?)</t>").Select(match => match.Groups[1].Value);
}
