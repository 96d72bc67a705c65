using System.Globalization;
using CsCheck;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Plan;

public class MeasureUnitTests
{
    private static readonly UnitTable Units = TestPlan.Ordos14().Units;

    [Theory]
    [InlineData("1", "亿元", "万元", "10000")]
    [InlineData("0.1", "万元", "亿元", "0.00001")]
    [InlineData("1", "亩", "公顷", "0.0666666666666666666666666667")]
    [InlineData("15", "亩", "公顷", "1")]
    [InlineData("3", "万亩", "平方公里", "20")]
    [InlineData("3", "亩", "平方米", "2000")]
    [InlineData("1", "公顷", "亩", "15")]
    [InlineData("0.3", "万人", "人", "3000")]
    [InlineData("7.1", "‰", "%", "0.71")]
    [InlineData("1.1", "亿吨", "万吨", "11000")]
    [InlineData("12345678901234567.89", "元", "万元", "1234567890123.456789")]
    public void A_value_converts_exactly(string value, string from, string to, string expected)
    {
        Assert.True(Units.TryFind(from, out var source));
        Assert.True(Units.TryFind(to, out var target));
        Assert.Equal(Number(expected), source.Convert(Number(value), target));
    }

    [Fact]
    public void A_value_of_at_most_twelve_digits_returns_from_every_unit_of_its_dimension()
    {
        var pairs = (from left in Units.All from right in Units.All where left.IsCompatibleWith(right) select (left, right)).ToList();
        Gen.Select(Gen.Int[0, pairs.Count - 1], Gen.Long[-999_999_999_999, 999_999_999_999]).Sample((index, digits) =>
        {
            var (pair, value) = (pairs[index], digits / 10_000m);
            var returned = pair.right.Convert(pair.left.Convert(value, pair.right), pair.left);
            return Math.Abs(returned - value) <= Math.Abs(value) * 1e-18m;
        });
    }

    [Fact]
    public void A_fraction_is_divided_last() =>
        Assert.Equal(2m, new MeasureUnit("two thirds", "length", 2, 3).Convert(3, new MeasureUnit("whole", "length", 1, 1)));

    [Fact]
    public void Dimensions_do_not_mix()
    {
        Assert.True(Units.TryFind("亿元", out var money));
        Assert.True(Units.TryFind("万人", out var people));
        Assert.False(money.IsCompatibleWith(people));
        Assert.Throws<InvalidOperationException>(() => money.Convert(1, people));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
