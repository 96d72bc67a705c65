using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Core.Validation.History;
using OrdosPipeline.Documents.Feedback;
using OrdosPipeline.Documents.Reading;
using OrdosPipeline.Documents.Tests.Reading;
using OrdosPipeline.Testing;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using CellValue = DocumentFormat.OpenXml.Spreadsheet.CellValue;

namespace OrdosPipeline.Documents.Tests.Feedback;

/// <summary>
/// What was handed back is mended and handed in again, with its comments, colours and result sheet, as our package leaves
/// it and as LibreOffice saves it. The files of Returned/ are feedback that LibreOffice Calc 7 opened and saved.
/// </summary>
public sealed class ReturnedWorkbookTests
{
    /// <summary>Each with its department, the cells that are faulty, and what mends them.</summary>
    public static TheoryData<string, string, string> Returned => new()
    {
        { "Wide.xlsx", "energy", "F5=150" },
        { "Projects.xlsx", "forestry-grassland", "C4=在建 D5=30 B6=三北防护林工程 E6=2000" },
        { "Template.xlsx", "statistics", "E5=5.2 E6=900 E8=4" },
    };

    /// <summary>They declare parts as plain XML, or under other capitals, which Excel passes over and the Open XML SDK refuses to open.</summary>
    private static readonly string[] RefusedAsHandedIn =
        ["Programs/ExternalLink.xlsx", "Programs/ChartSheetBeside.xlsx", "Programs/XlsxPopulate.xlsx", "Programs/Indented.xlsx", "Programs/LowerCaseNames.xlsx"];

    public static TheoryData<string> Workbooks => [.. TestFile.All.Where(IsWorkbook).Select(file => file.Path).Except(RefusedAsHandedIn)];

    [Theory]
    [MemberData(nameof(Returned))]
    public void What_LibreOffice_saved_is_read_marked_once_and_clean_when_mended(string file, string department, string mending)
    {
        var saved = File.ReadAllBytes(Checkout.PathOf("tests", "OrdosPipeline.Documents.Tests", "Feedback", "Returned", file));
        var cells = mending.Split(' ').Select(pair => pair.Split('=')).ToList();

        var again = Check(saved, department);
        Assert.Equal(Verdict.Rejected, again.Submission.Verdict);
        Assert.Equal(cells.Select(cell => cell[0]), again.Submission.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Cell));
        Assert.DoesNotContain(again.Submission.Findings, finding => finding.Code == FindingCodes.SheetSkipped);
        var marked = Feedback(again, saved);
        Assert.Equal(again.Submission.Findings.Select(finding => finding.Cell!).Distinct().Order(StringComparer.Ordinal), Comments(marked).Select(comment => comment.Cell).Order(StringComparer.Ordinal));
        Assert.Single(Tabs(marked), FeedbackSheet.Name);

        var mended = cells.Aggregate(marked, (bytes, cell) => Type(bytes, again.Submission.Findings.First(f => f.Cell == cell[0]).Sheet!, cell[0], cell[1]));
        var accepted = Check(mended, department);
        Assert.DoesNotContain(accepted.Submission.Findings, finding => finding.Severity != Severity.Info);
        var clean = Feedback(accepted, mended);
        Assert.Equal(accepted.Submission.Findings.Select(finding => finding.Cell!).Distinct(), Comments(clean).Select(comment => comment.Cell));
        Assert.Single(Tabs(clean), FeedbackSheet.Name);
        Assert.Empty(Invalid(clean).Except(Invalid(saved)));
        Assert.DoesNotContain(Fills(clean).Values, fill => fill.Contains("FECACA", StringComparison.Ordinal));
    }

    [Fact]
    public void The_fills_of_a_template_come_back_after_LibreOffice_too()
    {
        var saved = File.ReadAllBytes(Checkout.PathOf("tests", "OrdosPipeline.Documents.Tests", "Feedback", "Returned", "Template.xlsx"));
        var check = Check(saved, "statistics");
        var again = Feedback(check, saved);

        Assert.All((string[])["E5", "E6", "E8"], cell => Assert.Contains("FECACA", Fills(again)[$"指标填报!{cell}"], StringComparison.Ordinal));
        foreach (var clean in (byte[][])[Feedback(With(check, []), saved), Feedback(With(check, []), again)])
            Assert.All((string[])["E5", "E6", "E8"], cell => Assert.Contains("FFF7CC", Fills(clean)[$"指标填报!{cell}"], StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Workbooks))]
    public void Marks_on_every_cell_come_and_go_without_a_trace(string file)
    {
        var department = TestFile.Of(file).Department;
        var original = TestFile.Of(file).Bytes();
        var check = Check(original, department);
        var everywhere = WorkbookOpenerTests.Open(original).Workbook!.Sheets
            .SelectMany(sheet => sheet.Rows.Take(30).SelectMany(row => row.Cells.Select((_, index) => (sheet.Name, At: new CellAddress(row.Number, index + 1)))))
            .Select((cell, index) => Finding(cell.Name!, cell.At, (Severity)(index % 3)))
            .Take(900).ToList();

        var marked = Feedback(With(check, everywhere), original);
        var half = Feedback(With(check, [.. everywhere.Where((_, index) => index % 2 == 0)]), marked);
        var clean = Feedback(With(check, []), half);

        Assert.Equal(everywhere.Count, Comments(marked).Count);
        Assert.Equal((everywhere.Count + 1) / 2, Comments(half).Count);
        Assert.Empty(Comments(clean));
        var before = Fills(original);
        Assert.Equal(before.Where(pair => pair.Value.Length > 0), Fills(clean).Where(pair => pair.Value.Length > 0 && !pair.Key.StartsWith(FeedbackSheet.Name, StringComparison.Ordinal)));
        foreach (var bytes in (byte[][])[marked, half, clean])
        {
            Assert.Empty(Invalid(bytes).Except(Invalid(original)));
            Assert.Single(Tabs(bytes), FeedbackSheet.Name);
            var again = Check(bytes, department).Submission;
            Assert.Equal(check.Submission.Findings, again.Findings);
            Assert.Equal(check.Submission.Values, again.Values);
        }

        Assert.Equal(clean, Feedback(With(check, []), clean));
    }

    [Theory]
    [InlineData("Programs/XlsxPopulate.xlsx")]
    [InlineData("Programs/Indented.xlsx")]
    public void Sheets_and_styles_that_were_declared_as_plain_XML_are_declared_as_what_they_are(string file) =>
        Assert.Empty(Invalid(Feedback(Check(TestFile.Of(file).Bytes(), TestFile.Of(file).Department), TestFile.Of(file).Bytes())));

    [Fact]
    public void A_workbook_whose_result_sheet_was_deleted_is_cleaned_all_the_same()
    {
        var original = TestFile.Of("Cells/MergedHeader.xlsx").Bytes();
        var check = Check(original, "statistics");
        var marked = Feedback(With(check, [Finding("月报", new CellAddress(4, 2), Severity.Error)]), original);
        var cut = Change(marked, document =>
        {
            var tab = document.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First();
            document.WorkbookPart.DeletePart(tab.Id!.Value!);
            tab.Remove();
        });
        var clean = Feedback(With(check, []), cut);

        Assert.Empty(Comments(clean));
        Assert.DoesNotContain(Fills(clean).Where(pair => pair.Key.StartsWith("月报", StringComparison.Ordinal)), pair => pair.Value.Contains("FECACA", StringComparison.Ordinal));
    }

    [Fact]
    public void A_blank_cell_that_the_file_leaves_out_is_marked_too()
    {
        var original = TestFile.Of("Cells/MergedHeader.xlsx").Bytes();
        var marked = Feedback(With(Check(original, "statistics"), [Finding("月报", new CellAddress(4, 40), Severity.Error), Finding("月报", new CellAddress(90, 3), Severity.Warning)]), original);

        Assert.Contains("FECACA", Fills(marked)["月报!AN4"], StringComparison.Ordinal);
        Assert.Contains("FDE68A", Fills(marked)["月报!C90"], StringComparison.Ordinal);
        Assert.Empty(Invalid(marked));
    }

    private static bool IsWorkbook(TestFile file) => file.Path.EndsWith(".xlsx", StringComparison.Ordinal) && WorkbookOpenerTests.Open(file.Bytes()).Workbook is { Format: FileFormat.Xlsx };

    private static Finding Finding(string sheet, CellAddress at, Severity severity) => new()
    {
        Code = FindingCodes.ValueImprecise,
        Severity = severity,
        Sheet = sheet,
        Cell = at.ToString(),
        Message = $"请改正 {at}。",
        MessageEn = $"Mend {at}.",
    };

    private static CheckedFile With(CheckedFile file, IReadOnlyList<Finding> findings) => file with
    {
        Submission = file.Submission with { Findings = findings, FindingCounts = findings.CountBy(finding => finding.Code).ToDictionary() },
    };

    private static CheckedFile Check(byte[] bytes, string department)
    {
        var started = SubmissionChecker.Start(
            WorkbookOpenerTests.Open(bytes), TestPlan.Ordos14(), SheetBuilder.Header(department, TestPlan.Ordos14()), new DateOnly(2024, 2, 1), IntakeLimits.Default, HistorySettings.Default, CancellationToken.None);
        return new CheckedFile(started.Finish(before: null, CancellationToken.None), started.Explanation);
    }

    private static byte[] Feedback(CheckedFile file, byte[] original)
    {
        using var output = new MemoryStream();
        new FeedbackWorkbook(new WorkbookOpener(), IntakeLimits.Default, new CompletenessSettings()).Write(file, new MemoryStream(original), output, CancellationToken.None);
        return output.ToArray();
    }

    private static byte[] Type(byte[] bytes, string sheet, string address, string text) => Change(bytes, document =>
    {
        var tab = document.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First(t => t.Name == sheet);
        var cell = ((WorksheetPart)document.WorkbookPart.GetPartById(tab.Id!.Value!)).Worksheet!.Descendants<Cell>().First(c => c.CellReference == address);
        cell.RemoveAllChildren();
        cell.DataType = decimal.TryParse(text, out _) ? null : CellValues.String;
        cell.Append(new CellValue(text));
    });

    private static byte[] Change(byte[] bytes, Action<SpreadsheetDocument> change)
    {
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
            change(document);
        return stream.ToArray();
    }

    private static List<string?> Tabs(byte[] bytes) => [.. WorkbookOpenerTests.Open(bytes).Workbook!.Sheets.Select(sheet => sheet.Name)];

    private static List<(string Cell, string Text)> Comments(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        return [.. document.WorkbookPart!.WorksheetParts
            .SelectMany(part => part.WorksheetCommentsPart?.Comments?.CommentList?.Elements<Comment>() ?? [])
            .Select(comment => (comment.Reference!.Value!, comment.InnerText))];
    }

    /// <summary>The fill of every cell as XML, by tab and address; empty where there is none.</summary>
    private static SortedDictionary<string, string> Fills(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var styles = document.WorkbookPart!.WorkbookStylesPart?.Stylesheet;
        var fills = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var tab in document.WorkbookPart.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>())
        {
            foreach (var cell in ((WorksheetPart)document.WorkbookPart.GetPartById(tab.Id!.Value!)).Worksheet!.Descendants<Cell>().Where(cell => cell.CellReference is not null))
            {
                var format = (CellFormat?)styles?.CellFormats?.ElementAtOrDefault((int)(cell.StyleIndex?.Value ?? 0));
                var fill = format?.FillId?.Value is > 0 and var id ? styles!.Fills!.ElementAt((int)id) : null;
                fills[$"{tab.Name}!{cell.CellReference}"] = string.Concat(fill?.Descendants<ForegroundColor>().Select(color => $"{color.Rgb} {color.Theme} {color.Tint} {color.Indexed}") ?? []);
            }
        }

        return fills;
    }

    private static List<string> Invalid(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Description}").Distinct()];
    }
}
