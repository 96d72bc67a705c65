using System.Globalization;

namespace OrdosPipeline.Core.Plan;

/// <summary>What stretch of a calendar year a <see cref="Period"/> covers.</summary>
public enum PeriodKind
{
    /// <summary>January to December: <c>2023</c>.</summary>
    Year,

    /// <summary>One quarter alone: <c>2023Q3</c>.</summary>
    Quarter,

    /// <summary>January to the end of a quarter: <c>2023Q3YTD</c>.</summary>
    QuarterYearToDate,

    /// <summary>One month alone: <c>2023M08</c>.</summary>
    Month,

    /// <summary>January to the end of a month that ends no quarter: <c>2023M08YTD</c>.</summary>
    MonthYearToDate,
}

/// <summary>
/// The stretch of time that a value is about, in its one canonical spelling. Two periods are equal exactly
/// when they cover the same months.
/// </summary>
/// <remarks>
/// The factories pick the spelling: January to December is the year, January to March the first quarter,
/// January to September <c>2023Q3YTD</c>, January alone <c>2023M01</c>. Ordered by end, then by start.
/// </remarks>
public readonly record struct Period : IComparable<Period>
{
    private readonly int number;

    private Period(int year, PeriodKind kind, int number)
    {
        Year = year;
        Kind = kind;
        this.number = number;
    }

    public int Year { get; }

    public PeriodKind Kind { get; }

    /// <summary>The first month covered, 1 to 12.</summary>
    public int FirstMonth => Kind switch
    {
        PeriodKind.Quarter => number * 3 - 2,
        PeriodKind.Month => number,
        _ => 1,
    };

    /// <summary>The last month covered, 1 to 12.</summary>
    public int LastMonth => Kind switch
    {
        PeriodKind.Year => 12,
        PeriodKind.Quarter or PeriodKind.QuarterYearToDate => number * 3,
        _ => number,
    };

    /// <summary>Whether the period starts in January, so that a running total of the year fits it.</summary>
    public bool StartsInJanuary => FirstMonth == 1;

    /// <summary>The last day covered.</summary>
    public DateOnly LastDay => new(Year, LastMonth, DateTime.DaysInMonth(Year, LastMonth));

    /// <summary>The quarter in which the period ends.</summary>
    public ReportingQuarter EndQuarter => new(Year, (LastMonth + 2) / 3);

    /// <summary>January to the end of the period: of the third quarter 2023Q3YTD.</summary>
    public Period FromJanuary => Covering(Year, 1, LastMonth)!.Value;

    public static Period FullYear(int year) => new(Checked(year), PeriodKind.Year, 0);

    /// <param name="year">Calendar year.</param>
    /// <param name="quarter">1 to 4.</param>
    public static Period Quarter(int year, int quarter) => new(Checked(year), PeriodKind.Quarter, Checked(quarter, 4));

    /// <param name="year">Calendar year.</param>
    /// <param name="month">1 to 12.</param>
    public static Period Month(int year, int month) => new(Checked(year), PeriodKind.Month, Checked(month, 12));

    /// <summary>January to the end of a quarter, 1 to 4.</summary>
    public static Period QuarterYearToDate(int year, int quarter) => MonthYearToDate(year, Checked(quarter, 4) * 3);

    /// <summary>January to the end of a month, 1 to 12.</summary>
    public static Period MonthYearToDate(int year, int month) => Checked(month, 12) switch
    {
        1 => Month(year, 1),
        3 => Quarter(year, 1),
        12 => FullYear(year),
        6 or 9 => new(Checked(year), PeriodKind.QuarterYearToDate, month / 3),
        _ => new(Checked(year), PeriodKind.MonthYearToDate, month),
    };

    /// <summary>The period that covers exactly the months given, or null when the plan's statistics know none (such as April to August).</summary>
    public static Period? Covering(int year, int firstMonth, int lastMonth)
    {
        if (firstMonth == 1)
            return MonthYearToDate(year, lastMonth);
        if (firstMonth == lastMonth)
            return Month(year, firstMonth);
        return lastMonth - firstMonth == 2 && lastMonth % 3 == 0 ? Quarter(year, lastMonth / 3) : null;
    }

    /// <summary>
    /// The key of this period for a level at the end of a period: only its end matters, so the third quarter,
    /// January to September, September and 30 September are all <c>2023Q3</c>.
    /// </summary>
    public Period ToInstant() => LastMonth switch
    {
        12 => FullYear(Year),
        3 or 6 or 9 => Quarter(Year, LastMonth / 3),
        _ => Month(Year, LastMonth),
    };

    /// <summary>The period under which a value of <paramref name="measure"/> is stored.</summary>
    public Period KeyFor(Measure measure) => measure.IsInstant() ? ToInstant() : this;

    /// <summary>Reads any canonical text, also <c>2023Q4YTD</c>, <c>2023M12YTD</c>, <c>2023Q1YTD</c>, <c>2023M03YTD</c> and <c>2023M01YTD</c>, which name periods with a shorter spelling.</summary>
    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        if (text is null || text.Length < 4
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year == 0)
            return false;
        var rest = text.AsSpan(4);
        if (rest.IsEmpty)
        {
            period = FullYear(year);
            return true;
        }

        var yearToDate = rest.EndsWith("YTD", StringComparison.Ordinal);
        if (yearToDate)
            rest = rest[..^3];
        var digits = rest.IsEmpty ? 0 : rest[0] switch { 'Q' => 1, 'M' => 2, _ => 0 };
        if (digits == 0 || rest.Length != 1 + digits
            || !int.TryParse(rest[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number < 1 || number > (digits == 1 ? 4 : 12))
            return false;
        period = (digits, yearToDate) switch
        {
            (1, true) => QuarterYearToDate(year, number),
            (1, false) => Quarter(year, number),
            (2, true) => MonthYearToDate(year, number),
            _ => Month(year, number),
        };
        return true;
    }

    /// <exception cref="FormatException"><paramref name="text"/> is not canonical.</exception>
    public static Period Parse(string text) =>
        TryParse(text, out var period) ? period : throw new FormatException($"'{text}' is not a period such as 2023, 2023Q3, 2023Q3YTD, 2023M08 or 2023M08YTD.");

    public int CompareTo(Period other)
    {
        var byEnd = (Year * 12 + LastMonth).CompareTo(other.Year * 12 + other.LastMonth);
        return byEnd != 0 ? byEnd : FirstMonth.CompareTo(other.FirstMonth);
    }

    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    /// <summary>The canonical text.</summary>
    public override string ToString() => Kind switch
    {
        PeriodKind.Year => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}"),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}Q{number}"),
        PeriodKind.QuarterYearToDate => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}Q{number}YTD"),
        PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}M{number:D2}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}M{number:D2}YTD"),
    };

    private static int Checked(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        return year;
    }

    private static int Checked(int number, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, most);
        return number;
    }
}
