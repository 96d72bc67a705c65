using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Core.Reporting;

/// <summary>The values reported for one indicator and region up to the quarter, as known at the summary's instant, in the order of time.</summary>
/// <param name="Indicator">Id under which they are reported.</param>
/// <param name="Region">GB/T 2260 code.</param>
/// <param name="Points">Each with the cell that it came from.</param>
public sealed record IndicatorSeries(string Indicator, string Region, IReadOnlyList<IndicatorSeriesPoint> Points);

/// <param name="At">The end of the period, in years since the start of the plan; not after 0 before it.</param>
/// <param name="Point">The value.</param>
public sealed record IndicatorSeriesPoint(decimal At, SeriesPoint Point);
