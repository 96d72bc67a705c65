using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>One reported value of a series, in the catalogue's unit; yes is 1 and no is 0.</summary>
/// <param name="Period">What the value is about.</param>
/// <param name="Value">The value.</param>
/// <param name="Origin">The cell it came from; null where no workbook stands behind it.</param>
public sealed record SeriesPoint(Period Period, decimal Value, Origin? Origin = null);
