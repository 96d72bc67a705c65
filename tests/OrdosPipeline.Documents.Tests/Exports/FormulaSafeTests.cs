using OrdosPipeline.Documents.Exports;

namespace OrdosPipeline.Documents.Tests.Exports;

public class FormulaSafeTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+cmd")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("\rx")]
    [InlineData("\nx")]
    [InlineData("\0x")]
    [InlineData("＝1+1")]
    [InlineData("＋x")]
    [InlineData("－x")]
    [InlineData("＠x")]
    [InlineData("  =1")]
    [InlineData("\u3000\u00a0=1")]
    public void Text_that_starts_like_a_formula_gets_an_apostrophe(string text) => Assert.Equal("'" + text, FormulaSafe.Escape(text));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("地区生产总值")]
    [InlineData("a=b")]
    [InlineData("-5")]
    [InlineData("+0.25")]
    [InlineData("-12345678901234567890.5")]
    public void Other_text_and_numbers_stay_as_they_are(string text) => Assert.Equal(text, FormulaSafe.Escape(text));
}
