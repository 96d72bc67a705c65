using System.Collections;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Reading;

/// <summary>Collects the rows of one sheet.</summary>
/// <param name="budget">Counts the cells.</param>
/// <param name="maxRowNumber">A text file may have more rows than a sheet.</param>
internal sealed class RowBuilder(CellBudget budget, int maxRowNumber = RowBuilder.MaxRowNumber)
{
    /// <summary>As Excel defines its sheets.</summary>
    public const int MaxRowNumber = 1_048_576;

    /// <inheritdoc cref="MaxRowNumber"/>
    public const int MaxColumnNumber = 16_384;

    private readonly List<SheetRow> rows = [];
    private readonly List<(int ColumnNumber, Cell Cell)> current = [];

    public IReadOnlyList<SheetRow> Rows => rows;

    public void Add(int columnNumber, Cell cell)
    {
        if (cell.IsBlank)
            return;
        if (columnNumber is < 1 or > MaxColumnNumber)
            throw new FileFaultException(FileFaultKind.Unreadable);
        budget.Count();
        current.Add((columnNumber, cell));
    }

    public void EndRow(int rowNumber)
    {
        budget.CancellationToken.ThrowIfCancellationRequested();
        if (rowNumber < 1 || rowNumber > maxRowNumber || (rows.Count > 0 && rowNumber <= rows[^1].Number))
            throw new FileFaultException(FileFaultKind.Unreadable);
        if (current.Count == 0)
            return;

        for (var index = 1; index < current.Count; index++)
        {
            if (current[index].ColumnNumber <= current[index - 1].ColumnNumber)
                throw new FileFaultException(FileFaultKind.Unreadable);
        }

        rows.Add(new SheetRow(rowNumber, Compact()));
        current.Clear();
    }

    private IReadOnlyList<Cell> Compact()
    {
        var width = current[^1].ColumnNumber;

        // One cell in column XFD must not cost the memory of 16,384.
        if (width > 64 && width > current.Count * 4)
            return new SparseCells([.. current.Select(c => c.ColumnNumber - 1)], [.. current.Select(c => c.Cell)]);

        // A text needs a fifth of the memory of a cell, and a long export is nothing but texts.
        if (current.TrueForAll(c => c.Cell.Kind == CellKind.Text))
        {
            var texts = new string?[width];
            foreach (var (columnNumber, cell) in current)
                texts[columnNumber - 1] = cell.Text;
            return new TextCells(texts);
        }

        var cells = new Cell[width];
        foreach (var (columnNumber, cell) in current)
            cells[columnNumber - 1] = cell;
        return cells;
    }

    private sealed class TextCells(string?[] texts) : IReadOnlyList<Cell>
    {
        public int Count => texts.Length;

        public Cell this[int index] => texts[index] is { } text ? Cell.OfText(text) : default;

        public IEnumerator<Cell> GetEnumerator()
        {
            for (var index = 0; index < texts.Length; index++)
                yield return this[index];
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class SparseCells(int[] indexes, Cell[] cells) : IReadOnlyList<Cell>
    {
        public int Count => indexes[^1] + 1;

        public Cell this[int index]
        {
            get
            {
                ArgumentOutOfRangeException.ThrowIfNegative(index);
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
                var position = Array.BinarySearch(indexes, index);
                return position < 0 ? default : cells[position];
            }
        }

        public IEnumerator<Cell> GetEnumerator()
        {
            var position = 0;
            for (var index = 0; index < Count; index++)
                yield return indexes[position] == index ? cells[position++] : default;
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
