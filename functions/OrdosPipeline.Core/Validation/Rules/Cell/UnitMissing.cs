using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Cell;

internal sealed class UnitMissing() : Rule<AmountSubject>(
    FindingCodes.UnitMissing,
    Severity.Info,
    "没有写单位",
    "Unit missing",
    "{where}没有写单位，按指标目录的单位“{own}”读取。",
    "{where}: no unit is given; it was read in the unit of the plan, {own}.")
{
    internal override Fault? Find(AmountSubject subject, CheckContext context) => !subject.IsYesNo && subject.Own is { } own && subject.Number.IsRead && subject.Unit.Source == UnitSource.Catalogue
            ? new Fault(subject.Cell, new Detail("own", own.Symbol))
            : null;
}
