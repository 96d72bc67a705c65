namespace OrdosPipeline.Core.Validation.Rules.Row;

internal sealed class PeriodOutsidePlan() : Rule<PeriodSubject>(
    FindingCodes.PeriodOutsidePlan,
    Severity.Error,
    "期间在规划期之后",
    "Period after the plan",
    "{where}的期间“{found}”在本规划（{years}年）之后，请核对年份，或改报到相应的规划。",
    "{where}: the period “{found}” lies after this plan ({years}). Check the year, or report it under the plan that it belongs to.")
{
    internal override Fault? Find(PeriodSubject subject, CheckContext context) => subject.Period.IsRead && subject.Period.Period.Year > context.Plan.Years.Last && subject.Period.Period.LastDay <= context.AsOf
            ? new Fault(subject.At, new Detail("years", context.Plan.Years.ToString()))
            : null;
}
