using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Documents.Reports.Annex;
using OrdosPipeline.Documents.Reports.Wording;

namespace OrdosPipeline.Documents.Tests.Reports;

public class AnnexWorkbookTests
{
    [Fact]
    public async Task It_is_a_valid_workbook_with_frozen_headers_and_filters()
    {
        foreach (var language in ReportLanguages.All)
        {
            foreach (var summary in new[] { SampleReports.Empty(), SampleReports.Rich(), SampleReports.Full() })
            {
                using var document = await OpenAsync(summary, language);
                Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
                Assert.All(document.WorkbookPart!.WorksheetParts, sheet =>
                {
                    Assert.Equal(PaneStateValues.Frozen, sheet.Worksheet!.Descendants<Pane>().Single().State!.Value);
                    Assert.Single(sheet.Worksheet.Elements<AutoFilter>());
                });
            }
        }
    }

    [Fact]
    public async Task Every_indicator_and_every_project_has_its_row()
    {
        using var document = await OpenAsync(SampleReports.Empty());
        Assert.Equal(SampleReports.Plan.Indicators.Select(indicator => indicator.Id), Rows(document, "指标评价").Select(row => row[0]));
        Assert.Equal(SampleReports.Plan.Projects.Select(project => project.Id), Rows(document, "重点工程").Select(row => row[0]));
    }

    [Fact]
    public async Task Numbers_are_numbers_with_all_their_digits_and_what_is_missing_is_blank()
    {
        using var document = await OpenAsync(SampleReports.Rich());
        var row = Cells(document, "指标评价").Single(cells => Text(cells[0]) == "H06");
        var value = row[8]!;
        Assert.Null(value.DataType);
        Assert.Equal("0.8", value.CellValue!.Text);
        Assert.StartsWith("0.6363", row.Select(cell => cell?.CellValue?.Text ?? "").Single(text => text.StartsWith("0.636", StringComparison.Ordinal)), StringComparison.Ordinal);
        var without = Cells(document, "指标评价").Single(cells => Text(cells[0]) == "H02");
        Assert.All([8, 14, 15, 16], column => Assert.True(column >= without.Count || without[column] is null));
    }

    [Fact]
    public async Task Nothing_that_a_department_writes_runs_as_a_formula()
    {
        var summary = SampleReports.Of("2023Q4", SampleReports.Observation(SampleReports.Plan, "H23", "2023", 10, text: "=HYPERLINK(\"x\")", sheet: "＋1"));
        using var document = await OpenAsync(summary);
        var row = Rows(document, "数据序列").Single();
        Assert.Equal("=HYPERLINK(\"x\")", row[9]);
        Assert.Equal("＋1", row[7]);
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        var cells = Cells(document, "数据序列").Single();
        Assert.All([7, 9], column => Assert.True(formats[(int)cells[column]!.StyleIndex!.Value].QuotePrefix!.Value));
        Assert.All(document.WorkbookPart!.WorksheetParts, sheet => Assert.Empty(sheet.Worksheet!.Descendants<CellFormula>()));
    }

    [Fact]
    public async Task Findings_are_counted_by_department_and_code()
    {
        using var document = await OpenAsync(SampleReports.Of("2023Q4"));
        Assert.Equal(["市能源局", "unit-missing", "3", "1"], Rows(document, "校验问题").Single());
    }

    [Fact]
    public async Task The_same_summary_gives_the_same_bytes()
    {
        var summary = SampleReports.Rich();
        Assert.Equal(await SampleReports.WriteAsync(new AnnexWorkbook(ReportLanguage.Chinese), summary), await SampleReports.WriteAsync(new AnnexWorkbook(ReportLanguage.Chinese), summary));
    }

    private static async Task<SpreadsheetDocument> OpenAsync(QuarterSummary summary, ReportLanguage language = ReportLanguage.Chinese) =>
        SpreadsheetDocument.Open(new MemoryStream(await SampleReports.WriteAsync(new AnnexWorkbook(language), summary)), isEditable: false);

    private static List<List<string>> Rows(SpreadsheetDocument document, string sheet) => [.. Cells(document, sheet).Select(row => row.Select(Text).ToList())];

    /// <summary>The rows below the header, with null where a row has no cell.</summary>
    private static List<List<Cell?>> Cells(SpreadsheetDocument document, string name)
    {
        var sheet = document.WorkbookPart!.Workbook!.Descendants<Sheet>().Single(sheet => sheet.Name == name);
        var part = (WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!);
        return [.. part.Worksheet!.Descendants<Row>().Skip(1).Select(row =>
        {
            var cells = row.Elements<Cell>().ToDictionary(cell => Core.Intake.CellAddress.TryParse(cell.CellReference!.Value, out var address) ? address.ColumnNumber : 0);
            return Enumerable.Range(1, cells.Keys.Max()).Select(column => cells.GetValueOrDefault(column)).ToList();
        })];
    }

    private static string Text(Cell? cell) => cell?.InlineString?.InnerText ?? cell?.CellValue?.Text ?? "";
}
