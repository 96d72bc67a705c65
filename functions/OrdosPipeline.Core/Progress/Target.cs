using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>A numeric target with the way a value is held against it.</summary>
internal sealed record Target(TargetSource Source, Comparator Comparator, decimal LowBound, decimal HighBound, Direction Direction, Rational Tolerance)
{
    /// <summary>Id of the decision that set it; null for the plan's own.</summary>
    public string? Decision { get; init; }

    /// <summary>Whether more than the target is as wrong as less.</summary>
    public bool BindsBothSides => Comparator == Comparator.Equal
        || (Comparator is Comparator.Range or Comparator.About && Direction == Direction.Hold);

    private Rational Low => LowBound;

    private Rational High => HighBound;

    private Rational AboutLow => Low - Tolerance * Rational.Abs(Low);

    private Rational AboutHigh => Low + Tolerance * Rational.Abs(Low);

    /// <summary>yT: of a range the end nearer to where the value comes from, the low end where that is unknown.</summary>
    public Rational Aim(Rational? from) => Comparator switch
    {
        Comparator.AtMost or Comparator.LessThan => High,
        Comparator.Range when from is { } start && Rational.Abs(High - start) < Rational.Abs(Low - start) => High,
        _ => Low,
    };

    public bool IsMetBy(Rational value) => IsMetBy(value.CompareTo);

    /// <summary>Whether the target is met by something that is compared with each bound in its own way.</summary>
    /// <param name="compareTo">Negative, zero or positive as the value is below, at or above the bound given.</param>
    public bool IsMetBy(Func<Rational, int> compareTo) => Comparator switch
    {
        Comparator.AtLeast => compareTo(Low) >= 0,
        Comparator.MoreThan => compareTo(Low) > 0,
        Comparator.AtMost => compareTo(High) <= 0,
        Comparator.LessThan => compareTo(High) < 0,
        Comparator.Equal => compareTo(Low) == 0,
        Comparator.About => (Direction == Direction.Up || compareTo(AboutHigh) <= 0) && (Direction == Direction.Down || compareTo(AboutLow) >= 0),
        _ => compareTo(Low) >= 0 && (Direction != Direction.Hold || compareTo(High) <= 0),
    };

    /// <summary>Distance to the nearest bound that the value must keep; never negative when the target is met, never positive when it is not.</summary>
    public Rational Margin(Rational value) => Comparator switch
    {
        Comparator.AtLeast or Comparator.MoreThan => value - Low,
        Comparator.AtMost or Comparator.LessThan => High - value,
        Comparator.Equal => -Rational.Abs(value - Low),
        Comparator.About when Direction == Direction.Up => value - AboutLow,
        Comparator.About when Direction == Direction.Down => AboutHigh - value,
        Comparator.About => Rational.Min(value - AboutLow, AboutHigh - value),
        _ when Direction == Direction.Hold => Rational.Min(value - Low, High - value),
        _ => value - Low,
    };

    /// <summary>Whether a baseline leaves nothing to gain: it is at or past yT in the good direction, or inside the range.</summary>
    public bool IsReachedBy(Rational baseline)
    {
        var aim = Aim(baseline);
        return baseline == aim
            || (Direction == Direction.Up && baseline > aim)
            || (Direction == Direction.Down && baseline < aim)
            || (Comparator == Comparator.Range && baseline >= Low && baseline <= High);
    }
}
