namespace OrdosPipeline.Core.Intake;

/// <summary>Finds rows by their number. Readers go down a sheet, so the search starts from the row that was asked for last.</summary>
/// <param name="rows">By ascending number; far apart ones are not cheap to get at, see <see cref="Sheet"/>.</param>
internal sealed class RowFinder(IReadOnlyList<SheetRow> rows)
{
    /// <summary>A row that others are merged with lies above them and is asked for again and again.</summary>
    private const int MostRemembered = 256;

    private readonly Dictionary<int, SheetRow?> remembered = [];
    private SheetRow? last;
    private int lastIndex;

    /// <summary>The row; null where it holds nothing.</summary>
    public SheetRow? Find(int number)
    {
        if (last?.Number == number)
            return last;
        if (remembered.TryGetValue(number, out var known))
            return known;
        var (index, row) = Search(number);
        if (row is null || index < lastIndex)
        {
            if (remembered.Count == MostRemembered)
                remembered.Clear();
            remembered[number] = row;
        }
        else
            (last, lastIndex) = (row, index);
        return row;
    }

    /// <summary>In steps that double, away from the last row, then between the last two of these.</summary>
    private (int Index, SheetRow? Row) Search(int number)
    {
        if (rows.Count == 0)
            return (-1, null);
        var (low, high) = (lastIndex, lastIndex);
        if (number >= rows[lastIndex].Number)
        {
            for (var step = 1; high < rows.Count - 1 && rows[high].Number < number; step *= 2)
                (low, high) = (high, Math.Min(high + step, rows.Count - 1));
        }
        else
        {
            for (var step = 1; low > 0 && rows[low].Number > number; step *= 2)
                (low, high) = (Math.Max(low - step, 0), low);
        }

        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var row = rows[middle];
            if (row.Number == number)
                return (middle, row);
            (low, high) = row.Number < number ? (middle + 1, high) : (low, middle - 1);
        }

        return (-1, null);
    }
}
