using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Tests.Reading;

public sealed class XlsxWorkbookTests
{
    [Fact]
    public void Cells_without_places_follow_each_other() =>
        Assert.Equal(["A1=1", "B1=2", "A2=3"], Cells(XlsxParts.WithRows("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")));

    [Fact]
    public void Inline_strings_keep_their_runs_and_lose_their_readings() =>
        Assert.Equal(
            ["A1=鄂尔多斯"],
            Cells(XlsxParts.WithRows("<row r='1'><c r='A1' t='inlineStr'><is><r><t>鄂尔</t></r><r><t>多斯</t></r><rPh sb='0' eb='1'><t>è ěr</t></rPh></is></c></row>")));

    [Fact]
    public void Shared_strings_keep_their_runs_and_lose_their_readings() =>
        Assert.Equal(
            ["A1=东 胜", "B1=a\rb"],
            Cells(XlsxParts.WithRows("<row r='1'><c r='A1' t='s'><v>1</v></c><c r='B1' t='s'><v>2</v></c></row>")
                .Replace("xl/_rels/workbook.xml.rels", "</Relationships>", "<Relationship Id='s2' Type='http://x/sharedStrings' Target='/xl/sharedStrings.xml'/></Relationships>")
                .With("xl/sharedStrings.xml", "<sst><si/><si><r><t>东</t></r><r><t xml:space='preserve'> 胜</t></r><rPh sb='0' eb='1'><r><t>dōng</t></r></rPh></si><si><t>a_x000D_b</t></si></sst>")));

    [Fact]
    public void A_formula_without_a_value_is_an_error_that_shows_the_formula() =>
        Assert.Equal(
            ["A1=Error:=B1*2", "B1=Error:=C1", "D1=5", "E1=Error:#REF!"],
            Cells(XlsxParts.WithRows("""
                <row r='1'><c r='A1'><f>B1*2</f></c><c r='B1'><f>C1</f><v/></c><c r='C1' t='str'><f>""</f><v></v></c><c r='D1'><f>2+3</f><v>5</v></c><c r='E1' t='e'><f>X</f><v>#REF!</v></c></row>
                """)));

    [Fact]
    public void A_strict_workbook_is_read_like_a_transitional_one() =>
        Assert.Equal(
            ["A1=1"],
            Cells(XlsxParts.WithSheet("<x:worksheet xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main'><x:sheetData><x:row r='1'><x:c r='A1'><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>")
                .Replace("xl/_rels/workbook.xml.rels", "http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/")
                .Replace("_rels/.rels", "http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/")));

    [Fact]
    public void A_day_stored_as_text_is_a_date()
    {
        var cell = Sheet(XlsxParts.WithRows("<row r='1'><c r='A1' t='d'><v>2023-09-30T00:00:00</v></c></row>")).Rows[0].At(1);

        Assert.Equal((CellKind.Date, new DateOnly(2023, 9, 30), 45199m, "2023-09-30"), (cell.Kind, cell.Date, cell.Number, cell.Text));
    }

    [Theory]
    [InlineData("yyyy\"年\"m\"月\"", 45199, CellKind.Date, "2023-09-30")]
    [InlineData("[$-804]yyyy\\-mm\\-dd;@", 45199, CellKind.Date, "2023-09-30")]
    [InlineData("[DBNum1]yyyy年m月d日", 45199, CellKind.Date, "2023-09-30")]
    [InlineData("m/d/yyyy h:mm", 45199.5, CellKind.Date, "2023-09-30 12:00:00")]
    [InlineData("0.0%", 0.45300000000000001, CellKind.Number, "45.3%")]
    [InlineData("0.00_);[Red](0.00)", 2.5, CellKind.Number, "2.5")]
    [InlineData("#,##0\" days\"", 2.5, CellKind.Number, "2.5")]
    [InlineData("0.00E+00", 2.5, CellKind.Number, "2.5")]
    [InlineData("[Red]General", 2.5, CellKind.Number, "2.5")]
    [InlineData("0\\%", 2.5, CellKind.Number, "2.5")]
    [InlineData("0!.0,", 125000, CellKind.Number, "12.5")]
    [InlineData("#,##0.00,,", 125000, CellKind.Number, "0.125")]
    [InlineData("#,##0", 125000, CellKind.Number, "125000")]
    [InlineData("0\\.0,\"万元\";-0\\.0,\"万元\"", -125000, CellKind.Text, "-12.5万元")]
    [InlineData("\"约\"0.0%", 0.453, CellKind.Text, "约45.3%")]
    [InlineData("¥#,##0.00;[Red]\"负\"0", 2.5, CellKind.Number, "2.5")]
    [InlineData("\"第\"0\"季度\"", 3, CellKind.Text, "第3季度")]
    [InlineData("h:mm", 0.5, CellKind.Text, "12:00:00")]
    [InlineData("yyyy", -1, CellKind.Number, "-1")]
    [InlineData("yyyy", 60, CellKind.Number, "60")]
    [InlineData("yyyy-mm-dd", 1, CellKind.Date, "1900-01-01")]
    [InlineData("yyyy-mm-dd", 61, CellKind.Date, "1900-03-01")]
    [InlineData("yyyy-mm-dd", 1e300, CellKind.Text, "1E+300")]
    public void The_number_format_decides_what_a_number_is(string code, double number, CellKind kind, string shown)
    {
        var parts = XlsxParts.WithRows(FormattableString.Invariant($"<row r='1'><c r='A1' s='1'><v>{number:R}</v></c></row>"))
            .Replace("xl/_rels/workbook.xml.rels", "</Relationships>", "<Relationship Id='s3' Type='http://x/styles' Target='styles.xml'/></Relationships>")
            .With("xl/styles.xml", $"<styleSheet><numFmts><numFmt numFmtId='180' formatCode='{System.Security.SecurityElement.Escape(code)}'/></numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='180'/></cellXfs></styleSheet>");

        var cell = Sheet(parts).Rows[0].At(1);

        Assert.Equal((kind, shown), (cell.Kind, cell.Text));
    }

    [Theory]
    [InlineData("B2:A1", "A1:B2")]
    [InlineData("A1:XFD1048576", "A1:XFD1048576")]
    [InlineData("A1:XFE1", null)]
    [InlineData("A1:A1048577", null)]
    public void A_merged_range_lies_within_the_sheet(string range, string? read)
    {
        var opened = WorkbookOpenerTests.Open(XlsxParts.WithRows("<row r='1'><c r='A1'><v>1</v></c></row>").Replace("xl/worksheets/sheet1.xml", "</sheetData>", $"</sheetData><mergeCells><mergeCell ref='{range}'/></mergeCells>").Build());

        Assert.Equal(read, opened.Workbook?.Sheets[0].Merges.Select(merge => $"{merge.TopLeft}:{merge.BottomRight}").Single());
        Assert.Equal(read is null ? FileFaultKind.Unreadable : null, opened.Fault?.Kind);
    }

    [Fact]
    public void A_chart_sheet_is_skipped() =>
        Assert.Equal(
            "表",
            Sheet(XlsxParts.WithRows("<row r='1'><c r='A1'><v>1</v></c></row>")
                .Replace("xl/workbook.xml", "<sheets>", "<sheets><sheet name='图' sheetId='9' r:id='c1'/>")
                .Replace("xl/_rels/workbook.xml.rels", "</Relationships>", "<Relationship Id='c1' Type='http://x/chartsheet' Target='chartsheets/sheet1.xml'/></Relationships>")).Name);

    [Fact]
    public void External_links_are_noted_and_not_followed() =>
        Assert.True(WorkbookOpenerTests.Open(XlsxParts.WithRows("<row r='1'><c r='A1'><v>1</v></c></row>").With("xl/externalLinks/externalLink1.xml", "<x/>").Build()).Workbook!.HasDrawingsOrLinks);

    [Fact]
    public void One_cell_in_the_last_column_costs_no_memory_for_the_others()
    {
        var row = Sheet(XlsxParts.WithRows("<row r='7'><c r='A7'><v>1</v></c><c r='XFD7'><v>2</v></c></row>")).Rows[0];

        Assert.Equal((16_384, "1", "", "2"), (row.Cells.Count, row.At(1).Text, row.At(2).Text, row.At(16_384).Text));
        Assert.Equal(2, row.Cells.Count(cell => !cell.IsBlank));
        Assert.IsNotType<Cell[]>(row.Cells);
    }

    private static IEnumerable<string> Cells(XlsxParts parts) =>
        from row in Sheet(parts).Rows
        from column in Enumerable.Range(1, row.Cells.Count)
        let cell = row.At(column)
        where !cell.IsBlank
        select $"{new CellAddress(row.Number, column)}={(cell.Kind == CellKind.Error ? "Error:" : "")}{cell.Text}";

    private static Sheet Sheet(XlsxParts parts)
    {
        var opened = WorkbookOpenerTests.Open(parts.Build());
        Assert.Null(opened.Fault);
        return Assert.Single(opened.Workbook!.Sheets);
    }
}
