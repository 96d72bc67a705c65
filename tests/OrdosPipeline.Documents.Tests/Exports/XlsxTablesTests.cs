using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using OrdosPipeline.Documents.Exports;

namespace OrdosPipeline.Documents.Tests.Exports;

/// <summary>Tables as sheets of a workbook.</summary>
public sealed class XlsxTablesTests
{
    private static readonly IReadOnlyList<IReadOnlyList<object?>> Rows =
    [
        ["全市", -1.50m, 3L, true, new DateTimeOffset(2023, 10, 20, 0, 30, 0, TimeSpan.Zero)],
        ["=1+1", 0.1, null, false, null],
        ["", double.NaN, 79228162514264337593543950335m, null, null],
    ];

    [Fact]
    public async Task Values_keep_their_kind_and_text_is_never_a_formula()
    {
        var sheet = await SheetAsync(await WriteAsync(("指标", Rows)), 1);
        foreach (var cell in new[]
        {
            """<c r="A2" t="inlineStr"><is><t xml:space="preserve">全市</t></is></c>""",
            """<c r="B2"><v>-1.50</v></c>""",
            """<c r="C2"><v>3</v></c>""",
            """<c r="D2" t="b"><v>1</v></c>""",
            // 2023-10-20 08:30 in China.
            """<v>45219.354166666664</v>""",
            """t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>""",
            """<c r="B4" t="inlineStr"><is><t xml:space="preserve">NaN</t></is></c>""",
            """<c r="C4"><v>79228162514264337593543950335</v></c>""",
            """<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen" />""",
            """<autoFilter ref="A1:E4" />""",
        })
            Assert.Contains(cell, sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", sheet, StringComparison.Ordinal);
        // What starts like a formula keeps its mark when it is edited.
        Assert.Matches("<c r=\"A3\" s=\"[1-9]\" t=\"inlineStr\">", sheet);
    }

    [Fact]
    public async Task Several_sheets_make_a_valid_workbook_and_the_same_rows_the_same_bytes()
    {
        var many = Enumerable.Range(1, 250).Select(IReadOnlyList<object?> (number) => [$"第{number}行", (decimal)number, (long)number, number % 2 == 0, DateTimeOffset.UnixEpoch.AddDays(number)]).ToList();
        var bytes = await WriteAsync(("指标/项目", Rows), ("指标/项目", many), ("空", []));

        using var workbook = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(workbook));
        Assert.Equal(["指标_项目", "指标_项目_2", "空"], workbook.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => sheet.Name?.Value));
        Assert.Contains("""<c r="B251"><v>250</v></c>""", await SheetAsync(bytes, 2), StringComparison.Ordinal);
        Assert.Contains("""<autoFilter ref="A1:E1" />""", await SheetAsync(bytes, 3), StringComparison.Ordinal);
        Assert.Equal(bytes, await WriteAsync(("指标/项目", Rows), ("指标/项目", many), ("空", [])));
    }

    private static async Task<byte[]> WriteAsync(params IReadOnlyList<(string Tab, IReadOnlyList<IReadOnlyList<object?>> Rows)> sheets)
    {
        using var output = new MemoryStream();
        using (var workbook = new XlsxTables(output, [.. sheets.Select(sheet => sheet.Tab)]))
        {
            foreach (var (_, rows) in sheets)
                await workbook.AddSheetAsync(["Name", "Value", "Count", "Red", "UploadedAt"], rows.ToAsyncEnumerable(), CancellationToken.None);
        }

        return output.ToArray();
    }

    private static async Task<string> SheetAsync(byte[] workbook, int number)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        using var reader = new StreamReader(archive.GetEntry($"xl/worksheets/sheet{number}.xml")!.Open());
        return await reader.ReadToEndAsync();
    }
}
