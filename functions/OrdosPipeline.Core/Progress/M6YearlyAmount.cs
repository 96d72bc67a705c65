using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>M6: an amount of every year, x/yT against the share of the year covered.</summary>
internal static class M6YearlyAmount
{
    public static Reading Read(Terms terms)
    {
        var years = YearFigures.OfFlow(terms.Counting, terms.Timeline);
        var judged = terms.Indicator.Frequency == Frequency.Year ? years.LastComplete : years.Latest;
        var target = judged is null ? terms.Target : terms.TargetOfYear(judged.Period.Year);
        var reading = new Reading
        {
            Method = Method.M6,
            At = judged?.At ?? years.Latest?.At,
            ReceivedAt = judged?.At ?? years.Latest?.At,
            Value = judged?.Value,
            ValuePeriod = judged?.Period,
            TargetOfYear = target,
            Aim = target?.Aim(null),
            MissingYears = judged is null ? years.Missing : [],
            Points = judged?.Points ?? [],
            Usable = years.All,
            Projection = Projection.OfTotals(terms, years.Complete),
        };
        if (target is null)
            return reading;
        if (target.Aim(null).Sign == 0)
            return M6gYearlyRate.Judge(target, reading);
        if (judged is null)
            return reading;
        var meets = target.IsMetBy(judged.Value);
        return reading.Against(judged.Value / target.Aim(null), YearFigures.Weight(judged)) with
        {
            Meets = meets,
            IsPast = target.BindsBothSides && !meets && judged.Value > target.Aim(null),
            YearsMet = years.Complete.Count(year => terms.TargetOfYear(year.Period.Year)?.IsMetBy(year.Value) == true),
        };
    }
}
