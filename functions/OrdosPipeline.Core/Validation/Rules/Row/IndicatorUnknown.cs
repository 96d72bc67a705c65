using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Row;

internal sealed class IndicatorUnknown() : Rule<IndicatorSubject>(
    FindingCodes.IndicatorUnknown,
    Severity.Error,
    "找不到这个指标",
    "Indicator not known",
    "{where}“{found}”在规划指标中找不到{hint}。请按指标目录改正编码或名称。",
    "{where}: “{found}” is not in the plan{hint}. Correct the code or the name.")
{
    internal override Fault? Find(IndicatorSubject subject, CheckContext context)
    {
        if (subject.Row.Match.Outcome != NameOutcome.Unknown)
            return null;
        var nearest = string.Join("、", subject.Row.Match.Offered.Take(5).Select(indicator => $"{indicator.Id} {indicator.Name}"));
        return new Fault(subject.Row.Subject, nearest.Length == 0 ? new Detail("hint", "") : new Detail("hint", $"，最接近的是：{nearest}", $"; nearest: {nearest}"));
    }
}
