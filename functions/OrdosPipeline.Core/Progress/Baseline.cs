using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>Where a baseline comes from.</summary>
public enum BaselineSource
{
    /// <summary>The plan's catalogue.</summary>
    Catalogue,

    /// <summary>Loaded by an administrator.</summary>
    Administrator,

    /// <summary>Nothing at the start of the plan, for a running total.</summary>
    PlanStart,

    /// <summary>The first observation of the series.</summary>
    FirstObservation,
}

public static class BaselineSources
{
    /// <summary>The code in JSON, such as <c>first-observation</c>.</summary>
    public static string Code(this BaselineSource source) => source switch
    {
        BaselineSource.Catalogue => "catalogue",
        BaselineSource.Administrator => "administrator",
        BaselineSource.PlanStart => "plan-start",
        _ => "first-observation",
    };
}

/// <summary>A baseline that an administrator loads where the catalogue has none.</summary>
/// <param name="Period">The end of this period is the baseline's position.</param>
/// <param name="Value">In the catalogue's unit.</param>
public sealed record LoadedBaseline(Period Period, decimal Value);

/// <summary>y0 at t0.</summary>
/// <param name="Value">y0.</param>
/// <param name="At">t0, in months since the start of the plan.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Points">The observations behind it, empty unless it is one.</param>
internal sealed record Baseline(Rational Value, int At, BaselineSource Source, IReadOnlyList<SeriesPoint> Points)
{
    /// <summary>The baseline that is known without looking at the series.</summary>
    public static Baseline? Given(Terms terms)
    {
        if (terms.UsesCatalogueBaseline && terms.Indicator is { BaselineValue: { } value, BaselineYear: { } year })
            return new(value, terms.Timeline.EndOfYear(year), BaselineSource.Catalogue, []);
        if (terms.LoadedBaseline is { } loaded)
            return new(loaded.Value, terms.Timeline.EndOf(loaded.Period), BaselineSource.Administrator, []);
        return terms.Indicator.Measure == Measure.Count ? new(Rational.Zero, 0, BaselineSource.PlanStart, []) : null;
    }

    /// <summary>The baseline given, else the last observation at or before the start of the plan, else the first after it; null unless it lies before the value judged.</summary>
    /// <param name="terms">What is judged.</param>
    /// <param name="observations">The levels of the series, or the totals of its complete years, in the order of time.</param>
    /// <param name="before">Position of the value judged, in months.</param>
    public static Baseline? For(Terms terms, IReadOnlyList<Figure> observations, int before)
    {
        var baseline = Given(terms);
        if (baseline is null && (observations.LastOrDefault(o => o.At <= 0) ?? (observations.Count > 0 ? observations[0] : null)) is { } first)
            baseline = new(first.Value, first.At, BaselineSource.FirstObservation, first.Points);
        return baseline is { } found && found.At < before ? found : null;
    }
}
