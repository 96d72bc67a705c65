using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Cell;

internal sealed class ValueMissing() : Rule<AmountSubject>(
    FindingCodes.ValueMissing,
    Severity.Info,
    "暂无数据",
    "No value",
    "{where}“{found}”表示暂无数据，按未报送处理（不等于 0）。",
    "{where}: “{found}” means that there is no value; it is taken as not reported, not as 0.")
{
    public override bool Drops => true;

    internal override Fault? Find(AmountSubject subject, CheckContext context) => subject.Number.Outcome == NumberOutcome.Missing ? new Fault(subject.Cell) : null;
}
