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

    private readonly PackedRows rows = new();
    private readonly List<(int ColumnNumber, Cell Cell)> current = [];

    public IReadOnlyList<SheetRow> Rows => rows;

    /// <summary>Whether a sheet has the row of a cell, which may be one of a text file.</summary>
    public static bool IsOnSheet(CellAddress address) => address.RowNumber <= MaxRowNumber;

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
        if (rowNumber < 1 || rowNumber > maxRowNumber || rowNumber <= rows.LastNumber)
            throw new FileFaultException(FileFaultKind.Unreadable);
        if (current.Count == 0)
            return;

        for (var index = 1; index < current.Count; index++)
        {
            if (current[index].ColumnNumber <= current[index - 1].ColumnNumber)
                throw new FileFaultException(FileFaultKind.Unreadable);
        }

        rows.Add(new SheetRow(rowNumber, RowCells.Of(current)), current.Count);
        current.Clear();
    }
}
