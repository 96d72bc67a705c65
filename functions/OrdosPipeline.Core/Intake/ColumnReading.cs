using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

/// <summary>What was understood of one column of a table.</summary>
/// <param name="ColumnNumber">Within the grid that the table was read from: a row of the sheet where it is transposed.</param>
/// <param name="Header">The cell of the label.</param>
/// <param name="Label">As written, both rows of a two-row header joined.</param>
/// <param name="Role">What the column holds.</param>
public sealed record ColumnReading(int ColumnNumber, CellAddress Header, string Label, ColumnRole Role)
{
    /// <summary>The word of the lexicon that the label is; null where it is none.</summary>
    public string? Word { get; init; }

    /// <summary>In a wide table: the period of the column's values.</summary>
    public PeriodReading? Period { get; init; }

    /// <summary>Where the period stands, if that is not the label's own cell.</summary>
    public Written? PeriodAt { get; init; }

    /// <summary>In a wide table: the region of the column's values.</summary>
    public Region? Region { get; init; }

    /// <summary>The label is all but a region's name, and others of the header are one.</summary>
    public bool IsRegionUnknown { get; init; }

    /// <summary>Where the region stands, if that is not the label's own cell.</summary>
    public Written? RegionAt { get; init; }

    /// <summary>What the brackets of the label say.</summary>
    public string? UnitText { get; init; }
}
