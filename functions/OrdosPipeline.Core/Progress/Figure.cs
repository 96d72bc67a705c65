using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>A value of a series as the formulas use it: a level, a year's total or rate, or the part of a year known so far.</summary>
/// <param name="Period">What it is about.</param>
/// <param name="At">The end of that period, in months since the start of the plan.</param>
/// <param name="Value">In the catalogue's unit.</param>
/// <param name="Points">The observations it is made of.</param>
internal sealed record Figure(Period Period, int At, Rational Value, IReadOnlyList<SeriesPoint> Points);
