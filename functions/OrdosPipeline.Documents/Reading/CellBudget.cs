using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Reading;

/// <summary>Counts what is read from one file against its limits.</summary>
internal sealed class CellBudget(IntakeLimits limits, CancellationToken cancellationToken)
{
    private int cells;

    /// <summary>To read the same file once more.</summary>
    public CellBudget(CellBudget other)
        : this(other.Limits, other.CancellationToken)
    {
    }

    private IntakeLimits Limits => limits;

    public int CellCharacters => limits.CellCharacters;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Counts a cell that holds something, or a merged range: neither may grow without bounds.</summary>
    public void Count()
    {
        if (++cells > limits.Cells)
            throw new FileFaultException(FileFaultKind.TooLarge, nameof(IntakeLimits.Cells));
    }

    public string Checked(string text) =>
        text.Length <= limits.CellCharacters ? text : throw new FileFaultException(FileFaultKind.TooLarge, nameof(IntakeLimits.CellCharacters));
}
