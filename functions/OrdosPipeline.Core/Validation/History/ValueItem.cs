using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Validation.History;

/// <summary>One value that passed every rule about itself, before it is held against others.</summary>
internal sealed record ValueItem
{
    public required CheckedValue Checked { get; init; }

    public required Indicator Indicator { get; init; }

    /// <summary>As <see cref="Plan.Period.KeyFor"/> gives it.</summary>
    public required Period Period { get; init; }

    public required Written PeriodAt { get; init; }

    public required AmountSubject Amount { get; init; }

    public required int SheetIndex { get; init; }

    public RegionSeries Series => new(Checked.Indicator, Checked.Region);

    /// <summary>In the unit of the catalogue; null for a withdrawal.</summary>
    public decimal? Value => Checked.Value is null ? null : Amount.Converted;
}

/// <summary>One row of a project return that passed every rule about itself.</summary>
/// <param name="Checked">What is recorded of it.</param>
/// <param name="Project">That it is about.</param>
/// <param name="State">As written; null where the cell is blank.</param>
/// <param name="Amounts">Its numbers.</param>
/// <param name="SheetIndex">Its sheet.</param>
internal sealed record ProjectItem(CheckedProjectRow Checked, Project Project, Written? State, IReadOnlyList<ProjectAmount> Amounts, int SheetIndex);

/// <summary>One number of a project's row, in the unit of the catalogue.</summary>
/// <param name="Cell">Where it stands.</param>
/// <param name="Value">形象进度 in per cent, investment in 亿元, or a quantity in its own unit.</param>
/// <param name="Name">What it is, in Chinese.</param>
/// <param name="NameEn">The same in English.</param>
/// <param name="Unit">Symbol of its unit.</param>
/// <param name="Of">Finds the same number in an earlier report.</param>
internal sealed record ProjectAmount(Written Cell, decimal Value, string Name, string NameEn, string Unit, Func<EarlierProgress, decimal?> Of);
