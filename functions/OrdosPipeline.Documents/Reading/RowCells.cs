using System.Collections;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Reading;

/// <summary>The cells of a row in as little memory as they need.</summary>
internal static class RowCells
{
    /// <param name="filled">The cells that hold something by their ascending column numbers; at least one.</param>
    public static IReadOnlyList<Cell> Of(List<(int ColumnNumber, Cell Cell)> filled)
    {
        var width = filled[^1].ColumnNumber;

        // One cell in column XFD must not cost the memory of 16,384.
        if (width > 64 && width > filled.Count * 4)
            return new SparseCells([.. filled.Select(c => c.ColumnNumber - 1)], [.. filled.Select(c => c.Cell)]);

        // A text needs a fifth of the memory of a cell, and a long export is nothing but texts.
        if (filled.TrueForAll(c => c.Cell.Kind == CellKind.Text))
        {
            var texts = new string?[width];
            foreach (var (columnNumber, cell) in filled)
                texts[columnNumber - 1] = cell.Text;
            return new TextCells(texts);
        }

        var cells = new Cell[width];
        foreach (var (columnNumber, cell) in filled)
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
