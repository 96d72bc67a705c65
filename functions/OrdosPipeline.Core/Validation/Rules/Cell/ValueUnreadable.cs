using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Cell;

internal sealed class ValueUnreadable() : Rule<AmountSubject>(
    FindingCodes.ValueUnreadable,
    Severity.Error,
    "不是数字",
    "Not a number",
    "{where}的“{found}”不是数字，无法读取。请只填写一个数字（“是/否”类指标填“是”或“否”）。",
    "{where}: “{found}” is not a number. Write one number only (是 or 否 for a yes/no indicator).")
{
    internal override Fault? Find(AmountSubject subject, CheckContext context) => subject.Number.Outcome == NumberOutcome.Unreadable ? new Fault(subject.Cell) : null;
}
