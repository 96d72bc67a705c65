using System.Globalization;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Documents.Reports.Wording;

/// <summary>
/// Numbers, dates and periods as reports print them. Numbers are rounded half away from zero (四舍五入), the only rounding
/// that readers of a report expect; what is compared was compared unrounded.
/// </summary>
internal sealed class ReportFormat(ReportLanguage language)
{
    private const int MostDecimals = 6;

    public ReportLanguage Language { get; } = language;

    private bool IsEnglish => Language == ReportLanguage.English;

    /// <summary>With exactly <paramref name="decimals"/> digits after the point and a comma between groups of three.</summary>
    public static string Number(decimal value, int decimals) =>
        decimal.Round(value, decimals, MidpointRounding.AwayFromZero).ToString($"#,##0.{new string('0', decimals)}", CultureInfo.InvariantCulture);

    /// <summary>With at most <paramref name="decimals"/> digits after the point, trailing zeros left out.</summary>
    public static string Short(decimal value, int decimals) =>
        decimal.Round(value, decimals, MidpointRounding.AwayFromZero).ToString($"#,##0.{new string('#', decimals)}", CultureInfo.InvariantCulture);

    /// <summary>
    /// As <see cref="Number(decimal, int)"/>, with as many more digits as it takes to stay on the same side of every
    /// bound: 27.46 is not printed as 27.5 beside a target of 27.5 that it misses.
    /// </summary>
    public static string Number(decimal value, int decimals, params ReadOnlySpan<decimal> bounds)
    {
        while (decimals < MostDecimals && Crosses(value, decimals, bounds))
            decimals++;
        return Number(value, decimals);
    }

    /// <summary>A value of the indicator with the digits of the catalogue, more where it has more, up to two.</summary>
    public static string Value(decimal value, int decimals, params ReadOnlySpan<decimal> bounds)
    {
        if (decimals < 2 && decimal.Round(value, decimals) != value)
            decimals = decimal.Round(value, 1) == value ? 1 : 2;
        return Number(value, decimals, bounds);
    }

    /// <summary>A fraction in per cent with one digit after the point: 0.553 is 55.3%.</summary>
    public static string Percent(decimal fraction, params ReadOnlySpan<decimal> bounds)
    {
        Span<decimal> scaled = stackalloc decimal[bounds.Length];
        for (var index = 0; index < bounds.Length; index++)
            scaled[index] = bounds[index] * 100;
        return Number(fraction * 100, 1, scaled) + "%";
    }

    /// <summary>A part of a whole in per cent; a whole of nothing has no share.</summary>
    public static string? Share(int part, int whole) => whole == 0 ? null : Percent((decimal)part / whole);

    /// <summary>How far two values are apart, without a sign; in percentage points where the unit is per cent: 0.3个百分点.</summary>
    public string Distance(decimal value, int decimals, MeasureUnit unit) =>
        Value(Math.Abs(value), decimals, 0) + (unit.Symbol == "%" ? Phrases.Units.PercentagePoints.In(Language) : Unit(unit));

    /// <summary>A number with its unit behind it: 45.3%, 2,500.0亿元, 2,500.0 × 100 million yuan.</summary>
    public string WithUnit(string number, MeasureUnit unit) => number + Unit(unit);

    /// <summary>A target by its bounds, such as 不低于27.5%.</summary>
    public string Bounds(TargetBounds bounds, Indicator indicator)
    {
        var (low, high) = (WithUnit(Value(bounds.Low, indicator.Decimals), indicator.Unit), WithUnit(Value(bounds.High, indicator.Decimals), indicator.Unit));
        return bounds.Comparator switch
        {
            Comparator.About => Phrases.Figures.About.In(Language, low),
            Comparator.AtLeast => Phrases.Figures.AtLeast.In(Language, low),
            Comparator.AtMost => Phrases.Figures.AtMost.In(Language, high),
            Comparator.MoreThan => Phrases.Figures.MoreThan.In(Language, low),
            Comparator.LessThan => Phrases.Figures.LessThan.In(Language, high),
            Comparator.Range => Phrases.Figures.Between.In(Language, low, high),
            _ => low,
        };
    }

    /// <summary>The unit as it follows a number: in English with a blank before words, and a sign before numbers.</summary>
    public string Unit(MeasureUnit unit)
    {
        var word = Phrases.Units.Of(unit, Language);
        return !IsEnglish || word.Length == 0 || word[0] is '%' or '‰' ? word
            : char.IsAsciiDigit(word[0]) ? " × " + word
            : " " + word;
    }

    /// <summary>Such as 2023年10月21日 or 21 October 2023.</summary>
    public string Day(DateOnly day) => IsEnglish
        ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>The day and minute in China.</summary>
    public string Minute(DateTimeOffset instant)
    {
        var text = ChinaTime.MinuteOf(instant);
        return $"{Day(ChinaTime.DayOf(instant))}{(IsEnglish ? ", " : "")}{text[^5..]}";
    }

    /// <summary>Such as 2023年第三季度.</summary>
    public string Quarter(ReportingQuarter quarter) => IsEnglish
        ? string.Create(CultureInfo.InvariantCulture, $"the {Ordinal(quarter.Number)} quarter of {quarter.Year}")
        : string.Create(CultureInfo.InvariantCulture, $"{quarter.Year}年第{"一二三四"[quarter.Number - 1]}季度");

    /// <summary>Q3 2023, where there is little room.</summary>
    public string ShortQuarter(ReportingQuarter quarter) => IsEnglish
        ? string.Create(CultureInfo.InvariantCulture, $"Q{quarter.Number} {quarter.Year}")
        : string.Create(CultureInfo.InvariantCulture, $"{quarter.Year}年{"一二三四"[quarter.Number - 1]}季度");

    /// <summary>A year that stands for itself: 2025年.</summary>
    public string Year(int year) => year.ToString(CultureInfo.InvariantCulture) + (IsEnglish ? "" : "年");

    /// <summary>A period as people say it; a level is said by its end.</summary>
    /// <param name="period">Of the value.</param>
    /// <param name="isInstant">Whether the value is a level at the end of the period.</param>
    public string Period(Period period, bool isInstant)
    {
        if (IsEnglish)
        {
            return (period.Kind, isInstant) switch
            {
                (PeriodKind.Year, true) => Invariant($"end of {period.Year}"),
                (PeriodKind.Year, _) => Invariant($"{period.Year}"),
                (_, true) => Invariant($"end of {Month(period.LastMonth)} {period.Year}"),
                (PeriodKind.Month, _) => Invariant($"{Month(period.LastMonth)} {period.Year}"),
                _ => Invariant($"{Month(period.FirstMonth)}–{Month(period.LastMonth)} {period.Year}"),
            };
        }

        return period.Chinese(isInstant);
    }

    /// <summary>Items of a list: with 、 in Chinese, with commas in English.</summary>
    public string List(IEnumerable<string> items) => string.Join(IsEnglish ? ", " : "、", items);

    /// <summary>Parts of a sentence that are longer than items: with ； in Chinese, with semicolons in English.</summary>
    public string Clauses(IEnumerable<string> clauses) => string.Join(IsEnglish ? "; " : "；", clauses);

    /// <summary>Clauses of one sentence with commas between them, empty ones left out.</summary>
    public string Joined(IEnumerable<string> clauses) => string.Join(IsEnglish ? ", " : "，", clauses.Where(clause => clause.Length > 0));

    /// <summary>A clause as a sentence of its own.</summary>
    public string Sentence(string clause) => clause.Length == 0 ? ""
        : IsEnglish ? char.ToUpperInvariant(clause[0]) + clause[1..] + "."
        : clause + "。";

    /// <summary>Sentences of one paragraph.</summary>
    public string Sentences(IEnumerable<string> sentences) => string.Join(IsEnglish ? " " : "", sentences.Where(sentence => sentence.Length > 0));

    /// <summary>In brackets, full-width in Chinese.</summary>
    public string Bracket(string text) => IsEnglish ? $" ({text})" : $"（{text}）";

    /// <summary>The ordinal of a heading in Chinese: 一 to 九十九.</summary>
    public static string ChineseNumber(int number)
    {
        const string Digits = "〇一二三四五六七八九";
        return number < 10 ? $"{Digits[number]}" : $"{(number < 20 ? "" : Digits[number / 10])}十{(number % 10 == 0 ? "" : Digits[number % 10])}";
    }

    private static bool Crosses(decimal value, int decimals, ReadOnlySpan<decimal> bounds)
    {
        var rounded = decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
        foreach (var bound in bounds)
        {
            if (value.CompareTo(bound) != rounded.CompareTo(bound))
                return true;
        }

        return false;
    }

    private static string Ordinal(int number) => number switch { 1 => "first", 2 => "second", 3 => "third", _ => "fourth" };

    private static string Month(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
