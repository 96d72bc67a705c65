using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress.Decisions;

/// <summary>What of the decisions on record counts at one quarter.</summary>
public static class DecisionsInForce
{
    /// <summary>The decisions that have taken effect by a quarter, earlier ones first.</summary>
    public static IReadOnlyList<RecordedDecision> EffectiveBy(this IEnumerable<RecordedDecision> decisions, ReportingQuarter quarter) =>
        [.. decisions.Where(decision => decision.Decision.EffectiveFrom <= quarter).Order(RecordedDecision.Precedence)];

    /// <summary>Of each indicator and region the one target over the horizon that is in force, in the order of the catalogue and its regions.</summary>
    public static IReadOnlyList<RecordedDecision> TargetsInForce(this IEnumerable<RecordedDecision> decisions, PlanCatalogue plan, ReportingQuarter quarter) =>
        LastOfEach(plan, decisions.EffectiveBy(quarter).Where(IsHorizonTarget));

    /// <summary>Of each indicator and region the one target of the quarter's year that is in force.</summary>
    public static IReadOnlyList<RecordedDecision> AnnualTargetsInForce(this IEnumerable<RecordedDecision> decisions, PlanCatalogue plan, ReportingQuarter quarter) =>
        LastOfEach(plan, decisions.EffectiveBy(quarter).Where(decision => decision.Decision is { Kind: DecisionKind.Annual, Target: not null } annual && annual.Year == quarter.Year));

    /// <summary>Every target over the horizon, as progress is judged by it.</summary>
    public static IReadOnlyList<TargetAssignment> TargetAssignments(this IEnumerable<RecordedDecision> decisions) =>
    [
        .. decisions.Where(IsHorizonTarget).Order(RecordedDecision.Precedence).Select(recorded => new TargetAssignment(
            recorded.Decision.Indicator,
            recorded.Decision.Region,
            new TargetInForce
            {
                Source = recorded.Decision.Kind == DecisionKind.Adjusted ? TargetSource.Adjusted : TargetSource.Assigned,
                EffectiveFrom = recorded.Decision.EffectiveFrom,
                Basis = recorded.Decision.Basis!.Value,
                Comparator = recorded.Decision.Target?.Comparator ?? Comparator.None,
                Low = recorded.Decision.Target?.Low,
                High = recorded.Decision.Target?.High,
                Decision = recorded.Id,
            })),
    ];

    /// <summary>The baselines that have taken effect by a quarter.</summary>
    public static IReadOnlyList<BaselineAssignment> BaselineAssignments(this IEnumerable<RecordedDecision> decisions, ReportingQuarter quarter) =>
    [
        .. decisions.EffectiveBy(quarter).Where(recorded => recorded.Decision.Baseline is not null)
            .Select(recorded => new BaselineAssignment(recorded.Decision.Indicator, recorded.Decision.Region, recorded.Decision.Baseline!)),
    ];

    private static bool IsHorizonTarget(RecordedDecision recorded) =>
        recorded.Decision is { Kind: DecisionKind.Assigned or DecisionKind.Adjusted, Basis: not null };

    private static IReadOnlyList<RecordedDecision> LastOfEach(PlanCatalogue plan, IEnumerable<RecordedDecision> ordered)
    {
        var last = new Dictionary<(string, string), RecordedDecision>();
        foreach (var recorded in ordered)
            last[(recorded.Decision.Indicator, recorded.Decision.Region)] = recorded;
        return
        [
            .. from indicator in plan.Indicators
               from region in plan.Regions
               where last.ContainsKey((indicator.Id, region.Code))
               select last[(indicator.Id, region.Code)],
        ];
    }
}
