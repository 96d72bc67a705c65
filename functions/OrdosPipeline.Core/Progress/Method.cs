namespace OrdosPipeline.Core.Progress;

/// <summary>The formulas, by their number in METHODOLOGY.md.</summary>
public enum Method
{
    /// <summary>A level on its way from the baseline to the target.</summary>
    M1,

    /// <summary>A bound to be kept.</summary>
    M2,

    /// <summary>Average growth.</summary>
    M3,

    /// <summary>A cumulative total.</summary>
    M4,

    /// <summary>A change since the baseline.</summary>
    M5,

    /// <summary>An amount of every year.</summary>
    M6,

    /// <summary>A rate of every year.</summary>
    M6g,

    /// <summary>A milestone.</summary>
    M7,

    /// <summary>A target that is yet to be assigned.</summary>
    M8,

    /// <summary>A project.</summary>
    M9,
}
