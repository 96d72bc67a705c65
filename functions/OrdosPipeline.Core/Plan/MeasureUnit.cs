namespace OrdosPipeline.Core.Plan;

/// <summary>
/// A unit that values are reported in. Units of one <see cref="Dimension"/> convert into each other exactly.
/// </summary>
/// <param name="Symbol">As it is written, such as 万元.</param>
/// <param name="Dimension">What it measures, such as money; units of different dimensions never convert.</param>
/// <param name="Numerator">With <paramref name="Denominator"/> the size of one of this unit in the dimension's base unit. A fraction, because 1 亩 is 2000/3 平方米.</param>
/// <param name="Denominator">Positive.</param>
public sealed record MeasureUnit(string Symbol, string Dimension, decimal Numerator, decimal Denominator)
{
    public bool IsCompatibleWith(MeasureUnit other) => Dimension == other.Dimension;

    /// <summary>
    /// Converts <paramref name="value"/> of this unit into <paramref name="target"/>. Exact wherever the result has at most
    /// 28 significant digits, else rounded in the last of them; never through binary floating point.
    /// </summary>
    /// <exception cref="InvalidOperationException">The dimensions differ.</exception>
    /// <exception cref="OverflowException">The result exceeds the range of <see cref="decimal"/>.</exception>
    public decimal Convert(decimal value, MeasureUnit target)
    {
        if (!IsCompatibleWith(target))
            throw new InvalidOperationException($"{Symbol} ({Dimension}) does not convert to {target.Symbol} ({target.Dimension}).");
        if (Numerator == target.Numerator && Denominator == target.Denominator)
            return value;

        // The factor is reduced to whole numbers first, so that one multiplication and one division remain.
        var (up, down) = Reduce(Numerator * target.Denominator, Denominator * target.Numerator);
        return down == 1 ? value * up : up == 1 ? value / down : value * up / down;
    }

    public override string ToString() => Symbol;

    private static (decimal Up, decimal Down) Reduce(decimal up, decimal down)
    {
        while (decimal.Truncate(up) != up || decimal.Truncate(down) != down)
            (up, down) = (up * 10, down * 10);
        var (a, b) = (up, down);
        while (b != 0)
            (a, b) = (b, a % b);
        return (up / a, down / a);
    }
}
