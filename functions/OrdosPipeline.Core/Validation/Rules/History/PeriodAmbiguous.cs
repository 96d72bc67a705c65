using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Validation.History;

namespace OrdosPipeline.Core.Validation.Rules.History;

/// <summary>三季度 of a series that was cumulative from January so far; 7-9月 says what is meant.</summary>
internal sealed class PeriodAmbiguous() : Rule<SeriesSubject>(
    FindingCodes.PeriodAmbiguous,
    Severity.Warning,
    "单季还是累计不明确",
    "Quarter alone or cumulative",
    "{where}的期间“{found}”按{months}单季读取，而该指标以前报送的是从1月起的累计数（如{earlier}）。如果是累计数，请写成“{cumulative}”；如果确是单季数，请写成“{months}”。",
    "{where}: the period “{found}” was read as {months} alone, but this indicator has been reported cumulatively from January so far (as {earlier}). Write {cumulative} for a cumulative value, or {months} for the quarter alone.")
{
    internal override Fault? Find(SeriesSubject subject, CheckContext context)
    {
        var period = subject.Item.Period;
        if (subject.Series is not { } series || subject.Item.Indicator.Measure is not (Measure.Flow or Measure.Growth)
            || period is not { Kind: PeriodKind.Quarter, FirstMonth: > 1 } || subject.Item.PeriodAt.Text.AsSpan().ContainsAny("月当单"))
            return null;
        EarlierValue? cumulative = null;
        foreach (var value in series.StoodBefore())
        {
            if (!value.Period.StartsInJanuary)
                return null;
            if (value.Period.Kind is PeriodKind.QuarterYearToDate or PeriodKind.MonthYearToDate)
                cumulative = value;
        }

        return cumulative is null ? null : new Fault(
            subject.Item.PeriodAt,
            new Detail("months", HistoryText.Months(period, Measure.Flow)),
            new Detail("earlier", HistoryText.Months(cumulative.Period, Measure.Flow)),
            new Detail("cumulative", HistoryText.Months(Period.QuarterYearToDate(period.Year, period.LastMonth / 3), Measure.Flow)));
    }
}
