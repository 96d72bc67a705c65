using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Documents.Reports.Html;
using OrdosPipeline.Documents.Reports.Wording;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Documents.Tests.Reports;

public partial class HtmlReportTests
{
    [Fact]
    public async Task No_indicator_and_no_project_of_the_catalogue_is_missing_or_there_twice()
    {
        foreach (var summary in new[] { SampleReports.Empty(), SampleReports.Rich(), SampleReports.Full() })
        {
            var ids = Item().Matches(await WriteAsync(summary)).Select(match => match.Groups[1].Value);
            Assert.Equal(
                summary.Plan.Indicators.Select(indicator => indicator.Id).Concat(summary.Plan.Projects.Select(project => project.Id)).Order(StringComparer.Ordinal),
                ids.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Nothing_without_data_is_shown_as_zero()
    {
        var report = await WriteAsync(SampleReports.Empty());
        Assert.DoesNotContain("class=\"bar", report, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"[^\d.](?<!报送率|按时率|占可评价的)0(\.0)?%", Body(report));
        Assert.Contains("没有收到数据", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_one_file_that_refers_to_nothing_outside()
    {
        var report = await WriteAsync(SampleReports.Rich());
        Assert.DoesNotMatch(@"(?i)https?:|<link|<img|@import|url\((?!#)|\ssrc=|javascript:", report);
        Assert.Single(Script().Matches(report));
        var ids = Id().Matches(report).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(Reference().Matches(report), match => Assert.Contains(match.Groups[1].Value, ids));
    }

    [Fact]
    public async Task What_a_department_writes_is_escaped()
    {
        var report = await WriteAsync(SampleReports.Of("2023Q4", SampleReports.Observation(SampleReports.Plan, "H23", "2023", 10, text: "<b>\"10\"</b>", sheet: "<表&1>")));
        Assert.DoesNotContain("<b>\"10", report, StringComparison.Ordinal);
        Assert.DoesNotContain("<表", report, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>&.xlsx", report, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode("energy/报表<i>&.xlsx"), report, StringComparison.Ordinal);
        Assert.Contains("工作表“&lt;表&amp;1&gt;”C7", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_figure_names_its_submission_file_sheet_cell_and_text()
    {
        var report = await WriteAsync(SampleReports.Of("2023Q4", SampleReports.Observation(SampleReports.Plan, "H23", "2023", 10.5m, text: "10.5％")));
        var card = report[report.IndexOf("id=\"H23\"", StringComparison.Ordinal)..];
        card = card[..card.IndexOf("</article>", StringComparison.Ordinal)];
        Assert.Equal(2, Regex.Count(card, Regex.Escape(WebUtility.HtmlEncode("energy/报表<i>&.xlsx，工作表“表1”C7，原文“10.5％”，报送编号energy"))));
    }

    [Fact]
    public async Task A_binding_indicator_that_is_behind_is_named_first_and_its_card_comes_first()
    {
        var report = await WriteAsync(SampleReports.Of("2023Q4", SampleReports.Observation(SampleReports.Plan, "H10", "2023", 10.22m)));
        Assert.Equal("H10", Item().Match(report).Groups[1].Value);
        Assert.Contains("8项约束性指标中，1项亮红灯：劳动年龄人口平均受教育年限。", report, StringComparison.Ordinal);
        Assert.Contains("<article class=\"card item red\" id=\"H10\"", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_read_by_those_who_cannot_see_it()
    {
        foreach (var language in ReportLanguages.All)
        {
            var report = await WriteAsync(SampleReports.Rich(), language);
            Assert.Contains($"<html lang=\"{language.Tag()}\">", report, StringComparison.Ordinal);
            Assert.All(Chart().Matches(report), chart => Assert.True(
                chart.Value.Contains("aria-hidden=\"true\"", StringComparison.Ordinal) || Regex.IsMatch(chart.Value, "role=\"img\".*<title id=\"[^\"]+\">[^<]+</title><desc id=\"[^\"]+\">[^<]+</desc>")));
            Assert.All(Table().Matches(report), table => Assert.Contains("<caption", table.Value, StringComparison.Ordinal));
            Assert.All(Head().Matches(report), head => Assert.Contains("scope=", head.Value, StringComparison.Ordinal));
            Assert.Single(Regex.Matches(report, "<h1"));
            var levels = Regex.Matches(report, "<h([1-6])").Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
            Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
        }
    }

    [Fact]
    public async Task A_section_without_content_is_left_out()
    {
        var report = await WriteAsync(SampleReports.Empty());
        Assert.All(new[] { "regions", "annual", "decisions", "differences" }, id => Assert.DoesNotContain($"id=\"{id}\"", report, StringComparison.Ordinal));
        var rich = await WriteAsync(SampleReports.Rich());
        Assert.All(new[] { "regions", "annual", "decisions", "differences", "tensions" }, id => Assert.Contains($"id=\"{id}\"", rich, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_later_version_says_what_it_changes_and_why()
    {
        var report = await WriteAsync(SampleReports.Rich());
        Assert.Contains("<td>当前值由15变为16；评价由慢于预期变为完成</td><td>energy/报表&lt;i&gt;&amp;.xlsx</td>", report, StringComparison.Ordinal);
        Assert.Contains("Latest from 15 to 16; Status from behind to achieved", await WriteAsync(SampleReports.Rich(), ReportLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_summary_gives_the_same_bytes_and_a_full_plan_stays_small()
    {
        foreach (var language in ReportLanguages.All)
        {
            var summary = SampleReports.Full("2024Q4");
            var report = await SampleReports.WriteAsync(new HtmlReport(language), summary);
            Assert.Equal(report, await SampleReports.WriteAsync(new HtmlReport(language), summary));
            Assert.InRange(report.Length, 1_000_000, 3_000_000);
        }
    }

    [Theory]
    [InlineData("2027Q3")]
    [InlineData("2027Q4")]
    [InlineData("2028Q2")]
    [InlineData("2030Q4")]
    public async Task It_reads_as_approved(string quarter)
    {
        foreach (var language in ReportLanguages.All)
            Approved.Matches(TextOf(await WriteAsync(SampleReports.Small(quarter), language)), $"Approved/{quarter}.{language.Code()}.html");
    }

    [Fact]
    public async Task English_has_no_Chinese_left_but_what_is_marked_as_Chinese()
    {
        var report = await WriteAsync(SampleReports.Rich(), ReportLanguage.English);
        var english = Regex.Replace(report, "<span lang=\"zh-CN\">.*?</span>|<ul class=\"origins\">.*?</ul>|title=\"[^\"]*\"|<option.*?</option>|<section id=\"tensions\">.*?</section>|<style>.*?</style>", "", RegexOptions.Singleline);
        var names = SampleReports.Plan.Departments.Select(department => department.Name).Concat(SampleReports.Plan.Regions.Select(region => region.Name));
        Assert.DoesNotMatch(@"[\u4e00-\u9fff]", names.Aggregate(english, (text, name) => text.Replace(name, "", StringComparison.Ordinal)).Replace("左右", "", StringComparison.Ordinal));
    }

    private static async Task<string> WriteAsync(QuarterSummary summary, ReportLanguage language = ReportLanguage.Chinese) =>
        Encoding.UTF8.GetString(await SampleReports.WriteAsync(new HtmlReport(language), summary));

    private static string Body(string report) => report[report.IndexOf("<body>", StringComparison.Ordinal)..];

    /// <summary>What a reader sees, a line for each block; charts by their descriptions.</summary>
    private static string TextOf(string report)
    {
        var text = Regex.Replace(Body(report), "<script>.*?</script>|<form.*?</form>", "", RegexOptions.Singleline);
        text = Regex.Replace(text, "<svg[^>]*role.*?<desc[^>]*>(.*?)</desc>.*?</svg>", "\n[chart: $1]\n", RegexOptions.Singleline);
        text = Regex.Replace(text, "<svg.*?</svg>", "[small chart]", RegexOptions.Singleline);
        text = Regex.Replace(text, "<h([1-3])[^>]*>", match => "\n\n" + new string('#', match.Groups[1].Value[0] - '0') + " ");
        text = Regex.Replace(text, "</t[dh]>", " | ");
        text = Regex.Replace(text, "</dt>", ": ");
        text = Regex.Replace(text, "</?(p|tr|li|ul|ol|div|dl|table|section|article|details|summary|figure|caption|header|main|footer|nav|h1|h2|h3|thead|tbody)\\b[^>]*>", "\n");
        text = WebUtility.HtmlDecode(Regex.Replace(text, "<[^>]+>", ""));
        return string.Join('\n', text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
    }

    [GeneratedRegex("<(?:tr|article) class=\"(?:card )?item[^\"]*\" id=\"(\\w+)\"")]
    private static partial Regex Item();

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("href=\"#([^\"]+)\"")]
    private static partial Regex Reference();

    [GeneratedRegex("<script")]
    private static partial Regex Script();

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Chart();

    [GeneratedRegex("<table.*?</table>", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex("<th[ >][^>]*")]
    private static partial Regex Head();
}
