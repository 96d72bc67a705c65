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

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Counts a cell that holds something, or a merged range: neither may grow without bounds.</summary>
    public void Count()
    {
        if (++cells > limits.Cells)
            throw LimitFault.Cells(limits);
    }

    public string Checked(string text)
    {
        CheckLength(text.Length);
        return text;
    }

    public void CheckLength(int characters)
    {
        if (characters > limits.CellCharacters)
            throw LimitFault.CellCharacters(limits);
    }
}
