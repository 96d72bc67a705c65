using System.Globalization;

namespace OrdosPipeline.Core.Validation.Rules.Cell;

internal sealed class ValueOutOfRange() : Rule<ValueSubject>(
    FindingCodes.ValueOutOfRange,
    Severity.Error,
    "超出合理范围",
    "Outside the believable range",
    "{where}的数值“{found}”超出合理范围（{range}）{hint}。请核对数值和单位。",
    "{where}: the value “{found}” is outside the believable range ({range}){hint}. Check value and unit.")
{
    internal override Fault? Find(ValueSubject subject, CheckContext context)
    {
        if (!subject.Amount.Number.IsRead || subject.Amount.IsYesNo || subject.Amount.Unit.Unit is not { } unit || !unit.IsCompatibleWith(subject.Indicator.Unit))
            return null;
        var indicator = subject.Indicator;
        // What is too large to be converted is out of any range.
        var (low, high) = (indicator.PlausibleMin ?? decimal.MinValue, indicator.PlausibleMax ?? decimal.MaxValue);
        if (subject.Amount.Converted is { } value && value >= low && value <= high)
            return null;
        var range = (indicator.PlausibleMin, indicator.PlausibleMax) switch
        {
            ({ } min, { } max) => string.Create(CultureInfo.InvariantCulture, $"{min}～{max}{indicator.Unit}"),
            ({ } min, null) => string.Create(CultureInfo.InvariantCulture, $"≥{min}{indicator.Unit}"),
            (null, { } max) => string.Create(CultureInfo.InvariantCulture, $"≤{max}{indicator.Unit}"),
            _ => "",
        };
        var hint = UnitSlip.Of(indicator, subject.Amount, reported: null, context.Plan.Units) is { } slip
            ? new Detail("hint", $"，可能是单位写错，是否应为“{slip.Meant}”", $"; perhaps the unit is wrong and {slip.MeantEnglish} is meant")
            : new Detail("hint", "");
        return new Fault(subject.Amount.Cell, new Detail("range", range), hint);
    }
}
