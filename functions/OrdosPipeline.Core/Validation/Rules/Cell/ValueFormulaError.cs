using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Cell;

internal sealed class ValueFormulaError() : Rule<AmountSubject>(
    FindingCodes.ValueFormulaError,
    Severity.Error,
    "公式没有结果",
    "Formula without a result",
    "{where}的公式没有计算出结果（{found}）。请修正公式，或直接填写数字。",
    "{where}: the formula has no result ({found}). Mend it or write the number itself.")
{
    internal override Fault? Find(AmountSubject subject, CheckContext context) => subject.Number.Outcome == NumberOutcome.FormulaError ? new Fault(subject.Cell) : null;
}
