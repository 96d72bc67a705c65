using System.Globalization;

namespace OrdosPipeline.Core.Plan;

/// <summary>One calendar quarter that departments report on and that is closed with a summary, such as <c>2023Q3</c>.</summary>
public readonly record struct ReportingQuarter : IComparable<ReportingQuarter>
{
    /// <param name="year">Calendar year, 1 to 9999.</param>
    /// <param name="number">1 to 4.</param>
    public ReportingQuarter(int year, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 4);
        Year = year;
        Number = number;
    }

    public int Year { get; }

    /// <summary>1 to 4.</summary>
    public int Number { get; }

    public DateOnly LastDay => new(Year, Number * 3, DateTime.DaysInMonth(Year, Number * 3));

    public ReportingQuarter Previous => Number == 1 ? new(Year - 1, 4) : new(Year, Number - 1);

    public ReportingQuarter Next => Number == 4 ? new(Year + 1, 1) : new(Year, Number + 1);

    /// <summary>The quarter in which <paramref name="day"/> lies.</summary>
    public static ReportingQuarter Of(DateOnly day) => new(day.Year, (day.Month + 2) / 3);

    public static bool TryParse(string? text, out ReportingQuarter quarter)
    {
        quarter = default;
        if (text is not { Length: 6 } || text[4] is not ('Q' or 'q') || text[5] is < '1' or > '4'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year == 0)
            return false;
        quarter = new(year, text[5] - '0');
        return true;
    }

    /// <exception cref="FormatException"><paramref name="text"/> is not of the form <c>2023Q3</c>.</exception>
    public static ReportingQuarter Parse(string text) =>
        TryParse(text, out var quarter) ? quarter : throw new FormatException($"'{text}' is not a quarter such as 2023Q3.");

    public int CompareTo(ReportingQuarter other) => (Year * 4 + Number).CompareTo(other.Year * 4 + other.Number);

    public static bool operator <(ReportingQuarter left, ReportingQuarter right) => left.CompareTo(right) < 0;

    public static bool operator >(ReportingQuarter left, ReportingQuarter right) => left.CompareTo(right) > 0;

    public static bool operator <=(ReportingQuarter left, ReportingQuarter right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ReportingQuarter left, ReportingQuarter right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}Q{Number}");
}
