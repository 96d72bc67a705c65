using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>Writes down what was judged. What the status makes meaningless is left out.</summary>
internal static class AssessmentBuilder
{
    public static Assessment Build(Terms terms, Reading reading, AssessmentStatus status)
    {
        var path = PathBuilder.Of(terms, reading);

        // Without every year it needs, a total or an average says nothing.
        if (status == AssessmentStatus.Incomplete || (reading.MissingYears.Count > 0 && reading.Meets != true))
            reading = reading with { Value = null, ValuePeriod = null, Progress = null, Schedule = null, Ratio = null, Margin = null, NeededPace = null, Projection = null };

        // Nothing is measured from a baseline where there is no target.
        if (terms.Target is null)
            reading = reading with { Baseline = null };
        var age = reading.ReceivedAt is { } received ? Rational.OfFraction(terms.QuarterEnd - received, 3) : (Rational?)null;
        var target = reading.TargetOfYear ?? terms.Target;
        return new()
        {
            Indicator = terms.Indicator.Id,
            Region = terms.Region,
            Quarter = terms.Quarter,
            Method = reading.Method,
            Status = status,
            Stale = status != AssessmentStatus.Done && age > StaleAfter(terms),
            Age = age?.ToDecimal(),
            Value = reading.Value?.ToDecimal(),
            ValuePeriod = reading.Value is null ? null : reading.ValuePeriod,
            Baseline = reading.Baseline?.Value.ToDecimal(),
            BaselineAt = reading.Baseline is { } baseline ? PlanTimeline.Years(baseline.At).ToDecimal() : null,
            BaselineSource = reading.Baseline?.Source,
            Target = reading.Aim?.ToDecimal(),
            TargetSource = target?.Source,
            TargetBounds = target is null ? null : new(target.Comparator, target.LowBound, target.HighBound),
            TargetDecision = target?.Decision,
            Progress = reading.Progress?.ToDecimal(),
            Schedule = reading.Schedule?.ToDecimal(),
            Ratio = reading.Ratio?.ToDecimal(),
            NeededPace = HasPace(reading.Method, status) ? reading.NeededPace?.ToDecimal() : null,
            Projection = reading.Projection,
            SecondOpinion = reading.Method == Method.M1 ? reading.SecondOpinion : null,
            Margin = reading.Margin?.ToDecimal(),
            YearsMet = reading.YearsMet,
            MissingYears = status is AssessmentStatus.Incomplete or AssessmentStatus.Achieved ? reading.MissingYears : [],
            Evidence = new(reading.Usable.Count, reading.Usable.Count > 0 ? reading.Usable[^1].Period : null, reading.Points),
            Path = path,
            IsBeforeHorizon = reading.At < terms.Horizon,
            IsRed = terms.Indicator.Attribute == IndicatorAttribute.Binding && status.IsBad(),
            Settings = terms.Settings,
        };
    }

    private static bool HasPace(Method method, AssessmentStatus status) =>
        status != AssessmentStatus.Achieved && method is (Method.M1 or Method.M3 or Method.M4 or Method.M5);

    private static decimal StaleAfter(Terms terms) =>
        terms.Indicator.Frequency == Frequency.Quarter ? terms.Settings.StaleQuarterly : terms.Settings.StaleYearly;
}
