using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Row;

internal sealed class IndicatorAmbiguous() : Rule<IndicatorSubject>(
    FindingCodes.IndicatorAmbiguous,
    Severity.Error,
    "指标名称不明确",
    "Indicator ambiguous",
    "{where}“{found}”可能指多个指标：{candidates}。请写全称或填写指标编码。",
    "{where}: “{found}” may mean several indicators: {candidates}. Write the full name or the code.")
{
    internal override Fault? Find(IndicatorSubject subject, CheckContext context) => subject.Row.Match.Outcome == NameOutcome.Ambiguous
            ? new Fault(subject.Row.Subject, new Detail("candidates", string.Join("、", subject.Row.Match.Offered.Take(5).Select(indicator => $"{indicator.Id} {indicator.Name}"))))
            : null;
}
