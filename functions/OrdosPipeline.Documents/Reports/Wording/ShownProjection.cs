using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Documents.Reports.Wording;

/// <summary>What a report shows of a projection: nothing that cannot be, and nothing to compare with where no target is known.</summary>
internal static class ShownProjection
{
    /// <summary>The projection with its range cut to believable values; null where its middle is not believable, or there is no target.</summary>
    public static Projection? Of(Indicator indicator, Assessment assessment)
    {
        if (assessment.Projection is not { } projection || assessment.TargetBounds is null)
            return null;

        // The bounds of the catalogue are for a single value as it is reported, not for a sum or a change of them; a sum does not fall.
        if (assessment.Method is Method.M4 && assessment.Value is { } total)
            return projection with { Low = Math.Max(projection.Low, total) };
        if (assessment.Method is Method.M5)
            return projection;
        var (least, most) = (indicator.PlausibleMin ?? decimal.MinValue, indicator.PlausibleMax ?? decimal.MaxValue);
        return projection.Value < least || projection.Value > most
            ? null
            : projection with { Low = Math.Max(projection.Low, least), High = Math.Min(projection.High, most) };
    }
}
