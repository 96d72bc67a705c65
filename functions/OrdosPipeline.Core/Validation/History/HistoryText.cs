using System.Globalization;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Validation.History;

/// <summary>Values and periods as the texts of history rules name them.</summary>
internal static class HistoryText
{
    public static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    public static string Value(decimal value, Indicator indicator) => indicator.Measure == Measure.YesNo
        ? value == 0 ? "否" : "是"
        : Number(value) + indicator.Unit.Symbol;

    /// <summary>Such as 2023年1-9月; of a level, the month at whose end it stands.</summary>
    public static string Months(Period period, Measure measure)
    {
        if (period.Kind == PeriodKind.Year)
            return string.Create(CultureInfo.InvariantCulture, $"{period.Year}年");
        return measure is Measure.Stock or Measure.Count || period.FirstMonth == period.LastMonth
            ? string.Create(CultureInfo.InvariantCulture, $"{period.Year}年{period.LastMonth}月")
            : string.Create(CultureInfo.InvariantCulture, $"{period.Year}年{period.FirstMonth}-{period.LastMonth}月");
    }
}
