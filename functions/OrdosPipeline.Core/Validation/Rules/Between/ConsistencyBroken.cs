using OrdosPipeline.Core.Plan.Consistency;
using OrdosPipeline.Core.Validation.History;

namespace OrdosPipeline.Core.Validation.Rules.Between;

/// <summary>The severity stated here is that of a rule of the catalogue that states none.</summary>
internal sealed class ConsistencyBroken() : Rule<ConsistencySubject>(
    FindingCodes.ConsistencyBroken,
    Severity.Warning,
    "与其他数据不一致",
    "Does not agree with other values",
    "{where}的“{found}”与其他数据不一致（{months}）：{text}。按{formula}核对，左边为{left}，右边为{right}{tolerance}。请核对这些数值。",
    "{where}: “{found}” does not agree with other values ({months}): {text}. Of {formula} the left side is {left} and the right side {right}{tolerance}. Check these values.")
{
    internal override Fault? Find(ConsistencySubject subject, CheckContext context)
    {
        var (rule, item) = (subject.Rule, subject.At);
        var allowed = rule.IsToleranceRelative ? $"{HistoryText.Number(rule.Tolerance * 100)}%" : HistoryText.Number(rule.Tolerance) + item.Indicator.Unit.Symbol;
        return new Fault(
            item.Amount.Cell,
            new Detail("months", HistoryText.Months(item.Period, item.Indicator.Measure)),
            new Detail("text", rule.Text, rule.TextEn),
            new Detail("formula", rule.Formula),
            new Detail("left", rule.Left.Filled(subject.ValueOf)),
            new Detail("right", rule.Right.Filled(subject.ValueOf)),
            rule.Tolerance > 0 ? new Detail("tolerance", $"，允许相差{allowed}", $" (they may differ by {allowed})") : new Detail("tolerance", ""))
        {
            Severity = rule.Severity switch
            {
                ConsistencySeverity.Error => Validation.Severity.Error,
                ConsistencySeverity.Info => Validation.Severity.Info,
                _ => Validation.Severity.Warning,
            },
        };
    }
}
