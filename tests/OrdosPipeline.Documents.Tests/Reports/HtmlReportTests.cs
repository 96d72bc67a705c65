using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Documents.Reports;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Documents.Tests.Reports;

public partial class HtmlReportTests
{
    private static readonly PlanCatalogue Plan = TestPlan.Ordos14();

    [Fact]
    public async Task No_indicator_and_no_project_of_the_catalogue_is_missing()
    {
        var ids = Rows(await WriteAsync()).Select(row => row.Id).ToList();
        Assert.Equal(350 + 424, ids.Count);
        Assert.Equal(
            Plan.Indicators.Select(indicator => indicator.Id).Concat(Plan.Projects.Select(project => project.Id)).Order(StringComparer.Ordinal),
            ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_without_data_is_shown_as_zero()
    {
        var report = await WriteAsync();
        var withoutData = Rows(report).Where(row => row.Html.Contains(">无数据<", StringComparison.Ordinal)).ToList();
        Assert.True(withoutData.Count > 500);
        Assert.All(withoutData, row => Assert.DoesNotContain("class=\"path\"", row.Html, StringComparison.Ordinal));
        Assert.All(withoutData.Where(row => Plan.FindIndicator(row.Id) is not null), row => Assert.Contains("<td class=\"number\">—</td><td>—</td>", row.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_one_file_that_refers_to_nothing_outside()
    {
        var report = await WriteAsync(Observation("H23", "2023", 10));
        Assert.DoesNotMatch(@"(?i)https?:|<script|<link|<img|@import|url\(|\ssrc=", report);
        Assert.All(Reference().Matches(report), match => Assert.Contains($"id=\"{match.Groups[1].Value}\"", report, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_department_writes_is_escaped()
    {
        var report = await WriteAsync(Observation("H23", "2023", 10, text: "<b>\"10\"</b>", sheet: "<表&1>"));
        Assert.DoesNotContain("<b>\"10", report, StringComparison.Ordinal);
        Assert.DoesNotContain("<表", report, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>.xlsx", report, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode("energy/<i>.xlsx"), report, StringComparison.Ordinal);
        Assert.Contains("&lt;表&amp;1&gt;!C7", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("H23", "2023", 10.5, "10.5", "2023年")]
    [InlineData("H24", "2021M07YTD", 17.1, "17.1", "2021年1—7月")]
    [InlineData("H21", "2023", 218, "218.0", "2023年末")]
    [InlineData("H06", "2023Q3", 0.7251, "0.73", "2023年9月末")]
    public async Task A_value_stands_beside_its_unit_and_period(string id, string period, decimal value, string shown, string said)
    {
        var indicator = Plan.FindIndicator(id)!;
        var row = Rows(await WriteAsync(Observation(id, period, value))).Single(row => row.Id == id).Html;
        Assert.Contains($">{indicator.Unit.Symbol}</td>", row, StringComparison.Ordinal);
        Assert.Matches($@"<td class=""number"">{Regex.Escape(shown)}(</td>|<br>)", row);
        Assert.Contains($"title=\"{period}\">{said}</td>", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_average_is_not_passed_off_as_a_reported_value()
    {
        var row = Rows(await WriteAsync(Observation("H01", "2021", 7), Observation("H01", "2022", 5.4m), Observation("H01", "2023", 7))).Single(row => row.Id == "H01").Html;
        Assert.Contains("6.46<br><small>年均</small>", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_binding_indicator_that_is_behind_is_named_at_the_top_and_comes_first()
    {
        var report = await WriteAsync(Observation("H10", "2023", 10.22m));
        var row = Rows(report)[0];
        Assert.Equal("H10", row.Id);
        Assert.StartsWith("<tr class=\"red\">", row.Html, StringComparison.Ordinal);
        Assert.Contains("需要重点关注：</b>劳动年龄人口平均受教育年限。另有 7 项", report, StringComparison.Ordinal);
    }

    private static async Task<string> WriteAsync(params Observation[] observations)
    {
        var quarter = new ReportingQuarter(2023, 4);
        var assessments = PlanProgress.AssessAll(Plan, new PlanEvidence { Observations = observations }, quarter);
        var settings = new CompletenessSettings();
        using var output = new MemoryStream();
        await new HtmlReport().WriteAsync(
            new QuarterSummary
            {
                Plan = Plan,
                Quarter = quarter,
                Version = 1,
                AsOf = DateTimeOffset.UnixEpoch,
                ProgressSettings = ProgressSettings.Default,
                CompletenessSettings = settings,
                Indicators = assessments.Indicators,
                Projects = assessments.Projects,
                Departments = Completeness.Of(Plan, quarter, [], settings),
                SubmissionPaths = new Dictionary<string, string> { ["s1"] = "energy/<i>.xlsx" },
            },
            output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static Observation Observation(string indicator, string period, decimal value, string text = "", string? sheet = null) => new()
    {
        Key = new(Plan.Id, indicator, Plan.City.Code, Period.Parse(period)),
        Value = value,
        Origin = new("s1", DateTimeOffset.UnixEpoch, sheet, "C7", text),
    };

    private static List<(string Id, string Html)> Rows(string report) => [.. Row().Matches(report).Select(match => (match.Groups[1].Value, match.Value))];

    [GeneratedRegex("<tr(?: class=\"red\")?><td id=\"(\\w+)\">.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("href=\"#(\\w+)\"")]
    private static partial Regex Reference();
}
