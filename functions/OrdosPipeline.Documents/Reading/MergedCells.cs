using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Reading;

/// <summary>Makes merged ranges of what files say of them.</summary>
internal static class MergedCells
{
    /// <param name="corner">Of the range.</param>
    /// <param name="opposite">The corner across.</param>
    /// <exception cref="FileFaultException">A corner lies outside of any sheet: what the range covers cannot be known.</exception>
    public static MergedRange Between(CellAddress corner, CellAddress opposite)
    {
        var range = new MergedRange(
            new(Math.Min(corner.RowNumber, opposite.RowNumber), Math.Min(corner.ColumnNumber, opposite.ColumnNumber)),
            new(Math.Max(corner.RowNumber, opposite.RowNumber), Math.Max(corner.ColumnNumber, opposite.ColumnNumber)));
        return range.TopLeft is { RowNumber: >= 1, ColumnNumber: >= 1 } && range.BottomRight is { RowNumber: <= RowBuilder.MaxRowNumber, ColumnNumber: <= RowBuilder.MaxColumnNumber }
            ? range
            : throw new FileFaultException(FileFaultKind.Unreadable);
    }
}
