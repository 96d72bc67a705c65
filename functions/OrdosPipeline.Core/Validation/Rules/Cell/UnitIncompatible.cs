using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Cell;

internal sealed class UnitIncompatible() : Rule<AmountSubject>(
    FindingCodes.UnitIncompatible,
    Severity.Error,
    "单位不能换算",
    "Unit does not convert",
    "{where}的单位“{unit}”与该指标的单位“{own}”不能换算。请核对单位和数值。",
    "{where}: the unit “{unit}” does not convert to “{own}”, the unit of the indicator. Check unit and value.")
{
    internal override Fault? Find(AmountSubject subject, CheckContext context)
    {
        if (subject.IsYesNo || subject.Own is not { } own || subject.Unit.Unit is not { } unit || unit.IsCompatibleWith(own) || !subject.Number.IsRead)
            return null;
        var at = subject.Unit.Source == UnitSource.Row ? new Written(subject.Unit.At, subject.Unit.Text) : subject.Cell;
        return new Fault(at, new Detail("unit", subject.Unit.Text.Length > 0 ? subject.Unit.Text : unit.Symbol), new Detail("own", own.Symbol));
    }
}
