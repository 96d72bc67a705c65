using CsCheck;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Core.Tests.Progress;

public class RationalTests
{
    [Fact]
    public void Decimal_comes_back_as_it_was() =>
        Gen.Decimal.Sample(value => ((Rational)value).ToDecimal() == value);

    [Fact]
    public void Order_is_that_of_decimals() =>
        Gen.Select(Gen.Decimal, Gen.Decimal).Sample((left, right) => ((Rational)left).CompareTo(right) == left.CompareTo(right));

    [Fact]
    public void Sum_and_quotient_undo_themselves() =>
        Gen.Select(Gen.Decimal, Gen.Decimal.Where(value => value != 0)).Sample((left, right) =>
            ((Rational)left + right - right).ToDecimal() == left && ((Rational)left / right * right).ToDecimal() == left);

    [Theory]
    [InlineData(1, 2, 0)]
    [InlineData(3, 2, 2)]
    [InlineData(-1, 2, 0)]
    [InlineData(-3, 2, -2)]
    [InlineData(2, 3, 1)]
    public void Halves_round_to_even(int numerator, int denominator, int rounded) =>
        Assert.Equal(rounded, Rational.OfFraction(numerator, denominator).Round(0).ToDecimal());

    [Fact]
    public void Third_is_told_in_as_many_digits_as_a_decimal_holds() =>
        Assert.Equal(0.3333333333333333333333333333m, Rational.OfFraction(1, 3).ToDecimal());

    [Fact]
    public void Number_beyond_decimal_is_not_told_but_compared()
    {
        var large = (Rational)decimal.MaxValue * 2;

        Assert.Null(large.ToDecimal());
        Assert.True(large > decimal.MaxValue);
        Assert.Equal(1.5e29, large.ToDouble(), 1e28);
    }

    [Fact]
    public void Root_keeps_its_shortest_digits()
    {
        Assert.Equal(0.1m, Rational.OfRoot(0.1)!.Value.ToDecimal());
        Assert.Null(Rational.OfRoot(double.NaN));
        Assert.Null(Rational.OfRoot(double.PositiveInfinity));
        Assert.Null(Rational.OfRoot(1e30));
    }

    [Fact]
    public void Default_is_nought()
    {
        Assert.Equal(Rational.Zero, (Rational)0);
        Assert.Equal(0, Rational.Zero.ToDecimal());
        Assert.Equal(1, (Rational.Zero + 1).ToDecimal());
    }
}
