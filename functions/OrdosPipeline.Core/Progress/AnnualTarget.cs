using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>
/// Judges the target of one year by the year's own figure: a flow's total, a growth rate's rate, the latest level of
/// anything else. METHODOLOGY.md, annual targets.
/// </summary>
public static class AnnualTarget
{
    /// <param name="plan">The plan.</param>
    /// <param name="indicator">As the catalogue states it.</param>
    /// <param name="series">The values reported under its <see cref="Indicator.SeriesId"/> for the region.</param>
    /// <param name="quarter">The quarter judged; its year is the target's.</param>
    /// <param name="region">GB/T 2260 code.</param>
    /// <param name="bounds">The target of the year.</param>
    /// <param name="decision">Id of the decision that set it.</param>
    /// <param name="settings">Thresholds.</param>
    public static AnnualAssessment Assess(
        PlanCatalogue plan,
        Indicator indicator,
        IReadOnlyList<SeriesPoint> series,
        ReportingQuarter quarter,
        string region,
        TargetBounds bounds,
        string decision,
        ProgressSettings settings)
    {
        var timeline = new PlanTimeline(plan.Years);
        var counting = series.Where(point => point.Period.Year == quarter.Year && timeline.EndOf(point.Period) <= timeline.EndOf(quarter)).ToList();
        var figure = FigureOf(indicator.Measure, counting, timeline);
        var target = new Target(TargetSource.Annual, bounds.Comparator, bounds.Low, bounds.High, indicator.Direction, settings.ApproximateTolerance);
        var ratio = figure is not null && indicator.Measure is Measure.Flow && target.Aim(null).Sign > 0
            ? figure.Value / (target.Aim(null) * YearFigures.Weight(figure))
            : (Rational?)null;
        return new AnnualAssessment
        {
            Indicator = indicator.Id,
            Region = region,
            Year = quarter.Year,
            Target = bounds,
            Decision = decision,
            Status = StatusOf(indicator, target, figure, ratio, settings),
            Value = figure?.Value.ToDecimal(),
            ValuePeriod = figure?.Period,
            Ratio = ratio?.ToDecimal(),
            Used = figure?.Points ?? [],
        };
    }

    private static Figure? FigureOf(Measure measure, List<SeriesPoint> points, PlanTimeline timeline) => measure switch
    {
        Measure.Flow => YearFigures.OfFlow(points, timeline).Latest,
        Measure.Growth => YearFigures.OfGrowth(points, timeline).Latest,
        _ => Levels.Read(points, measure, timeline) is [.., var latest] ? latest : null,
    };

    private static AssessmentStatus StatusOf(Indicator indicator, Target target, Figure? figure, Rational? ratio, ProgressSettings settings)
    {
        if (figure is null)
            return AssessmentStatus.NoData;
        var meets = target.IsMetBy(figure.Value);
        var isWholeYear = figure.Period.LastMonth == 12;
        if (indicator.Basis == Basis.Hold)
            return meets ? AssessmentStatus.Held : AssessmentStatus.Breached;
        if (isWholeYear)
            return meets ? AssessmentStatus.Achieved : AssessmentStatus.Missed;
        return indicator.Measure switch
        {
            Measure.Growth => meets ? AssessmentStatus.OnSchedule : AssessmentStatus.Behind,
            Measure.Flow => ratio is { } known ? ProgressCalculator.ByRatio(settings, known) : meets ? AssessmentStatus.OnSchedule : AssessmentStatus.Behind,
            _ => meets ? AssessmentStatus.Achieved : AssessmentStatus.Due,
        };
    }
}
