using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Documents.Reports.Word;
using OrdosPipeline.Documents.Reports.Wording;
using OrdosPipeline.Testing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace OrdosPipeline.Documents.Tests.Reports;

public class WordReportTests
{
    public static TheoryData<string, bool> Summaries => new()
    {
        { "2021Q4", false }, { "2023Q2", false }, { "2023Q4", false }, { "2025Q4", false }, { "2024Q4", true }, { "2025Q4", true },
    };

    [Theory]
    [MemberData(nameof(Summaries))]
    public async Task It_is_a_valid_document(string quarter, bool isFull)
    {
        foreach (var language in ReportLanguages.All)
        {
            using var document = await OpenAsync(isFull ? SampleReports.Full(quarter) : SampleReports.Rich(quarter), language);
            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        }
    }

    [Fact]
    public async Task No_indicator_and_no_project_of_the_catalogue_is_missing()
    {
        foreach (var summary in new[] { SampleReports.Empty(), SampleReports.Rich(), SampleReports.Full() })
        {
            using var document = await OpenAsync(summary);
            var words = Regex.Matches(TextOf(document), @"\b[HTP]\d{2,3}\b").Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
            Assert.All(summary.Plan.Indicators, indicator => Assert.Contains(indicator.Id, words));
            Assert.All(summary.Plan.Projects, project => Assert.Contains(project.Id, words));
        }
    }

    [Fact]
    public async Task Nothing_without_data_is_shown_as_zero()
    {
        using var document = await OpenAsync(SampleReports.Empty());
        Assert.DoesNotMatch(@"[^\d.](?<!报送率|按时率|占可评价的)0(\.0)?%", TextOf(document));
        Assert.Empty(document.MainDocumentPart!.ChartParts);
    }

    [Fact]
    public async Task A_chart_holds_the_figures_and_a_workbook_to_edit_them()
    {
        var summary = SampleReports.Rich();
        using var document = await OpenAsync(summary);
        var drawn = summary.Indicators.Where(a => summary.Indicator(a).Attribute != Core.Plan.IndicatorAttribute.None && a.Path.Points.Count > 0).ToList();
        var charts = document.MainDocumentPart!.ChartParts.ToList();
        Assert.Equal(drawn.Count, charts.Count);
        var h06 = drawn.FindIndex(a => a.Indicator == "H06");
        var chart = (ChartPart)document.MainDocumentPart.GetPartById($"chart{h06 + 1}");
        var actual = chart.ChartSpace!.Descendants<C.ScatterChartSeries>().Single(series => series.InnerText.Contains("实际", StringComparison.Ordinal));
        var points = actual.GetFirstChild<C.YValues>()!.Descendants<C.NumericPoint>().Select(point => point.InnerText).ToList();
        Assert.Equal(["0.63", "0.75", "0.8"], points);
        Assert.Equal(["2021", "2022", "2023"], actual.GetFirstChild<C.XValues>()!.Descendants<C.NumericPoint>().Select(point => point.InnerText));
        using var workbook = SpreadsheetDocument.Open(chart.EmbeddedPackagePart!.GetStream(), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(workbook));
        Assert.Contains("实际", workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fonts_are_named_with_others_that_systems_have()
    {
        using var document = await OpenAsync(SampleReports.Rich());
        var named = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Descendants<RunFonts>().Select(fonts => fonts.EastAsia!.Value!).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(["仿宋_GB2312", "宋体", "方正小标宋简体", "楷体_GB2312", "黑体"], named.Order(StringComparer.Ordinal));
        var table = document.MainDocumentPart.FontTablePart!.Fonts!.Elements<Font>().ToDictionary(font => font.Name!.Value!, StringComparer.Ordinal);
        Assert.All(named, font => Assert.NotEmpty(table[font].AltName!.Val!.Value!));
    }

    [Fact]
    public async Task The_same_summary_gives_the_same_bytes()
    {
        var summary = SampleReports.Rich();
        foreach (var language in ReportLanguages.All)
            Assert.Equal(await SampleReports.WriteAsync(new WordReport(language), summary), await SampleReports.WriteAsync(new WordReport(language), summary));
    }

    [Theory]
    [InlineData("2027Q3")]
    [InlineData("2027Q4")]
    [InlineData("2028Q2")]
    [InlineData("2030Q4")]
    public async Task It_reads_as_approved(string quarter)
    {
        foreach (var language in ReportLanguages.All)
        {
            using var document = await OpenAsync(SampleReports.Small(quarter), language);
            Approved.Matches(TextOf(document), $"Approved/{quarter}.{language.Code()}.docx");
        }
    }

    private static async Task<WordprocessingDocument> OpenAsync(QuarterSummary summary, ReportLanguage language = ReportLanguage.Chinese) =>
        WordprocessingDocument.Open(new MemoryStream(await SampleReports.WriteAsync(new WordReport(language), summary)), isEditable: false);

    /// <summary>Paragraphs with their styles, tables row by row, charts by their descriptions.</summary>
    private static string TextOf(WordprocessingDocument document)
    {
        var text = new StringBuilder();
        foreach (var element in document.MainDocumentPart!.Document!.Body!.ChildElements)
        {
            if (element is Paragraph paragraph)
                text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"[{paragraph.ParagraphProperties?.ParagraphStyleId?.Val}] {Line(paragraph)}");
            else if (element is Table table)
                text.AppendLine(string.Join('\n', table.Elements<TableRow>().Select(row => "| " + string.Join(" | ", row.Elements<TableCell>().Select(cell => string.Join(" / ", cell.Elements<Paragraph>().Select(Line)))))));
        }

        return text.ToString();
    }

    private static string Line(Paragraph paragraph) => string.Concat(paragraph.Descendants().Select(element => element switch
    {
        Text text => text.Text,
        Break => " ",
        DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties chart => $"(chart of {chart.Name}: {chart.Description})",
        _ => "",
    }));
}
