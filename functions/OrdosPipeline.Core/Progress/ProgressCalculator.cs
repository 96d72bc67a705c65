using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>Judges one indicator at one quarter, as METHODOLOGY.md defines it.</summary>
public static class ProgressCalculator
{
    /// <param name="plan">The plan that the indicator belongs to.</param>
    /// <param name="indicator">As the catalogue states it.</param>
    /// <param name="series">The values reported under its <see cref="Indicator.SeriesId"/> for one region, in any order; of several with one key the last counts.</param>
    /// <param name="quarter">A quarter of the plan's years.</param>
    /// <param name="terms">Settings, targets set after the plan, a loaded baseline.</param>
    /// <exception cref="ArgumentOutOfRangeException">The quarter lies outside the plan.</exception>
    public static Assessment Assess(
        PlanCatalogue plan, Indicator indicator, IReadOnlyList<SeriesPoint> series, ReportingQuarter quarter, AssessmentTerms? terms = null)
    {
        if (!plan.Years.Contains(quarter))
            throw new ArgumentOutOfRangeException(nameof(quarter), quarter, $"The plan covers {plan.Years}.");
        var assessment = Judge(new Terms(plan, indicator, series, quarter, terms ?? AssessmentTerms.Default));
        if (!plan.Years.Contains(quarter.Previous))
            return assessment;
        var previous = Judge(new Terms(plan, indicator, series, quarter.Previous, terms ?? AssessmentTerms.Default));
        return assessment with { Change = QuarterChange.Between(previous, assessment) };
    }

    private static Assessment Judge(Terms terms)
    {
        var reading = Read(terms);
        return AssessmentBuilder.Build(terms, reading, StatusOf(terms, reading));
    }

    private static Reading Read(Terms terms)
    {
        var reading = terms.Indicator.Basis switch
        {
            Basis.Level => M1Level.Read(terms),
            Basis.Hold => M2Hold.Read(terms),
            Basis.AverageGrowth => M3AverageGrowth.Read(terms),
            Basis.Cumulative => M4Cumulative.Read(terms),
            Basis.Change => M5Change.Read(terms),
            Basis.PerYear when terms.Indicator.Measure == Measure.Flow => M6YearlyAmount.Read(terms),
            Basis.PerYear => M6gYearlyRate.Read(terms),
            _ => M7Milestone.Read(terms),
        };
        return terms.Indicator.External ? reading with { Method = Method.M8 } : reading;
    }

    /// <summary>The first rule that applies; the numbers are those of METHODOLOGY.md.</summary>
    private static AssessmentStatus StatusOf(Terms terms, Reading reading)
    {
        var method = reading.Method;
        var meets = reading.Meets == true;
        var atHorizon = terms.IsOver && reading.At >= terms.Horizon;

        // 1
        if (method == Method.M8)
            return AssessmentStatus.TargetPending;
        if (method == Method.M7)
            return meets ? AssessmentStatus.Done : terms.IsOver ? AssessmentStatus.Overdue : AssessmentStatus.Due;

        // 2
        if (reading.At is null)
            return AssessmentStatus.NoData;
        if (terms.Target is null)
            return AssessmentStatus.Recorded;

        // 3
        if (reading.MissingYears.Count > 0 && !meets)
            return AssessmentStatus.Incomplete;

        // 4
        if (method == Method.M2 && reading.Meets is not null)
            return meets ? AssessmentStatus.Held : AssessmentStatus.Breached;
        if (method == Method.M6g)
            return meets ? AssessmentStatus.OnSchedule : AssessmentStatus.Behind;

        // 5
        if (meets && method != Method.M6)
            return AssessmentStatus.Achieved;

        // 6
        if (atHorizon && terms.Indicator.Scope != TargetScope.Whole && method is (Method.M1 or Method.M3 or Method.M4 or Method.M5))
            return AssessmentStatus.Missed;

        // 7
        if (reading.Ratio is null && method is (Method.M1 or Method.M2 or Method.M5))
            return AssessmentStatus.NoBaseline;

        // 8
        if (reading.IsPast)
            return AssessmentStatus.Behind;

        // 9. Average growth without a logarithm has no ratio.
        return reading.Ratio is { } ratio ? ByRatio(terms.Settings, ratio) : AssessmentStatus.FarBehind;
    }

    internal static AssessmentStatus ByRatio(ProgressSettings settings, Rational ratio)
    {
        var rounded = ratio.Round(12);
        return rounded >= settings.AheadRatio ? AssessmentStatus.Ahead
            : rounded >= settings.OnScheduleRatio ? AssessmentStatus.OnSchedule
            : rounded >= settings.BehindRatio ? AssessmentStatus.Behind
            : AssessmentStatus.FarBehind;
    }
}
