using System.Globalization;
using System.Numerics;

namespace OrdosPipeline.Core.Progress;

/// <summary>
/// An exact fraction. Sums, products and quotients of reported values keep every digit and never overflow, so that a
/// value which lies exactly on a threshold is judged as lying on it.
/// </summary>
internal readonly struct Rational : IComparable<Rational>, IEquatable<Rational>
{
    private static readonly BigInteger DecimalLimit = BigInteger.One << 96;

    private readonly BigInteger numerator;

    // Zero in the default value of the struct, which stands for 0/1.
    private readonly BigInteger denominator;

    private Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.Sign < 0)
            (numerator, denominator) = (-numerator, -denominator);
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (this.numerator, this.denominator) = (numerator / divisor, denominator / divisor);
    }

    public static Rational Zero => default;

    public static Rational One { get; } = 1;

    public int Sign => numerator.Sign;

    private BigInteger Denominator => denominator.IsZero ? BigInteger.One : denominator;

    public static implicit operator Rational(int value) => new(value, 1);

    public static implicit operator Rational(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var whole = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return new(bits[3] < 0 ? -whole : whole, BigInteger.Pow(10, (bits[3] >> 16) & 0xff));
    }

    /// <param name="numerator">Any number.</param>
    /// <param name="denominator">Not zero.</param>
    public static Rational OfFraction(int numerator, int denominator) => new(numerator, denominator);

    /// <summary>A root or logarithm as the shortest decimal that names this double, or null when it is infinite, not a number or beyond <see cref="decimal"/>.</summary>
    public static Rational? OfRoot(double value) =>
        decimal.TryParse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static Rational operator +(Rational left, Rational right) =>
        new(left.numerator * right.Denominator + right.numerator * left.Denominator, left.Denominator * right.Denominator);

    public static Rational operator -(Rational left, Rational right) => left + -right;

    public static Rational operator -(Rational value) => new(-value.numerator, value.Denominator);

    public static Rational operator *(Rational left, Rational right) =>
        new(left.numerator * right.numerator, left.Denominator * right.Denominator);

    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static Rational operator /(Rational left, Rational right) => right.Sign == 0
        ? throw new DivideByZeroException()
        : new(left.numerator * right.Denominator, left.Denominator * right.numerator);

    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    public static Rational Abs(Rational value) => value.Sign < 0 ? -value : value;

    public static Rational Min(Rational left, Rational right) => left <= right ? left : right;

    public static Rational Max(Rational left, Rational right) => left >= right ? left : right;

    /// <param name="value">The base.</param>
    /// <param name="exponent">Not negative.</param>
    public static Rational Power(Rational value, int exponent) =>
        new(BigInteger.Pow(value.numerator, exponent), BigInteger.Pow(value.Denominator, exponent));

    /// <summary>Rounds half-even to a number of decimals.</summary>
    public Rational Round(int decimals)
    {
        var scale = BigInteger.Pow(10, decimals);
        return new(Quotient(numerator * scale, Denominator), scale);
    }

    /// <summary>
    /// The value with as many digits as <see cref="decimal"/> holds, rounded half-even and without trailing zeros;
    /// null beyond its range.
    /// </summary>
    public decimal? ToDecimal()
    {
        var magnitude = BigInteger.Abs(numerator);
        for (var scale = 28; scale >= 0; scale--)
        {
            var digits = Quotient(magnitude * BigInteger.Pow(10, scale), Denominator);
            if (digits >= DecimalLimit)
                continue;
            while (scale > 0 && digits % 10 == 0)
                (digits, scale) = (digits / 10, scale - 1);
            var (low, middle, high) = ((uint)(digits & uint.MaxValue), (uint)((digits >> 32) & uint.MaxValue), (uint)(digits >> 64));
            return new decimal((int)low, (int)middle, (int)high, numerator.Sign < 0 && !digits.IsZero, (byte)scale);
        }

        return null;
    }

    public double ToDouble() => ToDecimal() is { } value && value != 0 ? (double)value : (double)numerator / (double)Denominator;

    public int CompareTo(Rational other) => (numerator * other.Denominator).CompareTo(other.numerator * Denominator);

    public bool Equals(Rational other) => numerator == other.numerator && Denominator == other.Denominator;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(numerator, Denominator);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{numerator}/{Denominator}");

    private static BigInteger Quotient(BigInteger dividend, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(BigInteger.Abs(dividend), divisor, out var remainder);
        var half = (remainder * 2).CompareTo(divisor);
        if (half > 0 || (half == 0 && !quotient.IsEven))
            quotient += 1;
        return dividend.Sign < 0 ? -quotient : quotient;
    }
}
