using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Row;

internal sealed class IndicatorMissing() : Rule<IndicatorSubject>(
    FindingCodes.IndicatorMissing,
    Severity.Error,
    "没有写指标",
    "Indicator missing",
    "{where}有数值，但没有写指标编码或指标名称。请补填指标名称。",
    "{where}: there is a value but neither code nor name of an indicator. Fill in the name.")
{
    internal override Fault? Find(IndicatorSubject subject, CheckContext context) => subject.Row.Match.Outcome == NameOutcome.Missing ? new Fault(subject.Row.Subject) : null;
}
