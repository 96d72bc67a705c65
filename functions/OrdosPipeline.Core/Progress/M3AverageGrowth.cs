namespace OrdosPipeline.Core.Progress;

/// <summary>
/// M3: average growth. The index I = ∏(1+g_k/100)·(1+g/100)^w over complete years and the running one;
/// ln I/(h·ln(1+r/100)) against (n+w)/h.
/// </summary>
internal static class M3AverageGrowth
{
    public static Reading Read(Terms terms)
    {
        if (terms.Target is { } bound && bound.Aim(null).Sign == 0)
            return M6gYearlyRate.Read(terms);

        var years = YearFigures.OfGrowth(terms.Counting, terms.Timeline);
        var reading = new Reading
        {
            Method = Method.M3,
            At = years.Latest?.At,
            ReceivedAt = years.Latest?.At,
            Aim = terms.Target?.Aim(null),
            MissingYears = years.MissingBeforeLatest,
            Usable = years.All,
        };
        if (years.Latest is not { } latest || reading.MissingYears.Count > 0)
            return reading;

        reading = reading with { ValuePeriod = latest.Period, Points = [.. years.All.SelectMany(figure => figure.Points)] };
        if (years.All.Any(figure => GrowthIndex.Factor(figure).Sign <= 0))
            return reading with { Value = -100, Meets = latest.At == terms.Horizon ? false : null };

        var index = GrowthIndex.Log(years.All);
        reading = reading with
        {
            Value = GrowthIndex.Average(years.All, latest.At),
            Projection = Projection.OfAverageGrowth(terms, years.All, latest.At),
        };
        return terms.Target is { } target ? Judge(terms, target, reading, years, latest.At, index) : reading;
    }

    private static Reading Judge(Terms terms, Target target, Reading reading, YearFigures years, int at, double index)
    {
        var horizon = terms.Horizon / 12;
        var required = horizon * Math.Log(1 + target.Aim(null).ToDouble() / 100);
        var progress = index / required;
        bool? meets = at == terms.Horizon ? IsMet(target, years, horizon) : null;
        return reading with
        {
            Progress = Rational.OfRoot(progress),
            Schedule = Rational.OfFraction(at, terms.Horizon),
            Ratio = Rational.OfRoot(progress * terms.Horizon / at),
            Meets = meets,
            IsPast = target.BindsBothSides && meets != true && progress > 1,
            NeededPace = terms.IsOver || at >= terms.Horizon
                ? null
                : Rational.OfRoot(100 * (Math.Exp((required - index) * 12 / (terms.Horizon - at)) - 1)),
        };
    }

    /// <summary>Decides on I against (1+bound/100)^h, without roots. At the horizon every year is complete.</summary>
    private static bool IsMet(Target target, YearFigures years, int horizon)
    {
        var index = years.Complete.Aggregate(Rational.One, (product, year) => product * GrowthIndex.Factor(year));
        return target.IsMetBy(bound => index.CompareTo(Rational.Power(Rational.One + bound / 100, horizon)));
    }
}
