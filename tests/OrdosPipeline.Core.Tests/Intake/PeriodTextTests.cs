using CsCheck;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Tests.Intake;

public sealed class PeriodTextTests
{
    [Theory]
    [InlineData("2023", "2023")]
    [InlineData("2023年", "2023")]
    [InlineData("二〇二三年", "2023")]
    [InlineData("二○二三年", "2023")]
    [InlineData("二零二三年", "2023")]
    [InlineData("２０２３年", "2023")]
    [InlineData("2023年度", "2023")]
    [InlineData("2023年全年", "2023")]
    [InlineData("2023全年", "2023")]
    [InlineData("2023年1-12月", "2023")]
    [InlineData("2023年四季度累计", "2023")]
    [InlineData("2023年1-9月（累计）", "2023Q3YTD")]
    [InlineData("2023年9月（当月）", "2023M09")]
    [InlineData("2023年末", "2023")]
    [InlineData("2023年底", "2023")]
    [InlineData("截至2023年末", "2023")]
    [InlineData("截至2023年12月末", "2023")]
    [InlineData("2023年前四季度", "2023")]
    [InlineData("2023Q4YTD", "2023")]
    [InlineData("2023M12YTD", "2023")]
    [InlineData("2023年三季度", "2023Q3")]
    [InlineData("2023年第三季度", "2023Q3")]
    [InlineData("2023年3季度", "2023Q3")]
    [InlineData("2023年第3季度", "2023Q3")]
    [InlineData("2023 年 第 三 季 度", "2023Q3")]
    [InlineData("2023年\n三季度", "2023Q3")]
    [InlineData("２０２３年３季度", "2023Q3")]
    [InlineData("二〇二三年三季度", "2023Q3")]
    [InlineData("2023年度第三季度", "2023Q3")]
    [InlineData("2023Q3", "2023Q3")]
    [InlineData("2023q3", "2023Q3")]
    [InlineData("２０２３Ｑ３", "2023Q3")]
    [InlineData("2023-Q3", "2023Q3")]
    [InlineData("2023 Q3", "2023Q3")]
    [InlineData("2023年Q3", "2023Q3")]
    [InlineData("Q3 2023", "2023Q3")]
    [InlineData("2023年7-9月", "2023Q3")]
    [InlineData("2023年7月-9月", "2023Q3")]
    [InlineData("2023年三季度末", "2023Q3")]
    [InlineData("（2023年三季度）", "2023Q3")]
    [InlineData("2023年一季度", "2023Q1")]
    [InlineData("2023年1-3月", "2023Q1")]
    [InlineData("2023年前一季度", "2023Q1")]
    [InlineData("2023Q1YTD", "2023Q1")]
    [InlineData("2023M03YTD", "2023Q1")]
    [InlineData("2023年四季度", "2023Q4")]
    [InlineData("2023年10-12月", "2023Q4")]
    [InlineData("2023年1-9月", "2023Q3YTD")]
    [InlineData("2023年1—9月份", "2023Q3YTD")]
    [InlineData("2023年1––9月", "2023Q3YTD")]
    [InlineData("2023年1——9月", "2023Q3YTD")]
    [InlineData("2023年1–9月", "2023Q3YTD")]
    [InlineData("2023年1~9月", "2023Q3YTD")]
    [InlineData("2023年1～9月", "2023Q3YTD")]
    [InlineData("2023年1－9月", "2023Q3YTD")]
    [InlineData("2023年1至9月", "2023Q3YTD")]
    [InlineData("2023年1到9月", "2023Q3YTD")]
    [InlineData("2023年1月至9月", "2023Q3YTD")]
    [InlineData("2023年1月-2023年9月", "2023Q3YTD")]
    [InlineData("2023年一至九月", "2023Q3YTD")]
    [InlineData("二〇二三年一至九月", "2023Q3YTD")]
    [InlineData("2023年1-9月累计", "2023Q3YTD")]
    [InlineData("截至2023年9月末", "2023Q3YTD")]
    [InlineData("截止2023年9月底", "2023Q3YTD")]
    [InlineData("截至2023年9月30日", "2023Q3YTD")]
    [InlineData("截止到2023年9月", "2023Q3YTD")]
    [InlineData("2023年前三季度", "2023Q3YTD")]
    [InlineData("2023年前3季度", "2023Q3YTD")]
    [InlineData("2023年前三个季度", "2023Q3YTD")]
    [InlineData("2023年一至三季度", "2023Q3YTD")]
    [InlineData("2023年1-3季度", "2023Q3YTD")]
    [InlineData("2023Q1-Q3", "2023Q3YTD")]
    [InlineData("2023年三季度累计", "2023Q3YTD")]
    [InlineData("2023年前9个月", "2023Q3YTD")]
    [InlineData("2023Q3YTD", "2023Q3YTD")]
    [InlineData("2023M09YTD", "2023Q3YTD")]
    [InlineData("2023.1-9", "2023Q3YTD")]
    [InlineData("2023.01-2023.09", "2023Q3YTD")]
    [InlineData("202301-202309", "2023Q3YTD")]
    [InlineData("2023年1月1日-9月30日", "2023Q3YTD")]
    [InlineData("2023年1月1日至2023年9月30日", "2023Q3YTD")]
    [InlineData("2023年上半年", "2023Q2YTD")]
    [InlineData("2023上半年", "2023Q2YTD")]
    [InlineData("2023H1", "2023Q2YTD")]
    [InlineData("2023年1-6月", "2023Q2YTD")]
    [InlineData("2023年8月", "2023M08")]
    [InlineData("2023年8月份", "2023M08")]
    [InlineData("2023年08月", "2023M08")]
    [InlineData("二〇二三年八月", "2023M08")]
    [InlineData("二〇二三年十月", "2023M10")]
    [InlineData("二〇二三年十一月", "2023M11")]
    [InlineData("二〇二三年十二月", "2023M12")]
    [InlineData("2023-08", "2023M08")]
    [InlineData("2023/8", "2023M08")]
    [InlineData("2023.8", "2023M08")]
    [InlineData("2023.9", "2023M09")]
    [InlineData("2023/9", "2023M09")]
    [InlineData("202308", "2023M08")]
    [InlineData("2023M08", "2023M08")]
    [InlineData("2023年8月末", "2023M08")]
    [InlineData("2023-09-30", "2023M09")]
    [InlineData("2023-09-30 00:00:00", "2023M09")]
    [InlineData("2023/9/30", "2023M09")]
    [InlineData("2023.9.30", "2023M09")]
    [InlineData("20230930", "2023M09")]
    [InlineData("2023年9月30日", "2023M09")]
    [InlineData("二〇二三年九月三十日", "2023M09")]
    [InlineData("2023-1-9", "2023M01")]
    [InlineData("2023年1月", "2023M01")]
    [InlineData("2023M01YTD", "2023M01")]
    [InlineData("2023年1-8月", "2023M08YTD")]
    [InlineData("2023年1-2月", "2023M02YTD")]
    [InlineData("截至2023年8月末", "2023M08YTD")]
    [InlineData("2023年8月累计", "2023M08YTD")]
    [InlineData("2023M08YTD", "2023M08YTD")]
    public void Reads_every_spelling(string text, string canonical) =>
        Assert.Equal(new PeriodReading(PeriodOutcome.Read, Period.Parse(canonical)), PeriodText.Read(text));

    [Theory]
    [InlineData("三季度", "2023Q3")]
    [InlineData("第三季度", "2023Q3")]
    [InlineData("Q3", "2023Q3")]
    [InlineData("1-9月", "2023Q3YTD")]
    [InlineData("前三季度", "2023Q3YTD")]
    [InlineData("上半年", "2023Q2YTD")]
    [InlineData("全年", "2023")]
    [InlineData("年度", "2023")]
    [InlineData("8月", "2023M08")]
    [InlineData("八月份", "2023M08")]
    [InlineData("9月末", "2023M09")]
    [InlineData("截至9月末", "2023Q3YTD")]
    [InlineData("9月30日", "2023M09")]
    [InlineData("年初至9月末", "2023Q3YTD")]
    public void Takes_a_missing_year_from_the_table(string text, string canonical)
    {
        Assert.Equal(new PeriodReading(PeriodOutcome.Read, Period.Parse(canonical)), PeriodText.Read(text, 2023));
        Assert.Equal(PeriodOutcome.YearMissing, PeriodText.Read(text).Outcome);
    }

    [Fact]
    public void A_year_in_the_text_wins_over_the_table() => Assert.Equal(Period.Parse("2022Q3"), PeriodText.Read("2022年三季度", 2023).Period);

    [Theory]
    [InlineData("2023年13月")]
    [InlineData("2023年五季度")]
    [InlineData("2023年0月")]
    [InlineData("2023年下半年")]
    [InlineData("2023年4-8月")]
    [InlineData("2023年9-1月")]
    [InlineData("2021-2023")]
    [InlineData("2022年11月-2023年1月")]
    [InlineData("2023-02-30")]
    [InlineData("2023年2月30日")]
    [InlineData("2023年1月5日-9月30日")]
    [InlineData("2023年1月1日-9月15日")]
    [InlineData("23年三季度")]
    [InlineData("2023年三季度左右")]
    [InlineData("去年")]
    [InlineData("十四五")]
    [InlineData("2023 2024")]
    [InlineData("45199")]
    [InlineData("0")]
    [InlineData("12345678901234567890")]
    [InlineData("abc")]
    [InlineData("2023年三十季度")]
    [InlineData("\ud800")]
    public void Never_guesses(string text) => Assert.Equal(PeriodOutcome.Unreadable, PeriodText.Read(text, 2023).Outcome);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("—")]
    [InlineData("无")]
    [InlineData("/")]
    public void Knows_when_nothing_is_written(string text) => Assert.Equal(PeriodOutcome.Missing, PeriodText.Read(text).Outcome);

    [Fact]
    public void Reads_numbers_and_dates_of_cells()
    {
        Assert.Equal("2023", Canonical(Cell.OfNumber(2023, "2023")));
        Assert.Equal("2023M09", Canonical(Cell.OfNumber(202309, "202309")));
        Assert.Equal("2023M09", Canonical(Cell.OfNumber(20230930, "20230930")));
        Assert.Equal("2023M09", Canonical(Cell.OfNumber(2023.9m, "2023.9")));
        Assert.Equal("2023M09", Canonical(Cell.OfDate(new DateOnly(2023, 9, 30), 45199, "2023-09-30")));
        Assert.Equal("2023", Canonical(Cell.OfDate(new DateOnly(1905, 7, 15), 2023, "1905-07-15")));
        Assert.Equal("Unreadable", Canonical(Cell.OfNumber(45199, "45199")));
        Assert.Equal("Unreadable", Canonical(Cell.OfNumber(-2023, "-2023")));
        Assert.Equal("Unreadable", Canonical(Cell.OfError("#REF!")));
        Assert.Equal("Unreadable", Canonical(Cell.OfBoolean(true)));
        Assert.Equal("Missing", Canonical(default));
    }

    [Fact]
    public void A_number_that_may_be_January_or_October_is_not_guessed()
    {
        Assert.Equal("Unreadable", Canonical(Cell.OfNumber(2023.1m, "2023.1")));
        Assert.Equal("2023M10", Canonical(Cell.OfNumber(2023.1m, "2023.10")));
    }

    [Theory]
    [InlineData("2023年13月", true)]
    [InlineData("2023年下半年", true)]
    [InlineData("三季度", true)]
    [InlineData("2023年目标", false)]
    [InlineData("同比增长", false)]
    [InlineData("13", false)]
    [InlineData("单位", false)]
    public void Tells_what_is_meant_as_a_period(string text, bool expected) => Assert.Equal(expected, PeriodText.LooksLikePeriod(text));

    [Theory]
    [InlineData("2023年三季度主要指标完成情况表", 2023)]
    [InlineData("附件1：二〇二三年前三季度指标", 2023)]
    [InlineData("2021—2025年规划指标", null)]
    [InlineData("2022年与2023年对比", null)]
    [InlineData("主要指标", null)]
    public void Finds_the_one_year_of_a_title(string title, int? year) => Assert.Equal(year, PeriodText.YearInTitle(title));

    [Fact]
    public void Every_period_in_any_spelling_reads_back() =>
        Gen.Select(GenPeriod, Gen.Int[0, 1_000_000]).Sample((period, seed) =>
        {
            var spellings = Spellings(period);
            var text = spellings[seed % spellings.Count];
            Assert.Equal(period, PeriodText.Read(text).Period);
        });

    [Fact]
    public void Never_throws() =>
        Gen.Select(Gen.String[Gen.Char["0123456789年月日季度第上下半前个末至—~-/. QHMYTD一二三十〇截至累计ＱＡ①\ud800x"], 0, 14], Gen.Bool)
            .Sample((text, year) => { PeriodText.Read(text, year ? 2023 : null); PeriodText.LooksLikePeriod(text); PeriodText.YearInTitle(text); });

    internal static Gen<Period> GenPeriod { get; } = Gen.Select(Gen.Int[2001, 2049], Gen.Int[0, 4], Gen.Int[1, 12]).Select((year, kind, number) => kind switch
    {
        0 => Period.FullYear(year),
        1 => Period.Quarter(year, (number + 2) / 3),
        2 => Period.QuarterYearToDate(year, (number + 2) / 3),
        3 => Period.Month(year, number),
        _ => Period.MonthYearToDate(year, number),
    });

    /// <summary>Ways of writing <paramref name="period"/>, each of which means nothing else.</summary>
    internal static IReadOnlyList<string> Spellings(Period period)
    {
        var spellings = new List<string> { period.ToString(), FullWidth(period.ToString()) };
        var (year, first, last) = (period.Year, period.FirstMonth, period.LastMonth);
        if (first == last)
            spellings.AddRange([$"{year}年{last}月", $"{year}-{last:D2}", $"{year}/{last}", $"{year}{last:D2}", $"{Chinese(year)}年{Tens(last)}月份", $"{year}年{last}月末"]);
        else
            spellings.AddRange(new[] { "-", "—", "——", "–", "~", "～", "－", "至", "到" }.Select(dash => $"{year}年{first}{dash}{last}月").Append(FullWidth($"{year}年{first}-{last}月份")));
        if (period.Kind == PeriodKind.Quarter)
            spellings.AddRange([$"{year}年{Tens(last / 3)}季度", $"{year}年第{last / 3}季度", $"{Chinese(year)}年第{Tens(last / 3)}季度", $"{year}年Q{last / 3}"]);
        if (first == 1 && last > 1)
            spellings.AddRange([$"截至{year}年{last}月末", $"{year}年前{last}个月", $"{year}年1月至{last}月", $"{year}年{last}月累计"]);
        if (first == 1 && last % 3 == 0)
            spellings.AddRange([$"{year}年前{Tens(last / 3)}季度", $"{year}年{last / 3}季度累计"]);
        if (period.Kind == PeriodKind.Year)
            spellings.AddRange([$"{year}年", $"{Chinese(year)}年", $"{year}年度", $"{year}年全年", $"{year}年末"]);
        if (first == 1 && last == 6)
            spellings.Add($"{year}年上半年");
        return spellings;
    }

    private static string Canonical(Cell cell) => PeriodText.Read(cell) is { IsRead: true } read ? read.Period.ToString() : PeriodText.Read(cell).Outcome.ToString();

    private static string FullWidth(string text) => string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xfee0) : c));

    private static string Chinese(int year) => string.Concat(year.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(c => "〇一二三四五六七八九"[c - '0']));

    private static string Tens(int number) => number < 10 ? "〇一二三四五六七八九"[number].ToString() : "十" + (number > 10 ? "〇一二三四五六七八九"[number - 10].ToString() : "");
}
