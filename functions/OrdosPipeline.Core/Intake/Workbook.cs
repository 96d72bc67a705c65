namespace OrdosPipeline.Core.Intake;

public enum FileFormat
{
    Xlsx,
    Xls,
    Csv,
}

/// <summary>An opened file: its sheets as grids of cells, whatever program wrote it. A CSV file has one sheet without a name.</summary>
/// <param name="Format">By content, never by extension.</param>
/// <param name="Sheets">In the order of their tabs.</param>
/// <param name="HasDrawingsOrLinks">Whether it holds external links or embedded objects, which are never followed.</param>
public sealed record Workbook(FileFormat Format, IReadOnlyList<Sheet> Sheets, bool HasDrawingsOrLinks = false)
{
    /// <summary>How the characters of a CSV file were read; null for any other file.</summary>
    public TextForm? Text { get; init; }

    /// <summary>Of a workbook that was made as a template; null for any other, and where a program has dropped it.</summary>
    public TemplateTag? Template { get; init; }
}

/// <param name="Name">Null in a CSV file.</param>
/// <param name="IsHidden">Hidden sheets are not read.</param>
/// <param name="Rows">
/// The rows that hold anything, by ascending number; hidden rows among them. A long list is kept packed and unpacked where it
/// is read, so going through it is cheap and jumping about in it is not.
/// </param>
/// <param name="Merges">The merged ranges. Only the top left cell of one holds a value.</param>
public sealed record Sheet(string? Name, bool IsHidden, IReadOnlyList<SheetRow> Rows, IReadOnlyList<MergedRange> Merges);

/// <param name="Number">1-based, as the program shows it.</param>
/// <param name="Cells">From the first column on, without trailing blanks.</param>
public sealed record SheetRow(int Number, IReadOnlyList<Cell> Cells)
{
    /// <param name="columnNumber">1-based; a column beyond the last cell is blank.</param>
    public Cell At(int columnNumber) => columnNumber <= Cells.Count ? Cells[columnNumber - 1] : default;
}

/// <summary>A merged range, both corners included.</summary>
public readonly record struct MergedRange(CellAddress TopLeft, CellAddress BottomRight)
{
    public bool Contains(CellAddress cell) =>
        cell.RowNumber >= TopLeft.RowNumber && cell.RowNumber <= BottomRight.RowNumber
        && cell.ColumnNumber >= TopLeft.ColumnNumber && cell.ColumnNumber <= BottomRight.ColumnNumber;
}
