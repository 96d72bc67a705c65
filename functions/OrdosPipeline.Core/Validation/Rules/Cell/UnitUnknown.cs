using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Cell;

internal sealed class UnitUnknown() : Rule<AmountSubject>(
    FindingCodes.UnitUnknown,
    Severity.Error,
    "不认识的单位",
    "Unit not known",
    "{where}的单位“{unit}”不认识。请改用常用的计量单位，如“{own}”。",
    "{where}: the unit “{unit}” is not known. Use a common one such as {own}.")
{
    internal override Fault? Find(AmountSubject subject, CheckContext context)
    {
        if (subject.IsYesNo || subject.Unit.Unit is not null || subject.Unit.Source == UnitSource.Catalogue || subject.Number.Outcome is not (NumberOutcome.Read or NumberOutcome.UnitUnknown))
            return null;
        var at = subject.Unit.Source == UnitSource.Glued ? subject.Cell : new Written(subject.Unit.At, subject.Unit.Text);
        return new Fault(at, new Detail("unit", subject.Unit.Text), new Detail("own", subject.Own?.Symbol ?? "万元"));
    }
}
