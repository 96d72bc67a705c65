using System.IO.Compression;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using OrdosPipeline.Documents.Exports;

namespace OrdosPipeline.Documents.Tests.Exports;

/// <summary>Tables as sheets of a workbook.</summary>
public sealed partial class XlsxTablesTests
{
    private static readonly IReadOnlyList<IReadOnlyList<object?>> Rows =
    [
        ["全市", -1.50m, 3L, true, new DateTimeOffset(2023, 10, 20, 0, 30, 0, TimeSpan.Zero)],
        ["=1+1", 0.1, null, false, null],
        ["", double.NaN, 79228162514264337593543950335m, null, null],
    ];

    private static readonly SheetColumn[] Columns = [new("Name"), new("Value"), new("Count"), new("Red"), new("UploadedAt")];

    [Fact]
    public async Task Values_keep_their_kind_and_text_is_never_a_formula()
    {
        var sheet = StyleOfCell().Replace(await SheetAsync(await WriteAsync(("指标", Rows)), 1), "");
        foreach (var cell in new[]
        {
            """<c r="A2" t="inlineStr"><is><t xml:space="preserve">全市</t></is></c>""",
            """<c r="B2"><v>-1.50</v></c>""",
            """<c r="C2"><v>3</v></c>""",
            """<c r="D2" t="b"><v>1</v></c>""",
            // 2023-10-20 08:30 in China, not a moment before.
            """<c r="E2"><v>45219.3541666667</v></c>""",
            """<c r="A3" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>""",
            """<c r="B4" t="inlineStr"><is><t xml:space="preserve">NaN</t></is></c>""",
            """<c r="C4"><v>79228162514264337593543950335</v></c>""",
            """<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen" />""",
            """<autoFilter ref="A1:E4" />""",
        })
            Assert.Contains(cell, sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_starts_like_a_formula_keeps_its_mark_when_it_is_edited()
    {
        using var workbook = Open(await WriteAsync(("指标", Rows)));
        Assert.Equal([false, true], CellsOf(workbook, 1).Where(cell => cell.CellReference!.Value is "A2" or "A3").Select(cell => FormatOf(workbook, cell).QuotePrefix?.Value ?? false));
    }

    [Fact]
    public void Numbers_are_shown_as_their_column_says_and_whole_ones_without_a_point()
    {
        using var output = new MemoryStream();
        XlsxTables.Write(
            [new("数", [new("a", 12, SheetFormat.Number), new("b", 12, SheetFormat.Percent), new("c", 12, SheetFormat.WholeNumber), new("d", 12)], [[1234.5m, 0.453m, 1234, DateTimeOffset.UnixEpoch], [1234m, 1m, 7, 1.5m]])],
            output);
        using var workbook = Open(output.ToArray());
        Assert.Equal(["#,##0.######", "0.0%", "#3", "#22", "#3", "0.0%", "#3", "#0"], CellsOf(workbook, 1).Skip(4).Select(cell => NumberFormatOf(workbook, cell)));
    }

    [Fact]
    public void A_column_of_given_width_wraps_and_its_rows_are_as_high_as_their_text()
    {
        using var output = new MemoryStream();
        XlsxTables.Write([new("文", [new("标题", 11), new("n", 8)], [["一二三四五六七八九十一", 1], ["一", 2], ["a\nb\nc", 3]])], output);
        using var workbook = Open(output.ToArray());
        Assert.Equal([null, 45d, null, 45d], RowsOf(workbook, 1).Select(row => row.Height?.Value));
        Assert.True(FormatOf(workbook, CellsOf(workbook, 1).Single(cell => cell.CellReference == "A2")).Alignment!.WrapText!.Value);
        Assert.Equal([11d, 8d], workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Column>().Select(column => column.Width!.Value));
    }

    [Fact]
    public async Task A_column_without_a_width_is_as_wide_as_its_first_rows_and_does_not_wrap()
    {
        using var workbook = Open(await WriteAsync(("宽", [["一二三四五六七八九十", 1m, null, null, null], [new string('x', 200), 1m, null, null, null]])));
        Assert.Equal([48d, 9d, 9d, 8d, 14d], workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Column>().Select(column => column.Width!.Value));
        Assert.All(CellsOf(workbook, 1).Skip(5), cell => Assert.Null(FormatOf(workbook, cell).Alignment!.WrapText));
        Assert.All(RowsOf(workbook, 1), row => Assert.Null(row.Height));
    }

    [Fact]
    public async Task Several_sheets_make_a_valid_workbook_and_the_same_rows_the_same_bytes()
    {
        var many = Enumerable.Range(1, 250).Select(IReadOnlyList<object?> (number) => [$"第{number}行", (decimal)number, (long)number, number % 2 == 0, DateTimeOffset.UnixEpoch.AddDays(number)]).ToList();
        var bytes = await WriteAsync(("指标/项目", Rows), ("指标/项目", many), ("空", []));

        using var workbook = Open(bytes);
        Assert.Empty(new OpenXmlValidator().Validate(workbook));
        Assert.Equal(["指标_项目", "指标_项目_2", "空"], workbook.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name?.Value));
        Assert.Contains("<v>250</v>", await SheetAsync(bytes, 2), StringComparison.Ordinal);
        Assert.Contains("""<autoFilter ref="A1:E1" />""", await SheetAsync(bytes, 3), StringComparison.Ordinal);
        Assert.Equal(
            ["'指标_项目'!$A$1:$E$4", "'指标_项目'!$1:$1", "'指标_项目_2'!$A$1:$E$251", "'指标_项目_2'!$1:$1", "'空'!$A$1:$E$1", "'空'!$1:$1"],
            workbook.WorkbookPart.Workbook.DefinedNames!.Elements<DefinedName>().Select(name => name.Text));
        Assert.Equal(bytes, await WriteAsync(("指标/项目", Rows), ("指标/项目", many), ("空", [])));
    }

    [Fact]
    public async Task Rows_are_written_as_they_come_and_not_kept()
    {
        var random = new Random(1);
        using var output = new MemoryStream();
        var written = new List<long>();
        var passed = new List<WeakReference>();
        using (var workbook = new XlsxTables(output, "大"))
        {
            await workbook.AddSheetAsync(Columns, Generate(), CancellationToken.None);
            workbook.Complete();
        }

        // Deflate keeps back less than 128 KiB.
        Assert.InRange(output.Length - written[^1], 0, 1 << 17);
        Assert.True(written[0] < written[1] && written[1] < written[2]);

        async IAsyncEnumerable<IReadOnlyList<object?>> Generate()
        {
            for (var row = 0; row < 40_000; row++)
            {
                if (row % 10_000 == 9_999)
                {
                    written.Add(output.Length);
                    GC.Collect();
                    Assert.InRange(passed.Count(reference => reference.IsAlive), 0, 2);
                    passed.Clear();
                    await Task.Yield();
                }

                IReadOnlyList<object?> values = [random.NextInt64().ToString(System.Globalization.CultureInfo.InvariantCulture), (decimal)random.NextDouble(), random.NextInt64(), null, null];
                if (row % 1_000 == 500)
                    passed.Add(new WeakReference(values));
                yield return values;
            }
        }
    }

    private static async Task<byte[]> WriteAsync(params IReadOnlyList<(string Tab, IReadOnlyList<IReadOnlyList<object?>> Rows)> sheets)
    {
        using var output = new MemoryStream();
        using (var workbook = new XlsxTables(output, [.. sheets.Select(sheet => sheet.Tab)]))
        {
            foreach (var (_, rows) in sheets)
                await workbook.AddSheetAsync(Columns, rows.ToAsyncEnumerable(), CancellationToken.None);
            workbook.Complete();
        }

        return output.ToArray();
    }

    private static async Task<string> SheetAsync(byte[] workbook, int number)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        using var reader = new StreamReader(archive.GetEntry($"xl/worksheets/sheet{number}.xml")!.Open());
        return await reader.ReadToEndAsync();
    }

    private static SpreadsheetDocument Open(byte[] workbook) => SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);

    private static IEnumerable<Row> RowsOf(SpreadsheetDocument workbook, int sheet) =>
        ((WorksheetPart)workbook.WorkbookPart!.GetPartById($"rId{sheet}")).Worksheet!.Descendants<Row>();

    private static IEnumerable<Cell> CellsOf(SpreadsheetDocument workbook, int sheet) => RowsOf(workbook, sheet).SelectMany(row => row.Elements<Cell>());

    private static CellFormat FormatOf(SpreadsheetDocument workbook, Cell cell) =>
        workbook.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ElementAt((int)(cell.StyleIndex?.Value ?? 0));

    private static string NumberFormatOf(SpreadsheetDocument workbook, Cell cell)
    {
        var number = FormatOf(workbook, cell).NumberFormatId!.Value;
        return workbook.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.NumberingFormats!.Elements<NumberingFormat>().FirstOrDefault(format => format.NumberFormatId! == number)?.FormatCode?.Value ?? $"#{number}";
    }

    [GeneratedRegex(" s=\"[0-9]+\"")]
    private static partial Regex StyleOfCell();
}
