namespace OrdosPipeline.Core.Plan;

/// <summary>What must be reported at a quarter, and for which period.</summary>
public static class DueReturns
{
    /// <summary>
    /// Whether a value of the indicator is due: of a quarterly one every quarter, of a yearly one in the fourth. One that
    /// is judged by the values of another (<see cref="Indicator.Series"/>) is never reported itself.
    /// </summary>
    public static bool IsDue(this Indicator indicator, ReportingQuarter quarter) =>
        indicator.Series is null && (indicator.Frequency == Frequency.Quarter || quarter.Number == 4);

    /// <summary>
    /// The period that a due value is about, as it is stored. Chinese statistics run from January, so flows, growth rates
    /// and shares are of January to the end of the quarter; a level is of the quarter's end; the fourth quarter's is the year's.
    /// </summary>
    public static Period PeriodDue(this Indicator indicator, ReportingQuarter quarter) =>
        Period.QuarterYearToDate(quarter.Year, quarter.Number).KeyFor(indicator.Measure);

    /// <summary>The period that a project's state is about: the quarter's end, of the fourth the year's.</summary>
    public static Period PeriodDueOfProjects(ReportingQuarter quarter) => Period.QuarterYearToDate(quarter.Year, quarter.Number).ToInstant();

    /// <summary>A level at the end of a period, which is written and read by that end alone.</summary>
    public static bool IsInstant(this Measure measure) => measure is Measure.Stock or Measure.Count;
}
