using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation;

/// <summary>Which cells have had a finding of a code. A million rows with one each, below each other, take a bit for each.</summary>
internal sealed class SeenCells
{
    private const int RowsOfBlock = 64;

    private readonly Dictionary<(string Code, int Sheet, int Column, int Block), ulong> blocks = [];

    /// <summary>Whether the cell is new, which it is once.</summary>
    public bool Add(string code, int sheetIndex, CellAddress cell)
    {
        var key = (code, sheetIndex, cell.ColumnNumber, cell.RowNumber / RowsOfBlock);
        var bit = 1UL << (cell.RowNumber % RowsOfBlock);
        var seen = blocks.GetValueOrDefault(key);
        if ((seen & bit) != 0)
            return false;
        blocks[key] = seen | bit;
        return true;
    }
}
