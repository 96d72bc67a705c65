using System.Globalization;

namespace OrdosPipeline.Core.Intake;

/// <summary>Where a cell is. Numbers are 1-based, as a person counts; in a CSV file records and fields are counted.</summary>
public readonly record struct CellAddress(int RowNumber, int ColumnNumber) : IComparable<CellAddress>
{
    /// <summary>The column as letters: 1 is A, 27 is AA.</summary>
    public static string ColumnLetters(int columnNumber)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columnNumber, 1);
        var letters = "";
        for (var rest = columnNumber; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + (rest - 1) % 26) + letters;
        return letters;
    }

    /// <summary>Reads an address such as <c>C7</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CellAddress address)
    {
        address = default;
        var column = 0;
        var index = 0;
        for (; index < text.Length && index < 4 && char.IsAsciiLetter(text[index]); index++)
            column = column * 26 + (char.ToUpperInvariant(text[index]) - 'A' + 1);
        if (index == 0 || !int.TryParse(text[index..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) || row < 1)
            return false;
        address = new CellAddress(row, column);
        return true;
    }

    public int CompareTo(CellAddress other) => (RowNumber, ColumnNumber).CompareTo((other.RowNumber, other.ColumnNumber));

    public static bool operator <(CellAddress left, CellAddress right) => left.CompareTo(right) < 0;

    public static bool operator >(CellAddress left, CellAddress right) => left.CompareTo(right) > 0;

    public static bool operator <=(CellAddress left, CellAddress right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CellAddress left, CellAddress right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ColumnLetters(ColumnNumber)}{RowNumber}");
}

/// <summary>A block of cells, both corners included.</summary>
public readonly record struct CellRange(CellAddress TopLeft, CellAddress BottomRight)
{
    /// <summary>Such as A3:F4; a single cell as A3.</summary>
    public override string ToString() => TopLeft == BottomRight ? TopLeft.ToString() : $"{TopLeft}:{BottomRight}";
}
