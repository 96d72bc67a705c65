using System.Globalization;

namespace OrdosPipeline.Core.Validation.Rules.Cell;

internal sealed class UnitSuspicious() : Rule<ValueSubject>(
    FindingCodes.UnitSuspicious,
    Severity.Warning,
    "{where}的数值“{found}”与{reference}相差约{factor}倍，可能是单位写错，是否应为“{meant}”？如无误可不改。",
    "{where}: the value “{found}” differs from {reference} by a factor of about {factor}; perhaps the unit is wrong and {meant} is meant. Leave it if it is right.")
{
    internal override Fault? Find(ValueSubject subject, CheckContext context)
    {
        if (subject.Amount.Converted is null || subject.Amount.IsYesNo || UnitSlip.Of(subject, context.Plan.Units) is not { } slip)
            return null;
        var number = string.Create(CultureInfo.InvariantCulture, $"{slip.Reference}{subject.Indicator.Unit}");
        var reference = slip.IsBaseline ? new Detail("reference", $"基期值（{number}）", $"the baseline ({number})") : new Detail("reference", $"目标值（{number}）", $"the target ({number})");
        return new Fault(subject.Amount.Cell, reference, new Detail("factor", slip.Factor.ToString(CultureInfo.InvariantCulture)), new Detail("meant", slip.Meant, slip.MeantEnglish));
    }
}
