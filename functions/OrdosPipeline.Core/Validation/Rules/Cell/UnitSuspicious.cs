using System.Globalization;
using OrdosPipeline.Core.Validation.History;

namespace OrdosPipeline.Core.Validation.Rules.Cell;

internal sealed class UnitSuspicious() : Rule<SeriesSubject>(
    FindingCodes.UnitSuspicious,
    Severity.Warning,
    "单位可能写错",
    "Unit perhaps wrong",
    "{where}的数值“{found}”与{reference}相差约{factor}倍，可能是单位写错，是否应为“{meant}”？如无误可不改。",
    "{where}: the value “{found}” differs from {reference} by a factor of about {factor}; perhaps the unit is wrong and {meant} is meant. Leave it if it is right.")
{
    internal override Fault? Find(SeriesSubject subject, CheckContext context)
    {
        var (indicator, amount) = (subject.Item.Indicator, subject.Item.Amount);
        if (amount.Converted is null || amount.IsYesNo)
            return null;
        var reported = subject.Series?.Comparable(subject.Item);
        if (UnitSlip.Of(indicator, amount, reported?.Value, context.Plan.Units) is not { } slip)
            return null;
        var number = HistoryText.Value(slip.Reference, indicator);
        var reference = slip.Kind switch
        {
            UnitReference.Reported => new Detail(
                "reference",
                $"{HistoryText.Months(reported!.Value.Period, indicator.Measure)}报送的数（{number}）",
                $"the value reported for {HistoryText.Months(reported.Value.Period, indicator.Measure)} ({number})"),
            UnitReference.Baseline => new Detail("reference", $"基期值（{number}）", $"the baseline ({number})"),
            _ => new Detail("reference", $"目标值（{number}）", $"the target ({number})"),
        };
        return new Fault(amount.Cell, reference, new Detail("factor", slip.Factor.ToString(CultureInfo.InvariantCulture)), new Detail("meant", slip.Meant, slip.MeantEnglish));
    }
}
