namespace OrdosPipeline.Core.Plan;

/// <summary>Periods as people in China write them.</summary>
public static class PeriodWords
{
    /// <summary>Such as 2023年1—9月, 2023年9月末 and 2023年; intake reads it back.</summary>
    /// <param name="period">What is written.</param>
    /// <param name="isInstant">A level at the end of the period, so that only its end is named.</param>
    public static string Chinese(this Period period, bool isInstant) => (period.Kind, isInstant) switch
    {
        (PeriodKind.Year, true) => $"{period.Year}年末",
        (PeriodKind.Year, _) => $"{period.Year}年",
        (_, true) => $"{period.Year}年{period.LastMonth}月末",
        (PeriodKind.Month, _) => $"{period.Year}年{period.LastMonth}月",
        _ => $"{period.Year}年{period.FirstMonth}—{period.LastMonth}月",
    };

    /// <summary>Such as 2023年三季度.</summary>
    public static string Chinese(this ReportingQuarter quarter) => $"{quarter.Year}年{"一二三四"[quarter.Number - 1]}季度";
}
