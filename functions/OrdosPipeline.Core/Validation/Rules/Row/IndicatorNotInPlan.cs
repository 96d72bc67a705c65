using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Row;

/// <summary>Departments hand in the table that they keep: a row of it that the plan does not know is no fault.</summary>
internal sealed class IndicatorNotInPlan() : Rule<IndicatorSubject>(
    FindingCodes.IndicatorNotInPlan,
    Severity.Info,
    "不是规划指标",
    "Not an indicator of the plan",
    "{where}“{found}”不是规划指标，没有入库，不需要修改。",
    "{where}: “{found}” is not an indicator of the plan and was not stored. Nothing needs to be done.")
{
    public override bool Drops => true;

    internal override Fault? Find(IndicatorSubject subject, CheckContext context) => subject.Row.Match.Outcome == NameOutcome.NotInPlan ? new Fault(subject.Row.Subject) : null;
}
