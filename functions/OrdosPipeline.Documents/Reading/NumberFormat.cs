using System.Collections.Concurrent;

namespace OrdosPipeline.Documents.Reading;

/// <summary>What a number format makes of a number, as far as reading it is concerned.</summary>
/// <param name="IsPercent">A hundredfold with a percent sign.</param>
/// <param name="HasDate">A day, a month or a year.</param>
/// <param name="HasTime">Hours, minutes or seconds.</param>
internal sealed record NumberFormat(bool IsPercent, bool HasDate, bool HasTime)
{
    private static readonly ConcurrentDictionary<string, NumberFormat> Parsed = new(StringComparer.Ordinal);

    /// <summary>Of a number that is no date.</summary>
    public NumberShape Shape { get; private init; } = NumberShape.Plain;

    public static NumberFormat General { get; } = new(false, false, false);

    /// <summary>
    /// The formats that have a number instead of a code in the file: ECMA-376 part 1, 18.8.30, with those that Chinese
    /// versions of the programs add (27 to 36 and 50 to 58).
    /// </summary>
    public static NumberFormat OfBuiltIn(int id) => id switch
    {
        9 or 10 => new(true, false, false),
        >= 14 and <= 17 or >= 27 and <= 31 or 36 or >= 50 and <= 54 or 57 or 58 => new(false, true, false),
        22 => new(false, true, true),
        >= 18 and <= 21 or >= 32 and <= 35 or >= 45 and <= 47 or 55 or 56 => new(false, false, true),
        _ => General,
    };

    /// <summary>Of a format code such as <c>yyyy"年"m"月"</c>.</summary>
    public static NumberFormat Of(string? code)
    {
        if (string.IsNullOrEmpty(code))
            return General;

        // A hostile file may hold any number of codes.
        if (Parsed.Count > 10_000)
            Parsed.Clear();
        return Parsed.GetOrAdd(code, Parse);
    }

    private static NumberFormat Parse(string code)
    {
        if (code.Equals("General", StringComparison.OrdinalIgnoreCase) || code == "@")
            return General;
        var (percent, year, month, day, time) = (false, false, false, false, false);
        for (var index = 0; index < code.Length; index++)
        {
            switch (code[index])
            {
                // The first section is the one for positive numbers.
                case ';':
                    return Result();
                case '"':
                    index = End(code, index, '"');
                    break;
                case '\\' or '_' or '*':
                    index++;
                    break;
                case '[':
                    var end = End(code, index, ']');
                    time |= end - index <= 3 && code[index + 1] is 'h' or 'H' or 'm' or 'M' or 's' or 'S';
                    index = end;
                    break;
                case 'G' or 'g' when code.AsSpan(index).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    index += "General".Length - 1;
                    break;
                case 'E' or 'e' when index + 1 < code.Length && code[index + 1] is '+' or '-':
                    index++;
                    break;
                case '%':
                    percent = true;
                    break;
                case 'y' or 'Y' or 'e' or 'E' or 'g' or 'b':
                    year = true;
                    break;
                case 'd' or 'D':
                    day = true;
                    break;
                case 'a' or 'A' when code.AsSpan(index).StartsWith("aaa", StringComparison.OrdinalIgnoreCase):
                    day = true;
                    break;
                case 'm' or 'M':
                    month = true;
                    break;
                case 'h' or 'H' or 's' or 'S':
                    time = true;
                    break;
            }
        }

        return Result();

        // A lone m beside hours or seconds is minutes.
        NumberFormat Result()
        {
            var hasDate = year || day || (month && !time);
            return new(percent, hasDate, time) { Shape = hasDate || time ? NumberShape.Plain : NumberShape.Of(code) };
        }
    }

    private static int End(string code, int start, char closing) =>
        code.IndexOf(closing, start + 1) is >= 0 and var end ? end : code.Length - 1;
}
