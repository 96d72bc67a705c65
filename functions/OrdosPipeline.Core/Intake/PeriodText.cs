using System.Globalization;
using System.Text.RegularExpressions;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

public enum PeriodOutcome
{
    Missing,
    Unreadable,

    /// <summary>Readable but for the year, which neither the text nor the table gives.</summary>
    YearMissing,

    /// <summary>A bare year below a title or line that names a part of the year: it may be either.</summary>
    YearOrPart,
    Read,
}

/// <param name="Outcome">Whether a period could be read.</param>
/// <param name="Period">The period read; meaningless otherwise.</param>
public readonly record struct PeriodReading(PeriodOutcome Outcome, Period Period)
{
    public bool IsRead => Outcome == PeriodOutcome.Read;

    public static implicit operator PeriodReading(PeriodOutcome outcome) => new(outcome, default);

    internal static PeriodReading Of(Period? period) => period is { } known ? new PeriodReading(PeriodOutcome.Read, known) : PeriodOutcome.Unreadable;
}

/// <summary>Reads a period in any spelling that departments use. Which stretch a spelling means is the table of DESIGN, section 6.</summary>
public static partial class PeriodText
{
    /// <summary>The longest text that is looked at; every spelling is far shorter.</summary>
    private const int LongestText = 60;

    /// <param name="cell">A text, a date, or a number such as 2023 or 202309.</param>
    /// <param name="defaultYear">Completes a period without a year, such as 三季度.</param>
    public static PeriodReading Read(Cell cell, int? defaultYear = null)
    {
        switch (cell.Kind)
        {
            case CellKind.Blank:
                return PeriodOutcome.Missing;
            case CellKind.Text:
                return Read(cell.Text, defaultYear);
            case CellKind.Date:
                // 2023 typed into a cell that is formatted as a date is the year, not a day of 1905.
                return cell.Number is >= 1990 and <= 2100 && decimal.IsInteger(cell.Number)
                    ? PeriodReading.Of(Period.FullYear((int)cell.Number))
                    : PeriodReading.Of(Period.Month(cell.Date.Year, cell.Date.Month));
            case CellKind.Number:
                if (decimal.IsInteger(cell.Number))
                    return Read(cell.Number.ToString("0", CultureInfo.InvariantCulture), null);
                // The numbers 2023.1 and 2023.10 are the same: only what is shown tells January from October.
                var shown = CompactText.Of(cell.Text);
                return cell.IsPercent || (decimal.IsInteger(cell.Number * 10) && cell.Number * 10 % 10 == 1 && !shown.EndsWith("10", StringComparison.Ordinal))
                    ? new PeriodReading(PeriodOutcome.Unreadable, default)
                    : Read(shown, null);
            default:
                return PeriodOutcome.Unreadable;
        }
    }

    /// <inheritdoc cref="Read(Cell, int?)"/>
    public static PeriodReading Read(string text, int? defaultYear = null)
    {
        if (text.Length > LongestText)
            return PeriodOutcome.Unreadable;
        var compact = Canonical(text, out var cumulative);
        if (compact.Length == 0 || MissingMarks.IsMissing(compact))
            return PeriodOutcome.Missing;
        return ReadQuarter(compact, cumulative, defaultYear)
            ?? ReadMonths(compact, cumulative, defaultYear)
            ?? ReadYear(compact, defaultYear)
            ?? PeriodOutcome.Unreadable;
    }

    /// <summary>Whether <paramref name="text"/> is made of nothing but words and digits of periods, so that it is a period even if it cannot be read (2023年13月).</summary>
    public static bool LooksLikePeriod(string text)
    {
        if (text.Length > LongestText)
            return false;
        var compact = Canonical(text, out _);
        return PeriodWords().IsMatch(compact) && (FourDigitYear().IsMatch(compact) || compact.AsSpan().ContainsAny("月季"));
    }

    /// <summary>The only calendar year that a title names (2023年三季度主要指标完成情况), or null.</summary>
    public static int? YearInTitle(string text)
    {
        if (text.Length > 1_000)
            return null;
        int? year = null;
        var compact = ChineseNumerals.ToDigits(CompactText.Of(text));
        foreach (var match in YearInText().EnumerateMatches(compact))
        {
            var found = int.Parse(compact.AsSpan(match.Index, 4), NumberStyles.None, CultureInfo.InvariantCulture);
            if (year is not null && year != found)
                return null;
            year = found;
        }

        return year;
    }

    /// <summary>
    /// The part of a year that a title names first (2023年前三季度主要指标): a period, or one without its year; null where it
    /// names none, or one that ends with the year, when the whole year is over too.
    /// </summary>
    internal static PeriodReading? PartInTitle(string text)
    {
        if (text.Length > 1_000)
            return null;
        var match = PartOfYear().Match(ChineseNumerals.ToDigits(CompactText.Of(text)));
        if (!match.Success || Read(match.Value) is not { Outcome: PeriodOutcome.Read or PeriodOutcome.YearMissing } part)
            return null;
        var dated = part.IsRead ? part : Read($"2000年{match.Value}");
        return dated is { IsRead: true, Period.LastMonth: 12 } ? null : part;
    }

    /// <summary>Whether <paramref name="text"/> is a year and nothing else, which leaves open whether the full year is meant.</summary>
    internal static bool IsBareYear(string text) => BareYear().IsMatch(CompactText.Of(text));

    // One spelling of digits, dashes and words; 截至, 累计 and YTD say that the period starts in January.
    private static string Canonical(string text, out bool cumulative)
    {
        cumulative = false;
        var compact = CompactText.Of(TimeOfDay().Replace(text.Trim(), ""));
        while (compact.Length > 2 && compact[0] is '(' or '[' or '【' or '〔' && compact[^1] is ')' or ']' or '】' or '〕')
            compact = compact[1..^1];
        compact = ChineseNumerals.ToDigits(compact);
        foreach (var prefix in CumulativePrefixes)
        {
            if (compact.StartsWith(prefix, StringComparison.Ordinal))
            {
                (compact, cumulative) = (compact[prefix.Length..], true);
                break;
            }
        }

        for (var trimmed = true; trimmed;)
        {
            trimmed = false;
            foreach (var (suffix, means) in Suffixes)
            {
                if (compact.Length > suffix.Length && compact.EndsWith(suffix, StringComparison.Ordinal))
                {
                    compact = compact[..^suffix.Length];
                    cumulative |= means;
                    trimmed = true;
                }
            }
        }

        return Dashes().Replace(compact, "-");
    }

    private static readonly string[] CumulativePrefixes = ["截至到", "截止到", "截止至", "截至", "截止", "累计至", "累计到", "累计"];

    private static readonly (string Suffix, bool Cumulative)[] Suffixes =
        [("YTD", true), ("(累计)", true), ("累计", true), ("(当月)", false), ("(当季)", false), ("末", false), ("底", false), ("止", false), ("份", false)];

    private static PeriodReading? ReadQuarter(string text, bool cumulative, int? defaultYear)
    {
        var match = Quarter().Match(text);
        if (match.Success)
            return Within(match, defaultYear, year => cumulative ? Period.QuarterYearToDate(year, Number(match, "q")) : Period.Quarter(year, Number(match, "q")));
        match = FirstQuarters().Match(text);
        if (match.Success)
            return Within(match, defaultYear, year => Period.QuarterYearToDate(year, Number(match, "q")));
        match = FirstHalf().Match(text);
        return match.Success ? Within(match, defaultYear, year => Period.QuarterYearToDate(year, 2)) : null;
    }

    private static PeriodReading? ReadMonths(string text, bool cumulative, int? defaultYear)
    {
        var match = FirstMonths().Match(text);
        if (match.Success)
            return Within(match, defaultYear, year => Covering(year, 1, Number(match, "b")));
        match = MonthRange().Match(text);
        if (match.Success)
        {
            return match.Groups["z"].Success && match.Groups["z"].ValueSpan is var end && !end.SequenceEqual(match.Groups["y"].ValueSpan)
                ? PeriodOutcome.Unreadable
                : Within(match, defaultYear, year => Covering(year, Number(match, "a"), Number(match, "b")));
        }

        match = DayRange().Match(text);
        if (match.Success)
        {
            return Within(match, defaultYear, year =>
                (!match.Groups["z"].Success || Number(match, "z") == year)
                && IsDay(year, Number(match, "a"), 1) && IsDay(year, Number(match, "b"), Number(match, "d"))
                && Number(match, "d") == DateTime.DaysInMonth(year, Number(match, "b"))
                    ? Covering(year, Number(match, "a"), Number(match, "b"))
                    : null);
        }

        match = Day().Match(text);
        if (match.Success)
        {
            return Within(match, defaultYear, year => IsDay(year, Number(match, "m"), Number(match, "d"))
                ? cumulative ? Period.MonthYearToDate(year, Number(match, "m")) : Period.Month(year, Number(match, "m"))
                : null);
        }

        match = Month().Match(text);
        return match.Success
            ? Within(match, defaultYear, year => cumulative ? Covering(year, 1, Number(match, "m")) : Covering(year, Number(match, "m"), Number(match, "m")))
            : null;
    }

    private static PeriodReading? ReadYear(string text, int? defaultYear)
    {
        var match = Year().Match(text);
        return match.Success ? Within(match, defaultYear, year => Period.FullYear(year)) : null;
    }

    private static PeriodReading Within(Match match, int? defaultYear, Func<int, Period?> make)
    {
        var year = match.Groups["y"].Success ? Number(match, "y") : defaultYear;
        return year is { } known ? PeriodReading.Of(make(known)) : PeriodOutcome.YearMissing;
    }

    private static Period? Covering(int year, int first, int last) =>
        first is >= 1 and <= 12 && last is >= 1 and <= 12 && first <= last ? Period.Covering(year, first, last) : null;

    private static bool IsDay(int year, int month, int day) => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[\sT]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex TimeOfDay();

    [GeneratedRegex("[-‐‑‒–—―─~〜∼至到]+", RegexOptions.CultureInvariant)]
    private static partial Regex Dashes();

    [GeneratedRegex("^[0-9年月日季度第上下半前个全年旬QHM./-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex PeriodWords();

    [GeneratedRegex("^(19|20|21)[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex FourDigitYear();

    [GeneratedRegex("(?<![0-9])(19|20|21)[0-9]{2}(?=年|[-—–~至][0-9]{4}年)", RegexOptions.CultureInvariant)]
    private static partial Regex YearInText();

    [GeneratedRegex(@"(?:(?:19|20|21)[0-9]{2}年?)?(?:前[1-4]个?季度|第?[1-4]季度|上半年|1-[0-9]{1,2}月|1[—–~至][0-9]{1,2}月)", RegexOptions.CultureInvariant)]
    private static partial Regex PartOfYear();

    [GeneratedRegex("^(?:19|20|21)[0-9]{2}年?$", RegexOptions.CultureInvariant)]
    private static partial Regex BareYear();

    // 2023年第三季度, 2023年3季度, 2023Q3, 2023-Q3, Q3-2023, 三季度.
    [GeneratedRegex(@"^(?:(?:(?<y>(?:19|20|21)[0-9]{2})(?:年度?|[-/.])?)?(?:第?(?<q>[1-4])季度?|Q(?<q>[1-4]))|Q(?<q>[1-4])[-/.,]?(?<y>(?:19|20|21)[0-9]{2})年?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Quarter();

    // 前三季度, 1-3季度, 第一至三季度, Q1-Q3.
    [GeneratedRegex(@"^(?:(?<y>(?:19|20|21)[0-9]{2})(?:年度?|[-/.])?)?(?:前(?<q>[1-4])个?季度?|第?1(?:季度?)?-第?(?<q>[1-4])季度?|Q1-Q?(?<q>[1-4]))$", RegexOptions.CultureInvariant)]
    private static partial Regex FirstQuarters();

    [GeneratedRegex(@"^(?:(?:(?<y>(?:19|20|21)[0-9]{2})(?:年度?|[-/.])?)?(?:上半年度?|H1)|H1[-/.,]?(?<y>(?:19|20|21)[0-9]{2}))$", RegexOptions.CultureInvariant)]
    private static partial Regex FirstHalf();

    // 前9个月, 年初至9月.
    [GeneratedRegex(@"^(?:(?<y>(?:19|20|21)[0-9]{2})(?:年度?|[-/.])?)?(?:前(?<b>[0-9]{1,2})个?月|年?初-(?<b>[0-9]{1,2})月)$", RegexOptions.CultureInvariant)]
    private static partial Regex FirstMonths();

    // 2023年1-9月, 1月-9月, 2023.1-9, 2023年1月-2023年9月, 202301-202309, 2023M01-M09.
    [GeneratedRegex(@"^(?:(?:(?<y>(?:19|20|21)[0-9]{2})(?:年度?|[-/.])?)?M?(?<a>[0-9]{1,2})月?份?-M?(?<b>[0-9]{1,2})月|(?<y>(?:19|20|21)[0-9]{2})(?:年度?|[/.])(?<a>[0-9]{1,2})月?份?-(?<b>[0-9]{1,2})|(?<y>(?:19|20|21)[0-9]{2})M(?<a>[0-9]{2})-M?(?<b>[0-9]{2})|(?<y>(?:19|20|21)[0-9]{2})(?:[-/.年](?<a>[0-9]{1,2})|(?<a>[0-9]{2}))月?份?-(?<z>(?:19|20|21)[0-9]{2})(?:[-/.年](?<b>[0-9]{1,2})|(?<b>[0-9]{2}))月?|(?<y>(?:19|20|21)[0-9]{2})(?<a>[0-9]{2})-(?<b>[0-9]{2}))$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthRange();

    // 2023年1月1日-9月30日, 2023.1.1-2023.9.30.
    [GeneratedRegex(@"^(?:(?<y>(?:19|20|21)[0-9]{2})[-/.年])?(?<a>[0-9]{1,2})[-/.月]0?1日?-(?:(?<z>(?:19|20|21)[0-9]{2})[-/.年])?(?<b>[0-9]{1,2})[-/.月](?<d>[0-9]{1,2})日?$", RegexOptions.CultureInvariant)]
    private static partial Regex DayRange();

    [GeneratedRegex(@"^(?:(?<y>(?:19|20|21)[0-9]{2})[-/.年](?<m>[0-9]{1,2})[-/.月](?<d>[0-9]{1,2})日?|(?<y>(?:19|20|21)[0-9]{2})(?<m>[0-9]{2})(?<d>[0-9]{2})|(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日)$", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex(@"^(?:(?<y>(?:19|20|21)[0-9]{2})(?:年度?|[-/.])(?<m>[0-9]{1,2})月?|(?<y>(?:19|20|21)[0-9]{2})M?(?<m>[0-9]{2})|(?<m>[0-9]{1,2})月)$", RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    [GeneratedRegex(@"^(?:(?<y>(?:19|20|21)[0-9]{2})(?:年(?:度|全年度?|度全年)?|全年度?)?|全年度?|年度|本年度?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
