using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using static OrdosPipeline.Documents.Reports.Wording.Phrases;

namespace OrdosPipeline.Documents.Reports.Wording;

/// <summary>What a report says about the target of one year.</summary>
internal sealed class AnnualText(ReportFormat format, Indicator indicator, AnnualAssessment annual)
{
    public string Value => annual.Value is { } value
        ? format.WithUnit(ReportFormat.Value(value, indicator.Decimals, annual.Target.Low, annual.Target.High), indicator.Unit)
        : "";

    public string Period => annual.ValuePeriod is { } period ? format.Period(period, indicator.Measure.IsInstant()) : "";

    public string Target => format.Bounds(annual.Target, indicator);

    public string Ratio => annual.Ratio is { } ratio ? ReportFormat.Number(ratio, 2) : "";

    public string Status => Statuses.Of(annual.Status, format.Language);
}
