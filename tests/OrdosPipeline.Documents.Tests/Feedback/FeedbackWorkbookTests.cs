using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Documents.Feedback;
using OrdosPipeline.Documents.Plan;
using OrdosPipeline.Documents.Reading;
using OrdosPipeline.Documents.Tests.Reading;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Documents.Tests.Feedback;

public sealed class FeedbackWorkbookTests
{
    private static readonly Finding Imprecise = new()
    {
        Code = FindingCodes.ValueImprecise,
        Severity = Severity.Error,
        Sheet = "月报",
        Cell = "B4",
        RowNumber = 4,
        ColumnNumber = 2,
        Found = "约7.1",
        Message = "“约7.1”不是确定的数。请填写确切数值，例如 7.1。",
        MessageEn = "Not an exact number.",
    };

    private static readonly Finding Warning = Imprecise with
    {
        Code = FindingCodes.RowsRepeat,
        Severity = Severity.Warning,
        Cell = "B6",
        Found = "=HYPERLINK(\"http://x\")",
        Message = "与第 5 行重复，请删除其中一行。",
    };

    [Theory]
    [InlineData("MergedHeader.xlsx", FileFormat.Xlsx)]
    [InlineData("MergedHeader.xls", FileFormat.Xls)]
    [InlineData("Gb18030.csv", FileFormat.Csv)]
    [InlineData("HiddenSheet.xlsx", FileFormat.Xlsx)]
    [InlineData("SeveralSheets.xls", FileFormat.Xls)]
    [InlineData("FormulaErrors.xls", FileFormat.Xls)]
    [InlineData("Dates1904.xls", FileFormat.Xls)]
    [InlineData("RichText.xlsx", FileFormat.Xlsx)]
    [InlineData("Pdf.xlsx", null)]
    public void A_workbook_comes_back_valid_with_its_results_first(string file, FileFormat? format)
    {
        var finding = format == FileFormat.Csv ? Imprecise with { Sheet = null } : Imprecise;
        var bytes = Write(TestFile(file), format, Checked(Verdict.Rejected, finding, Warning));

        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath} {error.Description}"));
        Approved.Matches(GridText.Of(WorkbookOpenerTests.Open(bytes)), $"{file}.feedback");
    }

    [Fact]
    public void A_text_that_is_longer_than_a_sheet_comes_back_as_far_as_a_sheet_goes()
    {
        var text = Encoding.UTF8.GetBytes(new string('\n', 1_048_575) + "约7.1\n约7.2\n");
        var (last, below) = (Imprecise with { Sheet = null, Cell = "A1048576" }, Imprecise with { Sheet = null, Cell = "A1048577", Found = "约7.2" });
        var bytes = Write(text, FileFormat.Csv, Checked(Verdict.Rejected, last, below));

        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath} {error.Description}"));
        var opened = WorkbookOpenerTests.Open(bytes).Workbook!.Sheets;
        Assert.Equal([1_048_576], opened[1].Rows.Select(row => row.Number));
        Assert.Equal(["'数据'!A1048576"], document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Hyperlink>()).Select(link => link.Location?.Value));
        Assert.Equal(["A1048576 【错误】“约7.1”不是确定的数。请填写确切数值，例如 7.1。"], Comments(bytes));
        var said = GridText.Of(WorkbookOpenerTests.Open(bytes));
        Assert.Contains("A1048577", said, StringComparison.Ordinal);
        Assert.Contains("Excel 的工作表最多 1048576 行。您的文件更长", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_approved_workbook_has_its_test() =>
        Approved.AreAllUsed(
            ["MergedHeader.xlsx.feedback", "MergedHeader.xls.feedback", "Gb18030.csv.feedback", "HiddenSheet.xlsx.feedback", "SeveralSheets.xls.feedback", "FormulaErrors.xls.feedback", "Dates1904.xls.feedback", "RichText.xlsx.feedback", "Pdf.xlsx.feedback"],
            ".");

    [Fact]
    public void The_same_input_makes_the_same_bytes()
    {
        var submission = Checked(Verdict.Rejected, Imprecise);

        Assert.Equal(Write(TestFile("MergedHeader.xlsx"), FileFormat.Xlsx, submission), Write(TestFile("MergedHeader.xlsx"), FileFormat.Xlsx, submission));
    }

    [Fact]
    public void A_workbook_handed_in_again_has_one_result_sheet()
    {
        var first = Write(TestFile("MergedHeader.xlsx"), FileFormat.Xlsx, Checked(Verdict.Rejected, Imprecise));
        var second = Write(first, FileFormat.Xlsx, Checked(Verdict.Accepted));

        Assert.Equal([FeedbackSheet.Name, "月报"], WorkbookOpenerTests.Open(second).Workbook!.Sheets.Select(sheet => sheet.Name));
        Assert.DoesNotContain("约7.1", GridText.Of(WorkbookOpenerTests.Open(second)), StringComparison.Ordinal);
        Assert.Contains("没有发现问题", GridText.Of(WorkbookOpenerTests.Open(second)), StringComparison.Ordinal);
        using var document = SpreadsheetDocument.Open(new MemoryStream(second), isEditable: false);
        Assert.Equal(2, document.WorkbookPart!.WorksheetParts.Count());
    }

    [Fact]
    public void Intake_skips_the_result_sheet_of_a_returned_workbook()
    {
        var returned = WorkbookOpenerTests.Open(Write(TestFile("MergedHeader.xlsx"), FileFormat.Xlsx, Checked(Verdict.Rejected, Imprecise))).Workbook!;
        var plan = PlanCatalogueReader.Load(Path.Combine(PlanCatalogueReader.DefaultPlansFolder, "ordos-14"));

        Assert.Equal(["月报"], new SubmissionReader(plan, department: null).Read(returned, CancellationToken.None).Sheets.Select(sheet => sheet.Name));
    }

    [Fact]
    public void What_the_clerk_had_in_the_workbook_stays()
    {
        var before = WorkbookOpenerTests.Open(TestFile("FormulaErrors.xlsx")).Workbook!.Sheets[0];
        var bytes = Write(TestFile("FormulaErrors.xlsx"), FileFormat.Xlsx, Checked(Verdict.Accepted));
        var after = WorkbookOpenerTests.Open(bytes).Workbook!.Sheets[1];

        Assert.Equal(before.Rows.SelectMany(row => row.Cells), after.Rows.SelectMany(row => row.Cells));
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Contains(document.WorkbookPart!.WorksheetParts, part => part.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>().Any());
    }

    [Fact]
    public void A_faulty_cell_is_filled_and_linked()
    {
        var bytes = Write(TestFile("MergedHeader.xlsx"), FileFormat.Xlsx, Checked(Verdict.Rejected, Imprecise));

        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var sheets = document.WorkbookPart!.WorksheetParts.Select(part => part.Worksheet!).ToList();
        var link = Assert.Single(sheets.SelectMany(sheet => sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Hyperlink>()));
        Assert.Equal("'月报'!B4", link.Location);
        var cell = sheets.SelectMany(sheet => sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>()).Single(c => c.CellReference == "B4" && c.InlineString is null);
        var styles = document.WorkbookPart.WorkbookStylesPart!.Stylesheet!;
        var format = (DocumentFormat.OpenXml.Spreadsheet.CellFormat)styles.CellFormats!.ElementAt((int)cell.StyleIndex!.Value);
        Assert.Contains("FFFECACA", styles.Fills!.ElementAt((int)format.FillId!.Value).OuterXml, StringComparison.Ordinal);
        Assert.DoesNotContain(sheets.Skip(1).SelectMany(sheet => sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.SheetView>()), view => view.TabSelected?.Value == true && view.ShowGridLines?.Value != false);
    }

    [Fact]
    public void A_faulty_cell_is_commented_once_however_often_the_workbook_comes_back()
    {
        var first = Write(TestFile("MergedHeader.xlsx"), FileFormat.Xlsx, Checked(Verdict.Rejected, Imprecise, Imprecise with { Message = "另一个问题。" }));
        var second = Write(first, FileFormat.Xlsx, Checked(Verdict.Rejected, Warning));
        var third = Write(second, FileFormat.Xlsx, Checked(Verdict.Accepted));

        Assert.Equal(["B4 【错误】“约7.1”不是确定的数。请填写确切数值，例如 7.1。\n【错误】另一个问题。"], Comments(first));
        Assert.Equal(["B6 【警告】与第 5 行重复，请删除其中一行。"], Comments(second));
        Assert.Empty(Comments(third));
        Assert.Equal(["FFFECACA"], FillsOf(first));
        Assert.Equal(["FFFDE68A"], FillsOf(second));
        Assert.Empty(FillsOf(third));
        foreach (var bytes in (byte[][])[first, second, third])
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
            Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath} {error.Description}"));
        }
    }

    [Fact]
    public void Comments_that_others_wrote_stay()
    {
        const string Vml = "<xml xmlns:v='urn:schemas-microsoft-com:vml' xmlns:x='urn:schemas-microsoft-com:office:excel'><v:shape id='own'><x:ClientData ObjectType='Note'><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>";
        const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var parts = XlsxParts.WithSheet($"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='{Relationships}'><sheetData><row r='4'><c r='B4'><v>1</v></c></row></sheetData><legacyDrawing r:id='v1'/></worksheet>")
            .With("xl/worksheets/_rels/sheet1.xml.rels", $"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='v1' Type='{Relationships}/vmlDrawing' Target='../drawings/v.vml'/><Relationship Id='c1' Type='{Relationships}/comments' Target='../comments1.xml'/></Relationships>")
            .With("xl/drawings/v.vml", Vml)
            .With("xl/comments1.xml", "<comments xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><authors><author>科长</author></authors><commentList><comment ref='A1' authorId='0'><text><t>请核对</t></text></comment></commentList></comments>")
            .Replace("[Content_Types].xml", "</Types>", "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Default Extension='vml' ContentType='application/vnd.openxmlformats-officedocument.vmlDrawing'/><Override PartName='/xl/worksheets/sheet1.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'/><Override PartName='/xl/comments1.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'/></Types>")
            .Replace("_rels/.rels", "<Relationships>", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>")
            .Replace("xl/_rels/workbook.xml.rels", "<Relationships>", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>");

        var bytes = Write(parts.Build(), FileFormat.Xlsx, Checked(Verdict.Rejected, Imprecise with { Sheet = "表" }));

        Assert.Equal(["A1 请核对", "B4 【错误】“约7.1”不是确定的数。请填写确切数值，例如 7.1。"], Comments(bytes));
    }

    [Fact]
    public void Nothing_a_department_typed_becomes_a_formula()
    {
        var bytes = Write("名称,值\n=1+1,＝SUM(A1)\n-0.3,+2\n"u8.ToArray(), FileFormat.Csv, Checked(Verdict.Rejected, Warning with { Sheet = null }));

        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.All(document.WorkbookPart!.WorksheetParts, part => Assert.Empty(part.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>()));
    }

    [Fact]
    public void A_part_that_cannot_be_copied_leaves_the_values()
    {
        var parts = XlsxParts.WithRows("<row r='1'><c r='A1'><v>1</v></c></row>")
            .Replace("xl/workbook.xml", "</sheets>", "<sheet name='藏' sheetId='2' state='hidden' r:id='s2'/></sheets>")
            .Replace("xl/_rels/workbook.xml.rels", "</Relationships>", "<Relationship Id='s2' Type='http://x/worksheet' Target='worksheets/sheet2.xml'/></Relationships>")
            .With("xl/worksheets/sheet2.xml", "<worksheet><broken>");

        var workbook = WorkbookOpenerTests.Open(Write(parts.Build(), FileFormat.Xlsx, Checked(Verdict.Accepted))).Workbook!;

        Assert.Equal([FeedbackSheet.Name, "表"], workbook.Sheets.Select(sheet => sheet.Name));
    }

    [Fact]
    public void Equal_findings_share_a_line_and_errors_come_first()
    {
        var findings = Enumerable.Range(1, 12).Select(row => Warning with { Cell = $"C{row}", Message = $"第 {row} 行重复。" }).Append(Imprecise).ToArray();
        var grid = GridText.Of(WorkbookOpenerTests.Open(Write(TestFile("MergedHeader.xlsx"), FileFormat.Xlsx, Checked(Verdict.Rejected, findings))));

        Assert.Contains("B10   text '错误'", grid, StringComparison.Ordinal);
        Assert.Contains("D11   text 'C1、C2、C3、C4、C5 等 12 处'", grid, StringComparison.Ordinal);
        Assert.Contains("错误 1 处，警告 12 处", grid, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/xl/workbook.xml")]
    [InlineData("worksheets/sheet1.xml")]
    [InlineData("_rels/workbook.xml.rels")]
    [InlineData("STYLES.xml")]
    public void A_package_that_uses_a_part_twice_comes_back_and_opens(string styles)
    {
        var parts = XlsxParts.WithRows("<row r='1'><c r='A1'><v>1</v></c></row>")
            .Replace("xl/_rels/workbook.xml.rels", "</Relationships>", $"<Relationship Id='s3' Type='http://x/styles' Target='{styles}'/></Relationships>")
            .With("xl/styles.xml", "<styleSheet/>");
        var returned = WorkbookOpenerTests.Open(Write(parts.Build(), FileFormat.Xlsx, Checked(Verdict.Accepted)));

        Assert.Equal([FeedbackSheet.Name, "表"], returned.Workbook!.Sheets.Select(sheet => sheet.Name));
        Assert.Equal("1", returned.Workbook.Sheets[1].Rows[0].At(1).Text);
    }

    [Theory]
    [InlineData("月报\uffff", "月报_")]
    [InlineData("a/b:c[d]", "a_b_c_d_")]
    [InlineData("'", "Sheet")]
    public void A_sheet_gets_a_name_that_a_workbook_can_have(string name, string given)
    {
        var opener = new FixedOpener(new Workbook(FileFormat.Xls, [new Sheet(name, false, [], [])]));
        using var output = new MemoryStream();
        new FeedbackWorkbook(opener, IntakeLimits.Default, new CompletenessSettings()).Write(
            new CheckedFile(Checked(Verdict.Accepted), new FileExplanation { Format = FileFormat.Xls }), new MemoryStream([1]), output, CancellationToken.None);

        Assert.Equal([FeedbackSheet.Name, given], WorkbookOpenerTests.Open(output.ToArray()).Workbook!.Sheets.Select(sheet => sheet.Name));
    }

    private sealed class FixedOpener(Workbook workbook) : IWorkbookOpener
    {
        public OpenedFile Open(Stream content, IntakeLimits limits, CancellationToken cancellationToken) => OpenedFile.Of(workbook);
    }

    private static List<string> Comments(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        return [.. document.WorkbookPart!.WorksheetParts
            .SelectMany(part => part.WorksheetCommentsPart?.Comments?.CommentList?.Elements<DocumentFormat.OpenXml.Spreadsheet.Comment>() ?? [])
            .Select(comment => $"{comment.Reference} {comment.InnerText}")];
    }

    /// <summary>The fills of the cells of the clerk's own sheet.</summary>
    private static List<string> FillsOf(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
        return [.. document.WorkbookPart.WorksheetParts
            .Where(part => part.Uri.OriginalString.EndsWith("/sheet1.xml", StringComparison.Ordinal))
            .SelectMany(part => part.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>())
            .Select(cell => (DocumentFormat.OpenXml.Spreadsheet.CellFormat)styles.CellFormats!.ElementAt((int)(cell.StyleIndex?.Value ?? 0)))
            .Select(format => styles.Fills!.ElementAt((int)(format.FillId?.Value ?? 0)).Descendants<DocumentFormat.OpenXml.Spreadsheet.ForegroundColor>().FirstOrDefault()?.Rgb?.Value)
            .OfType<string>()];
    }

    private static byte[] TestFile(string name) => Testing.TestFile.All.Single(file => Path.GetFileName(file.Path) == name).Bytes();

    private static byte[] Write(byte[] original, FileFormat? format, CheckedSubmission submission)
    {
        using var output = new MemoryStream();
        new FeedbackWorkbook(new WorkbookOpener(), IntakeLimits.Default, new CompletenessSettings()).Write(
            new CheckedFile(submission, new FileExplanation { Format = format }), new MemoryStream(original), output, CancellationToken.None);
        return output.ToArray();
    }

    private static CheckedSubmission Checked(Verdict verdict, params Finding[] findings) => new()
    {
        Submission = new SubmissionHeader
        {
            Id = "0123456789abcdef0123",
            Plan = "ordos-14",
            Department = "statistics",
            Path = "statistics/2023/三季度.xlsx",
            ETag = "0x1",
            UploadedAt = new DateTimeOffset(2023, 10, 12, 1, 30, 0, TimeSpan.Zero),
            Bytes = 5000,
            Sha256 = Convert.ToHexStringLower(Encoding.UTF8.GetBytes("0123456789abcdef0123456789abcdef")),
        },
        CheckedAt = new DateTimeOffset(2023, 10, 12, 1, 30, 5, TimeSpan.Zero),
        Verdict = verdict,
        Findings = findings,
        FindingCounts = findings.CountBy(finding => finding.Code).ToDictionary(),
        Values = [],
        ProjectRows = [],
    };
}
