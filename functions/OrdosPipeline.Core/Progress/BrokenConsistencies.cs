using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Plan.Consistency;

namespace OrdosPipeline.Core.Progress;

/// <summary>A rule of the plan that does not hold among everything that is known, whoever reported it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Region">For which it was asked.</param>
/// <param name="Period">In which.</param>
/// <param name="Observations">What is known of its operands, the right side first.</param>
public sealed record BrokenConsistency(ConsistencyRule Rule, string Region, Period Period, IReadOnlyList<Observation> Observations);

/// <summary>Holds the rules of <c>consistency.csv</c> against the observations of all departments, as no single submission can.</summary>
public static class BrokenConsistencies
{
    /// <summary>The rules that are broken in periods that end in <paramref name="quarter"/>, in the order of the catalogue.</summary>
    /// <param name="plan">Whose rules.</param>
    /// <param name="observations">Current values of the plan; withdrawn ones count as unknown.</param>
    /// <param name="quarter">In which periods end.</param>
    public static IReadOnlyList<BrokenConsistency> Of(PlanCatalogue plan, IEnumerable<Observation> observations, ReportingQuarter quarter)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var known = observations.Where(observation => !observation.IsWithdrawn && observation.Key.Period.EndQuarter == quarter).ToDictionary(observation => observation.Key);
        var periods = known.Keys.Select(key => key.Period).Distinct().Order().ToList();
        return
        [
            .. from rule in plan.ConsistencyRules
               from region in rule.HoldsInEachRegion ? plan.Regions : [plan.City]
               from period in periods
               where rule.IsBroken(plan, region.Code, (indicator, code) => known.GetValueOrDefault(new(plan.Id, indicator, code, period))?.Value)
               select new BrokenConsistency(
                   rule, region.Code, period,
                   [.. rule.Operands.Select(operand => known.GetValueOrDefault(new(plan.Id, operand.Indicator, operand.Region ?? region.Code, period))).OfType<Observation>()]),
        ];
    }
}
