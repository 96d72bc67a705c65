namespace OrdosPipeline.Core.Intake;

/// <summary>A sheet as a table reader looks at it: as it stands, or with rows and columns exchanged.</summary>
internal sealed class Grid
{
    private readonly RowFinder finder;
    private readonly Dictionary<(int Row, int Column), CellAddress> merged = [];

    private Grid(Sheet sheet, IReadOnlyList<SheetRow> rows, IReadOnlyList<MergedRange> merges, bool isTransposed)
    {
        (Sheet, Rows, Merges, IsTransposed) = (sheet, rows, merges, isTransposed);
        finder = new RowFinder(rows);
        // A merge over more cells than any header or group has is decoration; the bound keeps a hostile file from filling the memory.
        var budget = 200_000;
        foreach (var merge in merges)
        {
            var cells = (long)(merge.BottomRight.RowNumber - merge.TopLeft.RowNumber + 1) * (merge.BottomRight.ColumnNumber - merge.TopLeft.ColumnNumber + 1);
            if (cells is < 2 or > 20_000 || (budget -= (int)cells) < 0)
                continue;
            for (var row = merge.TopLeft.RowNumber; row <= merge.BottomRight.RowNumber; row++)
            {
                for (var column = merge.TopLeft.ColumnNumber; column <= merge.BottomRight.ColumnNumber; column++)
                    merged[(row, column)] = merge.TopLeft;
            }
        }
    }

    public Sheet Sheet { get; }

    /// <summary>By ascending number.</summary>
    public IReadOnlyList<SheetRow> Rows { get; }

    public IReadOnlyList<MergedRange> Merges { get; }

    public bool IsTransposed { get; }

    public static Grid Of(Sheet sheet) => new(sheet, sheet.Rows, sheet.Merges, isTransposed: false);

    /// <summary>Whether a sheet with rows and columns exchanged has no more columns than a table may have.</summary>
    public static bool CanBeTransposed(Sheet sheet) => sheet.Rows.Count is > 0 and <= 500 && sheet.Rows[^1].Number <= 2_000;

    /// <summary>The sheet with rows and columns exchanged.</summary>
    /// <param name="sheet">See <see cref="CanBeTransposed"/>.</param>
    /// <param name="around">Numbers of its rows that are no part of a table.</param>
    public static Grid Transposed(Sheet sheet, IReadOnlySet<int> around)
    {
        var width = sheet.Rows.Max(row => row.Cells.Count);
        var rows = new List<SheetRow>();
        for (var column = 1; column <= Math.Min(width, 16_384); column++)
        {
            var cells = new List<Cell>();
            foreach (var row in sheet.Rows)
            {
                var cell = row.At(column);
                if (cell.IsBlank || around.Contains(row.Number))
                    continue;
                while (cells.Count < row.Number - 1)
                    cells.Add(default);
                cells.Add(cell);
            }

            if (cells.Count > 0)
                rows.Add(new SheetRow(column, cells));
        }

        return new Grid(sheet, rows, [.. sheet.Merges.Select(m => new MergedRange(Exchanged(m.TopLeft), Exchanged(m.BottomRight)))], isTransposed: true);
    }

    /// <summary>The cell itself; blank within a merge, but for its first cell.</summary>
    public Cell At(int rowNumber, int columnNumber) => finder.Find(rowNumber) is { } row ? row.At(columnNumber) : default;

    /// <summary>The cell, or the one whose merge covers it, and where that stands.</summary>
    public (Cell Cell, int RowNumber, int ColumnNumber) Filled(int rowNumber, int columnNumber)
    {
        if (merged.Count > 0 && merged.TryGetValue((rowNumber, columnNumber), out var first))
            return (At(first.RowNumber, first.ColumnNumber), first.RowNumber, first.ColumnNumber);
        return (At(rowNumber, columnNumber), rowNumber, columnNumber);
    }

    /// <summary>Where a cell of the grid stands in the file.</summary>
    public CellAddress Address(int rowNumber, int columnNumber) => IsTransposed ? new(columnNumber, rowNumber) : new(rowNumber, columnNumber);

    /// <summary>A row that was left out, at its first words, which tell people more than its serial number.</summary>
    public SkippedRow Skipped(SheetRow row, SkipReason reason)
    {
        var filled = Enumerable.Range(1, row.Cells.Count).Where(column => !row.At(column).IsBlank);
        var at = filled.Where(column => row.At(column).Text.Any(char.IsLetter)).Concat(filled).FirstOrDefault(1);
        return new(Address(row.Number, at), reason, row.At(at).Text);
    }

    private static CellAddress Exchanged(CellAddress address) => new(address.ColumnNumber, address.RowNumber);
}
