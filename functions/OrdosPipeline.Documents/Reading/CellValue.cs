using System.Globalization;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Reading;

/// <summary>Makes cells of the numbers that spreadsheets store.</summary>
internal static class CellValue
{
    /// <summary>Days between the first days of the two date systems.</summary>
    private const int Days1904 = 1462;

    private static readonly DateTime Day0 = new(1899, 12, 30);

    /// <summary>2100-01-01 and far beyond: Excel's last day is 9999-12-31.</summary>
    private const double LastSerial = 2_958_465;

    /// <summary>A format with more commas shows nothing that anybody could have checked.</summary>
    private const int MostTens = 12;

    public static Cell Of(double number, NumberFormat format, bool isDate1904)
    {
        // Excel stores no such number; other programs do.
        if (!double.IsFinite(number))
            return Cell.OfError("#NUM!");
        if (!TryShortest(number, out var shortest))
            return Cell.OfText(number.ToString(CultureInfo.InvariantCulture));
        if (format.HasDate && Date(number, isDate1904) is { } date)
        {
            var shown = format.HasTime && date.TimeOfDay != TimeSpan.Zero ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd";
            return Cell.OfDate(DateOnly.FromDateTime(date), shortest, date.ToString(shown, CultureInfo.InvariantCulture));
        }

        if (format is { HasTime: true, HasDate: false } && number is >= 0 and < 1)
            return Cell.OfText(TimeOnly.MinValue.Add(TimeSpan.FromSeconds(Math.Round(number * 86_400))).ToString("HH:mm:ss", CultureInfo.InvariantCulture));

        // Beyond that the hundredfold is no decimal, and no honest percentage either.
        if (format.IsPercent && Math.Abs(number) < 1e20)
            return format.Shape.HasWords ? Cell.OfText(Worded(Full(shortest * 100) + "%", format.Shape)) : Cell.OfNumber(shortest, Full(shortest * 100) + "%", isPercent: true);
        for (var tens = Math.Min(format.Shape.DividedByTens, MostTens); tens > 0; tens--)
            shortest /= 10;
        return format.Shape.HasWords ? Cell.OfText(Worded(Full(shortest), format.Shape)) : Cell.OfNumber(shortest, Full(shortest));
    }

    /// <summary>Of a cell that stores its day as ISO text.</summary>
    public static Cell Of(DateTime date, bool isDate1904) => Of(Serial(date, isDate1904), new NumberFormat(false, true, true), isDate1904);

    public static double Serial(DateTime date, bool isDate1904)
    {
        var serial = (date - Day0).TotalDays;

        // Before March 1900 the serial is one less, because Excel counts a 29 February 1900.
        return isDate1904 ? serial - Days1904 : serial < 61 ? serial - 1 : serial;
    }

    /// <summary>The shortest decimal that reads back to the double: 0.453 and not 0.45300000000000001.</summary>
    private static bool TryShortest(double number, out decimal shortest) =>
        decimal.TryParse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out shortest);

    private static string Worded(string number, NumberShape shape) => shape.Before + number + shape.Behind;

    private static string Full(decimal number) => number.ToString("0.#############################", CultureInfo.InvariantCulture);

    private static DateTime? Date(double serial, bool isDate1904)
    {
        var days = isDate1904 ? serial + Days1904 : serial < 60 ? serial + 1 : serial;

        // No day has the serial 0, and 60 is a day that never was.
        if (serial < (isDate1904 ? 0 : 1) || (!isDate1904 && Math.Floor(serial) == 60) || days > LastSerial + 1)
            return null;
        return Day0.AddSeconds(Math.Round(days * 86_400));
    }
}
