using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Documents.Tests.Reading;
using OrdosPipeline.Testing;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace OrdosPipeline.Documents.Tests.Templates;

public sealed class TemplateWorkbookTests
{
    private const string Indicators = "指标填报";
    private const string Projects = "项目填报";

    /// <summary>Indicators of each measure, quarterly and yearly, projects with works, and a banner.</summary>
    public static TheoryData<string, string> Examples => new()
    {
        { "statistics", "2023Q3" },
        { "ecology-environment", "2023Q4" },
        { "water-resources", "2023Q4" },
        { "dalad", "2022Q4" },
        { "jungar", "2022Q2" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_template_is_valid_and_the_same_every_time(string department, string quarter)
    {
        var template = FilledTemplate.Of(department, quarter);
        var bytes = FilledTemplate.Write(template);

        Assert.Equal(bytes, FilledTemplate.Write(template));
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath} {error.Description}"));
        Assert.All(
            document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<DataValidation>()),
            rule => Assert.True(rule.Formula1!.Text.Length <= 255 && rule.Error!.Value!.Length <= 225 && rule.ErrorTitle!.Value!.Length <= 32));
    }

    [Fact]
    public void What_a_template_shows_is_approved()
    {
        var template = FilledTemplate.Of("forestry-grassland", "2023Q4") with
        {
            Last = new LastReported
            {
                Values = new Dictionary<string, LastValue> { ["H19"] = new(Period.FullYear(2022), 27.3m) },
                Projects = new Dictionary<string, LastProjectReport> { ["P018"] = new(Period.Quarter(2023, 3), ProjectState.UnderConstruction, 45.5m, 1.2m) },
            },
        };

        Approved.Matches(GridText.Of(WorkbookOpenerTests.Open(FilledTemplate.Write(template))), "forestry-grassland");
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_untouched_template_reports_nothing_and_has_no_faults(string department, string quarter)
    {
        var submission = FilledTemplate.From(FilledTemplate.Of(department, quarter)).Check(department);

        // That nothing was filled in is all there is to say.
        Assert.All(submission.Findings, finding => Assert.Equal((FindingCodes.RowsSkipped, Severity.Info), (finding.Code, finding.Severity)));
        Assert.NotEmpty(submission.Findings);
        Assert.Empty(submission.Values);
        Assert.Empty(submission.ProjectRows);
    }

    [Fact]
    public void A_value_in_every_cell_arrives_for_its_indicator_period_and_region()
    {
        var plan = TestPlan.Ordos14();
        foreach (var quarter in (string[])["2023Q1", "2023Q2", "2023Q3", "2023Q4"])
        {
            foreach (var department in plan.Departments)
            {
                var template = FilledTemplate.Of(department.Code, quarter);
                if (template.Indicators.Count == 0 || (quarter is "2023Q1" or "2023Q2" && department.Code is not ("statistics" or "energy")))
                    continue;
                var submission = FilledTemplate.From(WithDistractions(template)).FillAll(Indicators, "数值", indicator => ValueOf(plan.FindIndicator(indicator)!)).Check(department.Code);

                Assert.Empty(submission.Findings.Where(finding => finding.Severity != Severity.Info).Select(finding => $"{finding.Cell} {finding.Message}"));
                Assert.Equal(
                    template.Indicators.Select(indicator => $"{indicator.Id} {template.Region.Code} {indicator.PeriodDue(template.Quarter)} {Number(indicator):0.######}"),
                    Normaliser.Observations(submission, plan).Select(o => $"{o.Key.Indicator} {o.Key.Region} {o.Key.Period} {o.Value:0.######}"));
            }
        }
    }

    [Fact]
    public void A_project_arrives_with_its_state_investment_and_every_quantity()
    {
        var template = WithDistractions(FilledTemplate.Of("water-resources", "2023Q3"));
        var project = template.Projects.First(p => p.Quantities.Count > 2);
        var filled = FilledTemplate.From(template)
            .Fill(Projects, project.Id, "状态", "在建").Fill(Projects, project.Id, "形象进度（%）", 45).Fill(Projects, project.Id, "累计完成投资（亿元）", 1.25m)
            .Fill(Projects, project.Id, "存在问题", "资金未到位");
        for (var number = 1; number <= project.Quantities.Count; number++)
            filled.Fill(Projects, project.Id, "完成量", number, occurrence: number);

        var submission = filled.Check("water-resources");

        Assert.Empty(submission.Findings.Select(finding => $"{finding.Cell} {finding.Message}"));
        var report = Assert.Single(Normaliser.ProjectReports(submission, TestPlan.Ordos14()));
        Assert.Equal((project.Id, Period.Quarter(2023, 3)), (report.Key.Project, report.Key.Period));
        Assert.Equal((ProjectState.UnderConstruction, 45m, 1.25m, "资金未到位"), (report.State, report.Progress, report.Investment, report.Remark));
        Assert.Equal(project.Quantities.Select(q => (q.Sequence, (decimal)q.Sequence)), report.Quantities.OrderBy(q => q.Key).Select(q => (q.Key, q.Value)));
    }

    [Theory]
    [InlineData("as it was")]
    [InlineData("renamed")]
    [InlineData("moved")]
    [InlineData("rows inserted")]
    [InlineData("sorted")]
    [InlineData("without reference columns")]
    [InlineData("without names")]
    [InlineData("without codes")]
    public void A_filled_template_is_read_whatever_was_done_to_it(string change)
    {
        var template = WithDistractions(FilledTemplate.Of("forestry-grassland", "2023Q4"));
        var filled = FilledTemplate.From(template).FillAll(Indicators, "数值", id => ValueOf(template.Plan.FindIndicator(id)!));
        foreach (var project in template.Projects)
        {
            filled.Fill(Projects, project.Id, "状态", "在建");
            for (var number = 1; number <= project.Quantities.Count; number++)
                filled.Fill(Projects, project.Id, "完成量", number, occurrence: number);
        }

        var expected = Text(filled.Check("forestry-grassland"));
        var changed = change switch
        {
            "renamed" => filled.Rename("填报说明", "看这里").Rename(Indicators, "林草局指标").Rename(Projects, "Sheet3"),
            "moved" => filled.Move(Indicators, row => row + 13, column => column + 4).Move(Projects, row => row + 2, column => column + 1),
            "rows inserted" => filled.Move(Indicators, row => row < 6 ? row : row + row / 2).Move(Projects, row => row < 6 ? row : row + 3),
            "sorted" => filled.Move(Indicators, row => row <= 4 ? row : 100 - row).Move(Projects, row => row <= 4 ? row : 100 - row),
            "without reference columns" => filled.Move(Indicators, row => row, column => column > 7 ? null : column).Move(Projects, row => row, column => column > 11 ? null : column),
            "without names" => filled.Move(Indicators, row => row, column => column == 2 ? null : column).Move(Projects, row => row, column => column == 2 ? null : column),
            "without codes" => filled.Move(Indicators, row => row, column => column == 1 ? null : column).Move(Projects, row => row, column => column == 1 ? null : column),
            _ => filled,
        };
        var submission = changed.Check("forestry-grassland");

        Assert.Empty(submission.Findings.Where(finding => finding.Code is not (FindingCodes.UnitSuspicious or FindingCodes.ValueOutOfRange)).Select(finding => $"{finding.Sheet} {finding.Cell} {finding.Code} {finding.Message}"));
        Assert.Equal(expected, Text(submission));
        Assert.Contains("H19 150600 2023 27.3", expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_marks_withdrawals_and_spare_rows_are_understood()
    {
        var submission = FilledTemplate.From(FilledTemplate.Of("statistics", "2023Q3"))
            .Fill(Indicators, "H01", "数值", "—").Fill(Indicators, "H03", "数值", "撤回")
            .Fill(Indicators, "A15", "H08").Fill(Indicators, "D15", "2022年").Fill(Indicators, "E15", 5.5m).Fill(Indicators, "G15", "更正")
            .Check("statistics");

        Assert.Equal([FindingCodes.UnitMissing, FindingCodes.ValueMissing], submission.Findings.Select(finding => finding.Code).Order(StringComparer.Ordinal));
        Assert.Equal(["H03  2023Q3YTD", "H08 5.5 2022"], submission.Values.Select(value => $"{value.Indicator} {value.Value} {value.Period}"));
    }

    [Fact]
    public void A_template_of_another_department_is_noticed()
    {
        var submission = FilledTemplate.From(FilledTemplate.Of("statistics", "2023Q3")).Fill(Indicators, "H01", "数值", 5).Check("energy");

        Assert.Contains(submission.Findings, finding => finding.Code == FindingCodes.DepartmentDiffers);
    }

    [Fact]
    public void The_tag_of_a_template_is_read_and_follows_its_instructions()
    {
        var template = FilledTemplate.From(FilledTemplate.Of("statistics", "2023Q3")).Rename("填报说明", "看'这里");

        Assert.Equal(new TemplateTag("ordos-14", "statistics", new ReportingQuarter(2023, 3), "看'这里"), WorkbookOpenerTests.Open(template.Bytes).Workbook!.Template);
    }

    [Fact]
    public void A_clerk_can_change_only_the_cells_to_fill_and_can_unlock_the_rest()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(FilledTemplate.Write(FilledTemplate.Of("statistics", "2023Q3"))), isEditable: false);
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        var sheet = document.WorkbookPart.WorksheetParts.Select(part => part.Worksheet!).Single(s => s.Descendants<DataValidation>().Any());
        var protection = sheet.GetFirstChild<SheetProtection>()!;

        Assert.True(protection.Sheet!.Value);
        Assert.Null(protection.Password);
        Assert.Null(protection.HashValue);
        var row = sheet.Descendants<Row>().Single(r => r.RowIndex! == 5u);
        Assert.Equal("CEG", string.Concat(row.Elements<Cell>().Where(cell => formats[(int)cell.StyleIndex!.Value].Protection?.Locked?.Value == false).Select(cell => cell.CellReference!.Value![0])));
    }

    /// <summary>With a last value for everything, which must never be read as a report.</summary>
    private static ReturnTemplate WithDistractions(ReturnTemplate template) => template with
    {
        Last = new LastReported
        {
            Values = template.Indicators.ToDictionary(indicator => indicator.Id, _ => new LastValue(Period.QuarterYearToDate(2022, 2), 0.777m)),
            Projects = template.Projects.ToDictionary(project => project.Id, _ => new LastProjectReport(Period.Quarter(2022, 2), ProjectState.Suspended, 77.7m, 0.777m)),
        },
    };

    private static string Text(CheckedSubmission submission) =>
        string.Join('\n', Normaliser.Observations(submission, TestPlan.Ordos14()).Select(o => $"{o.Key.Indicator} {o.Key.Region} {o.Key.Period} {o.Value}").Order(StringComparer.Ordinal))
        + "\n" + string.Join('\n', Normaliser.ProjectReports(submission, TestPlan.Ordos14()).Select(r => $"{r.Key.Project} {r.Key.Period} {r.State} {string.Join(' ', r.Quantities.OrderBy(q => q.Key))}").Order(StringComparer.Ordinal));

    private static object ValueOf(Indicator indicator) => indicator.Measure == Measure.YesNo ? "是" : Number(indicator);

    /// <summary>Within the bounds, near the baseline or the target.</summary>
    private static decimal Number(Indicator indicator) =>
        indicator.Measure == Measure.YesNo ? 1 : indicator.BaselineValue ?? indicator.TargetLow ?? indicator.TargetHigh ?? indicator.PlausibleMin ?? 1;
}
