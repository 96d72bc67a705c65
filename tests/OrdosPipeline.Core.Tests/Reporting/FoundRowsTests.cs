using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Core.Tests.Reporting;

public sealed class FoundRowsTests
{
    [Fact]
    public void Rows_with_findings_are_given_as_they_stand_and_others_are_not()
    {
        var workbook = Book("主要指标", ["指标", "数值"], ["地区生产总值增长", "6.1"], ["居民收入", "约5"]);

        var sheet = Assert.Single(FoundRows.Of(workbook, FileExplanation.None, [At("主要指标", 3), At("主要指标", 3), At(sheet: "主要指标", row: null)]));

        Assert.Equal(("主要指标", 0), (sheet.Sheet, sheet.Left));
        var row = Assert.Single(sheet.Rows);
        Assert.Equal(3, row.Number);
        Assert.Equal(["居民收入", "约5"], row.Cells);
    }

    [Fact]
    public void More_rows_columns_and_characters_than_people_read_are_cut_and_counted()
    {
        var wide = Enumerable.Repeat(new string('长', FoundRows.MostCharacters + 1), FoundRows.MostColumns + 1).ToArray();
        var workbook = Book(null, [.. Enumerable.Repeat(wide, FoundRows.MostRows + 2)]);

        var sheet = Assert.Single(FoundRows.Of(workbook, FileExplanation.None, [.. Enumerable.Range(1, FoundRows.MostRows + 2).Select(row => At(null, row))]));

        Assert.Equal((FoundRows.MostRows, 2), (sheet.Rows.Count, sheet.Left));
        Assert.All(sheet.Rows, row => Assert.Equal(FoundRows.MostColumns, row.Cells.Count));
        Assert.Equal(new string('长', FoundRows.MostCharacters) + "…", sheet.Rows[0].Cells[0]);
    }

    [Fact]
    public void A_file_that_cannot_be_opened_and_one_without_findings_have_none()
    {
        Assert.Empty(FoundRows.Of(null, FileExplanation.None, [At(null, 1)]));
        Assert.Empty(FoundRows.Of(Book(null, ["指标"]), FileExplanation.None, []));
    }

    private static Workbook Book(string? sheet, params IReadOnlyList<string[]> rows) => new(
        FileFormat.Csv, [new Sheet(sheet, IsHidden: false, [.. rows.Select((cells, index) => new SheetRow(index + 1, [.. cells.Select(Cell.OfText)]))], [])]);

    private static Finding At(string? sheet, int? row) => new()
    {
        Code = FindingCodes.ValueImprecise,
        Severity = Severity.Error,
        Sheet = sheet,
        RowNumber = row,
        Message = "…",
        MessageEn = "…",
    };
}
