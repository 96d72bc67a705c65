using System.Collections;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Reading;

/// <summary>
/// The rows of a sheet, packed page by page but for those added last: an object for each of a million rows, with a string for
/// each cell, would take many times the file. Whoever goes through the rows has the page at hand and the one before it.
/// </summary>
internal sealed class PackedRows : IReadOnlyList<SheetRow>
{
    /// <summary>The usual file has fewer and is never packed. Unpacked, a page takes some five megabytes.</summary>
    public const int CellsOfPage = 1 << 16;

    private readonly List<(int FirstIndex, byte[] Bytes)> packed = [];
    private List<SheetRow> open = [];
    private int firstOpen;
    private int openCells;
    private Page? recent;
    private Page? before;

    public int Count => firstOpen + open.Count;

    /// <summary>Of the last row; 0 where there is none.</summary>
    public int LastNumber => open.Count > 0 ? open[^1].Number : 0;

    public SheetRow this[int index]
    {
        get
        {
            if (index >= firstOpen)
                return open[index - firstOpen];
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            if (recent is { } first && first.Find(index) is { } row)
                return row;
            if (before is { } second && second.Find(index) is { } other)
                return other;
            (before, recent) = (recent, Unpacked(index));
            return recent.Find(index)!;
        }
    }

    /// <param name="row">Below all others.</param>
    /// <param name="cells">How many of its cells hold something.</param>
    public void Add(SheetRow row, int cells)
    {
        // Before a row is added, so that the last row is never packed.
        if (openCells >= CellsOfPage)
        {
            packed.Add((firstOpen, RowPacker.Pack(open)));
            (firstOpen, openCells, open) = (Count, 0, []);
        }

        open.Add(row);
        openCells += cells;
    }

    public IEnumerator<SheetRow> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
            yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Page Unpacked(int index)
    {
        var (low, high) = (0, packed.Count - 1);
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            (low, high) = packed[middle].FirstIndex <= index ? (middle, high) : (low, middle - 1);
        }

        return new Page(packed[low].FirstIndex, RowPacker.Unpack(packed[low].Bytes));
    }

    private sealed record Page(int FirstIndex, SheetRow[] Rows)
    {
        public SheetRow? Find(int index) => index >= FirstIndex && index - FirstIndex < Rows.Length ? Rows[index - FirstIndex] : null;
    }
}
