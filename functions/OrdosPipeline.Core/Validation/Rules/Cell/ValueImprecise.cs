using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Cell;

internal sealed class ValueImprecise() : Rule<AmountSubject>(
    FindingCodes.ValueImprecise,
    Severity.Error,
    "不是准确数字",
    "Not an exact number",
    "{where}“{found}”不是准确数字，请填写精确数值，不要写“约”“左右”“以上”等字样。",
    "{where}: “{found}” is not an exact number. Write the exact value, without words such as 约, 左右 or 以上.")
{
    internal override Fault? Find(AmountSubject subject, CheckContext context) => subject.Number.Outcome == NumberOutcome.Imprecise ? new Fault(subject.Cell) : null;
}
