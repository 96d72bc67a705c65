using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Progress.Decisions;
using static OrdosPipeline.Documents.Reports.Wording.Phrases;

namespace OrdosPipeline.Documents.Reports.Wording;

/// <summary>What a report says about a target that was assigned, adjusted or set for a year.</summary>
internal sealed class DecisionText(ReportFormat format, PlanCatalogue plan, Decision decision)
{
    private readonly Indicator? indicator = plan.FindIndicator(decision.Indicator);

    public string Kind => Statuses.Of(decision.Kind, format.Language);

    public string From => Target(decision.Replaced);

    public string To => Target(decision.Target);

    public string Effective => decision.Year is { } year ? format.Year(year) : format.ShortQuarter(decision.EffectiveFrom);

    /// <summary>Number and date.</summary>
    public string Document => format.Joined([decision.DocumentNumber, decision.DocumentDate is { } date ? format.Day(date) : ""]);

    private string Target(TargetBounds? bounds) => bounds is null || indicator is null ? "" : format.Bounds(bounds, indicator);
}
