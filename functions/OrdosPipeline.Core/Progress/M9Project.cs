using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>
/// M9: a project. Physical progress, investment and each quantity are held against the time since the project's start,
/// each by its own latest report; the project's ratio is that of physical progress, else of investment, else of the
/// mean over the quantities reported. Components are judged for themselves and never added to their parent.
/// </summary>
internal static class M9Project
{
    public static Assessment Assess(PlanCatalogue plan, Project project, IReadOnlyList<ProjectReport> reports, ReportingQuarter quarter, ProgressSettings settings)
    {
        var timeline = new PlanTimeline(plan.Years);
        var (end, start, finish) = (timeline.EndOf(quarter), timeline.EndOfYear(project.StartYear - 1), timeline.EndOfYear(project.EndYear));
        var known = reports
            .Where(report => timeline.EndOf(report.Key.Period) is var at && at > 0 && at <= end)
            .OrderBy(report => report.Key.Period)
            .ToList();
        var measured = Physical(known) ?? Investment(project, known) ?? Quantities(project, known);
        var latest = known.LastOrDefault();
        var used = measured?.Report ?? latest;
        var usedAt = used is null ? (int?)null : timeline.EndOf(used.Key.Period);
        var progress = measured?.Progress;
        var schedule = measured is null || usedAt <= start ? null : (Rational?)Rational.Min(Rational.OfFraction(usedAt!.Value - start, finish - start), Rational.One);
        var ratio = progress is { } done && schedule is { } due ? done / due : (Rational?)null;
        var status = StatusOf(latest, progress, ratio, quarterIsOver: end >= finish && usedAt >= finish, settings);
        var age = latest is null ? null : (Rational?)Rational.OfFraction(end - timeline.EndOf(latest.Key.Period), 3);
        return new()
        {
            Project = project.Id,
            Region = plan.City.Code,
            Quarter = quarter,
            Method = Method.M9,
            Status = status,
            Stale = status != AssessmentStatus.Done && age > settings.StaleQuarterly,
            Age = age?.ToDecimal(),
            Value = measured?.Value.ToDecimal(),
            ValuePeriod = measured?.Report.Key.Period,
            Target = measured?.Target.ToDecimal(),
            TargetSource = measured is null ? null : TargetSource.Plan,
            Progress = progress?.ToDecimal(),
            Schedule = schedule?.ToDecimal(),
            Ratio = ratio?.ToDecimal(),
            Evidence = new(known.Count, latest?.Key.Period, measured is null
                ? []
                : [new SeriesPoint(measured.Report.Key.Period, measured.Value.ToDecimal() ?? 0, measured.Report.Origin)]),
            Path = PathOf(timeline, known, (start, finish), measured),
            IsBeforeHorizon = usedAt < finish,
            Settings = settings,
        };
    }

    private static AssessmentStatus StatusOf(ProjectReport? latest, Rational? progress, Rational? ratio, bool quarterIsOver, ProgressSettings settings)
    {
        if (latest is null)
            return AssessmentStatus.NoData;
        if (latest.State == ProjectState.Completed)
            return AssessmentStatus.Done;
        if (progress is not { } done)
            return AssessmentStatus.Recorded;
        if (done >= Rational.One)
            return AssessmentStatus.Achieved;
        if (quarterIsOver)
            return AssessmentStatus.Missed;
        return ratio is { } known ? ProgressCalculator.ByRatio(settings, known) : AssessmentStatus.Due;
    }

    /// <summary>The figure that is judged, by every report that carries it, against the project's own years.</summary>
    private static AssessmentPath PathOf(PlanTimeline timeline, List<ProjectReport> known, (int Start, int Finish) years, Measured? measured)
    {
        if (measured is null || measured.Target.ToDecimal() is not { } target)
            return new(PathQuantity.Work, [], []);
        var points = known
            .Select((_, index) => measured.Of(known.Take(index + 1).ToList()))
            .OfType<Measured>()
            .DistinctBy(found => found.Report)
            .Select(found => new PathPoint(found.Report.Key.Period, Years(timeline.EndOf(found.Report.Key.Period)), found.Value.ToDecimal() ?? 0));
        var end = new LinePoint(Years(years.Finish), target);
        return new(PathQuantity.Work, [.. points], [new(Years(years.Start), 0), end]) { Target = end };
    }

    private static decimal Years(int months) => PlanTimeline.Years(months).ToDecimal() ?? 0;

    private static Measured? Physical(List<ProjectReport> known) =>
        known.LastOrDefault(report => report.Progress is not null) is { Progress: { } percent } report
            ? new(report, percent, 100, (Rational)percent / 100, Physical)
            : null;

    private static Measured? Investment(Project project, List<ProjectReport> known) =>
        (project.InvestmentPlan ?? project.InvestmentTotal) is { } planned && planned > 0
            && known.LastOrDefault(report => report.Investment is not null) is { Investment: { } done } report
            ? new(report, done, planned, (Rational)done / planned, reports => Investment(project, reports))
            : null;

    private static Measured? Quantities(Project project, List<ProjectReport> known)
    {
        var latest = known.LastOrDefault(report => project.Quantities.Any(quantity => report.Quantities.ContainsKey(quantity.Sequence)));
        if (latest is null)
            return null;
        var shares = project.Quantities
            .Where(quantity => latest.Quantities.ContainsKey(quantity.Sequence))
            .Select(quantity => Rational.Min((Rational)latest.Quantities[quantity.Sequence] / quantity.AmountLow, Rational.One))
            .ToList();
        var mean = shares.Aggregate(Rational.Zero, (sum, share) => sum + share) / shares.Count;
        return new(latest, mean * 100, 100, mean, reports => Quantities(project, reports));
    }

    /// <param name="Report">The latest report that carries the figure.</param>
    /// <param name="Value">Per cent, or 亿元 of investment.</param>
    /// <param name="Target">What the value is a part of.</param>
    /// <param name="Progress">The part, as a fraction.</param>
    /// <param name="Of">The same figure by other reports.</param>
    private sealed record Measured(
        ProjectReport Report, Rational Value, Rational Target, Rational Progress, Func<List<ProjectReport>, Measured?> Of);
}
