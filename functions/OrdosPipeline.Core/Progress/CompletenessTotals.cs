namespace OrdosPipeline.Core.Progress;

/// <summary>The returns of a quarter counted over the departments that are expected to report. Rates are fractions, null where nothing is expected.</summary>
/// <param name="Expected">Departments expected to report.</param>
/// <param name="Received">Of them those from which anything came.</param>
/// <param name="Accepted">Of them those with an accepted submission.</param>
/// <param name="OnTime">Of them those whose first accepted submission came by the deadline.</param>
/// <param name="IndicatorsDue">Indicators due of them all.</param>
/// <param name="IndicatorsReported">Of these the ones reported.</param>
public sealed record CompletenessTotals(int Expected, int Received, int Accepted, int OnTime, int IndicatorsDue, int IndicatorsReported)
{
    public int Late => Accepted - OnTime;

    public int Missing => Expected - Accepted;

    public decimal? ReceivedRate => Rate(Received, Expected);

    public decimal? AcceptedRate => Rate(Accepted, Expected);

    public decimal? OnTimeRate => Rate(OnTime, Expected);

    public decimal? IndicatorRate => Rate(IndicatorsReported, IndicatorsDue);

    public static CompletenessTotals Of(IEnumerable<DepartmentCompleteness> departments)
    {
        var expected = departments.Where(department => department.IsExpected).ToList();
        return new(
            expected.Count,
            expected.Count(department => department.Received > 0),
            expected.Count(department => department.Accepted > 0),
            expected.Count(department => department.IsOnTime),
            expected.Sum(department => department.IndicatorsDue),
            expected.Sum(department => department.IndicatorsReported));
    }

    private static decimal? Rate(int part, int whole) => whole == 0 ? null : (decimal)part / whole;
}
