namespace OrdosPipeline.Core.Validation.Rules.Row;

/// <summary>Tables often show earlier years for comparison.</summary>
internal sealed class PeriodBeforePlan() : Rule<PeriodSubject>(
    FindingCodes.PeriodBeforePlan,
    Severity.Info,
    "期间在规划期之前",
    "Period before the plan",
    "{where}的期间“{found}”早于本规划（{years}年），数据没有入库，不需要修改。",
    "{where}: the period “{found}” lies before this plan ({years}); its values were not stored. Nothing needs to be done.")
{
    public override bool Drops => true;

    internal override Fault? Find(PeriodSubject subject, CheckContext context) => subject.Period.IsRead && subject.Period.Period.Year < context.Plan.Years.First
            ? new Fault(subject.At, new Detail("years", context.Plan.Years.ToString()))
            : null;
}
