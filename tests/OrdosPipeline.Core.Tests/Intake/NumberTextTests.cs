using System.Globalization;
using CsCheck;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Intake;

public sealed class NumberTextTests
{
    private static readonly UnitTable Units = TestPlan.Ordos14().Units;

    [Theory]
    [InlineData("5.4", "5.4")]
    [InlineData(" 5.4 ", "5.4")]
    [InlineData("　5.4　", "5.4")]
    [InlineData("'5.4", "5.4")]
    [InlineData("１２３．５", "123.5")]
    [InlineData("－5.4", "-5.4")]
    [InlineData("−5.4", "-5.4")]
    [InlineData("-5.4", "-5.4")]
    [InlineData("–5.4", "-5.4")]
    [InlineData("+5.4", "5.4")]
    [InlineData("＋5.4", "5.4")]
    [InlineData("（0.3）", "-0.3")]
    [InlineData("(0.3)", "-0.3")]
    [InlineData("（１．３）", "-1.3")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("1，234.5", "1234.5")]
    [InlineData("1、234、567", "1234567")]
    [InlineData("12,345,678", "12345678")]
    [InlineData("1 234 567.8", "1234567.8")]
    [InlineData("-1,234", "-1234")]
    [InlineData(".5", "0.5")]
    [InlineData("0", "0")]
    [InlineData("0.00", "0.00")]
    [InlineData("1.5E3", "1500")]
    [InlineData("1.5e-3", "0.0015")]
    [InlineData("1234567890123456789012345678", "1234567890123456789012345678")]
    [InlineData("0.1234567890123456789012345678", "0.1234567890123456789012345678")]
    public void Reads_every_decoration(string text, string value) =>
        Assert.Equal(new NumberReading(NumberOutcome.Read, decimal.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture)), NumberText.Read(text, Units));

    [Theory]
    [InlineData("2.3亿元", "2.3", "亿元")]
    [InlineData("2.3 亿元", "2.3", "亿元")]
    [InlineData("45%", "45", "%")]
    [InlineData("45％", "45", "%")]
    [InlineData("４５％", "45", "%")]
    [InlineData("-3.5%", "-3.5", "%")]
    [InlineData("（0.3%）", "-0.3", "%")]
    [InlineData("（0.3）%", "-0.3", "%")]
    [InlineData("3.2万人", "3.2", "万人")]
    [InlineData("1,234.5万元", "1234.5", "万元")]
    [InlineData("45（亿元）", "45", "亿元")]
    [InlineData("6‰", "6", "‰")]
    [InlineData("15/10万", "15", "/10万")]
    [InlineData("百分之45", "45", "%")]
    [InlineData("12家", "12", "个")]
    [InlineData("30m²", "30", "平方米")]
    [InlineData("0.5个百分点", "0.5", "个百分点")]
    [InlineData("120公里", "120", "千米")]
    public void Reads_a_unit_glued_to_the_number(string text, string value, string unit)
    {
        var read = NumberText.Read(text, Units);

        Assert.Equal((NumberOutcome.Read, decimal.Parse(value, CultureInfo.InvariantCulture), unit), (read.Outcome, read.Value, read.Unit?.Symbol));
    }

    [Theory]
    [InlineData("约45")]
    [InlineData("大约45%")]
    [InlineData("45左右")]
    [InlineData("45%左右")]
    [InlineData("45以上")]
    [InlineData("45亿元以下")]
    [InlineData("近45")]
    [InlineData("超45")]
    [InlineData("超过45")]
    [InlineData("突破45")]
    [InlineData("45余")]
    [InlineData("400余人")]
    [InlineData("~45")]
    [InlineData("～45")]
    [InlineData("45~50")]
    [InlineData("100多")]
    [InlineData(">45")]
    [InlineData("≥45")]
    [InlineData("约四十五")]
    public void A_word_that_makes_a_number_imprecise_is_a_fault_of_its_own(string text) =>
        Assert.Equal(NumberOutcome.Imprecise, NumberText.Read(text, Units).Outcome);

    [Theory]
    [InlineData("—")]
    [InlineData("——")]
    [InlineData("-")]
    [InlineData("－")]
    [InlineData("–")]
    [InlineData("--")]
    [InlineData("/")]
    [InlineData("／")]
    [InlineData("…")]
    [InlineData("……")]
    [InlineData("...")]
    [InlineData("无")]
    [InlineData("暂无")]
    [InlineData("N/A")]
    [InlineData("n/a")]
    [InlineData("Ｎ／Ａ")]
    [InlineData(" 暂 无 ")]
    public void Missing_is_not_zero(string text) => Assert.Equal(NumberOutcome.Missing, NumberText.Read(text, Units).Outcome);

    [Theory]
    [InlineData("撤回")]
    [InlineData(" 撤 回 ")]
    [InlineData("（撤回）")]
    public void A_value_can_be_withdrawn(string text) => Assert.Equal(NumberOutcome.Withdrawn, NumberText.Read(text, Units).Outcome);

    [Theory]
    [InlineData("#DIV/0!")]
    [InlineData("#N/A")]
    [InlineData("#REF!")]
    public void An_error_value_in_a_text_is_one(string text) => Assert.Equal(NumberOutcome.FormulaError, NumberText.Read(text, Units).Outcome);

    [Theory]
    [InlineData("abc")]
    [InlineData("较好")]
    [InlineData("四十五")]
    [InlineData("12.3.4")]
    [InlineData("1,23")]
    [InlineData("1,2345")]
    [InlineData("1,234,5")]
    [InlineData("0,123")]
    [InlineData("1234,567")]
    [InlineData("12 34")]
    [InlineData("1、2、3")]
    [InlineData("--5")]
    [InlineData("-(5)")]
    [InlineData("(-5)")]
    [InlineData("(5")]
    [InlineData("5)")]
    [InlineData("5.")]
    [InlineData(".")]
    [InlineData("1e999")]
    [InlineData("45.3①")]
    [InlineData("1/3")]
    [InlineData("3-4")]
    [InlineData("12abc")]
    [InlineData("是")]
    [InlineData("12345678901234567890123456789")]
    [InlineData("79228162514264337593543950336")]
    [InlineData("0.12345678901234567890123456789")]
    [InlineData("%")]
    [InlineData("\ud800")]
    public void Never_guesses(string text) => Assert.Equal(NumberOutcome.Unreadable, NumberText.Read(text, Units).Outcome);

    [Theory]
    [InlineData("12桶", "桶")]
    [InlineData("3.2万担", "万担")]
    public void A_unit_that_nobody_knows_is_named(string text, string unit)
    {
        var read = NumberText.Read(text, Units);

        Assert.Equal((NumberOutcome.UnitUnknown, unit), (read.Outcome, read.UnitText));
    }

    [Fact]
    public void Reads_cells()
    {
        Assert.Equal(new NumberReading(NumberOutcome.Read, 5.4m), NumberText.Read(Cell.OfNumber(5.4m, "5.4"), Units));
        Assert.Equal(("45.3", "%"), Percent(0.453m, "45.3%"));
        Assert.Equal(("7", "%"), Percent(0.07m, "7%"));
        Assert.Equal(NumberOutcome.FormulaError, NumberText.Read(Cell.OfError("#DIV/0!"), Units).Outcome);
        Assert.Equal(NumberOutcome.Unreadable, NumberText.Read(Cell.OfDate(new DateOnly(2023, 1, 2), 44928, "2023-01-02"), Units).Outcome);
        Assert.Equal(NumberOutcome.Unreadable, NumberText.Read(Cell.OfBoolean(true), Units).Outcome);
        Assert.Equal(NumberOutcome.Blank, NumberText.Read(default(Cell), Units).Outcome);

        static (string, string?) Percent(decimal stored, string shown)
        {
            var read = NumberText.Read(Cell.OfNumber(stored, shown, isPercent: true), Units);
            return (read.Value.ToString(CultureInfo.InvariantCulture), read.Unit?.Symbol);
        }
    }

    [Fact]
    public void Every_number_in_any_decoration_reads_back()
    {
        var decorations = new Func<decimal, string>[]
        {
            n => n.ToString(CultureInfo.InvariantCulture),
            n => FullWidth(n.ToString(CultureInfo.InvariantCulture)),
            n => n.ToString("#,##0.############", CultureInfo.InvariantCulture),
            n => n.ToString("#,##0.############", CultureInfo.InvariantCulture).Replace(',', '，'),
            n => n.ToString("#,##0.############", CultureInfo.InvariantCulture).Replace(',', '、'),
            n => n < 0 ? $"（{-n}）" : $"+{n}",
            n => $"  {n}　",
            n => n.ToString(CultureInfo.InvariantCulture).Replace('-', '−'),
        };
        var units = Units.All.Select(unit => unit.Symbol).Prepend("").Where(symbol => symbol != "是否").ToArray();
        Gen.Select(Gen.Int[-1_000_000_000, 1_000_000_000], Gen.Int[0, 6], Gen.Int[0, 7], Gen.Int[0, 1_000]).Sample((digits, scale, decoration, unit) =>
        {
            var number = new decimal(Math.Abs(digits), 0, 0, digits < 0, (byte)scale);
            var symbol = units[unit % units.Length];
            var read = NumberText.Read(decorations[decoration](number) + symbol, Units);
            Assert.Equal((NumberOutcome.Read, number, symbol.Length == 0 ? null : symbol), (read.Outcome, read.Value, read.Unit?.Symbol));
        });
    }

    [Fact]
    public void Never_throws() =>
        Gen.String[Gen.Char["0123456789.,、，-+−()（）%‰ 　eE万亿元人约~#/撤回①\ud800\u0000"], 0, 40].Sample(text => { NumberText.Read(text, Units); });

    private static string FullWidth(string text) => string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xfee0) : c));
}
