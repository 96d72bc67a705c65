using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>
/// Positions in time, in whole months since the start of the plan: the position of a period is its end. The formulas
/// are written in years, see <see cref="Years"/>.
/// </summary>
internal readonly record struct PlanTimeline(PlanYears Plan)
{
    public int EndOf(Period period) => (period.Year - Plan.First) * 12 + period.LastMonth;

    public int EndOf(ReportingQuarter quarter) => (quarter.Year - Plan.First) * 12 + quarter.Number * 3;

    public int EndOfYear(int year) => (year - Plan.First + 1) * 12;

    public static Rational Years(int months) => Rational.OfFraction(months, 12);
}
