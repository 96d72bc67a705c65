using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>One question: how does this series stand at this quarter against the target in force in it?</summary>
internal sealed class Terms
{
    private readonly Indicator catalogued;
    private readonly IReadOnlyList<SeriesPoint> series;
    private readonly AssessmentTerms given;

    public Terms(PlanCatalogue plan, Indicator indicator, IReadOnlyList<SeriesPoint> series, ReportingQuarter quarter, AssessmentTerms given)
    {
        (catalogued, this.series, this.given) = (indicator, series, given);
        (Quarter, Timeline) = (quarter, new(plan.Years));
        Region = given.Region ?? plan.City.Code;
        QuarterEnd = Timeline.EndOf(quarter);
        Horizon = Timeline.EndOfYear(indicator.TargetYear);
        UsesCatalogueBaseline = Region == plan.City.Code;
        var inForce = InForce(quarter);
        Indicator = Apply(inForce);
        Target = TargetOf(inForce);
        Counting = [.. Until(Math.Min(QuarterEnd, Horizon))];
    }

    public ReportingQuarter Quarter { get; }

    public string Region { get; }

    public PlanTimeline Timeline { get; }

    public ProgressSettings Settings => given.Settings;

    /// <summary>The indicator with the target in force at the quarter.</summary>
    public Indicator Indicator { get; }

    /// <summary>The numeric target in force; null where there is none.</summary>
    public Target? Target { get; }

    /// <summary>t_Q, in months since the start of the plan.</summary>
    public int QuarterEnd { get; }

    /// <summary>h, in months since the start of the plan.</summary>
    public int Horizon { get; }

    public LoadedBaseline? LoadedBaseline => given.Baseline;

    /// <summary>The catalogue's baselines are the city's.</summary>
    public bool UsesCatalogueBaseline { get; }

    /// <summary>The values that end by the quarter and by the horizon. Those that end by the start of the plan can only serve as a baseline.</summary>
    public IReadOnlyList<SeriesPoint> Counting { get; }

    public bool IsOver => QuarterEnd >= Horizon;

    /// <summary>The values that end by the quarter, also those after the horizon.</summary>
    public IEnumerable<SeriesPoint> Known => Until(QuarterEnd);

    /// <summary>The target that a year's amount is held against: a past year keeps the one in force at its end.</summary>
    public Target? TargetOfYear(int year)
    {
        var end = new ReportingQuarter(year, 4);
        return TargetOf(InForce(end < Quarter ? end : Quarter)) ?? Target;
    }

    private Indicator Apply(TargetInForce? target) => target is null ? catalogued : target.ApplyTo(catalogued);

    private TargetInForce? InForce(ReportingQuarter quarter) => given.Targets
        .Where(target => target.EffectiveFrom <= quarter && target.ProblemsFor(catalogued).Count == 0)
        .OrderBy(target => target.EffectiveFrom)
        .LastOrDefault();

    private Target? TargetOf(TargetInForce? target) =>
        Apply(target) is { Comparator: not Comparator.None, TargetLow: { } low, TargetHigh: { } high } indicator
            ? new Target(target?.Source ?? TargetSource.Plan, indicator.Comparator, low, high, indicator.Direction, Settings.ApproximateTolerance) { Decision = target?.Decision }
            : null;

    private IEnumerable<SeriesPoint> Until(int month) => series.Where(point => Timeline.EndOf(point.Period) <= month);
}
