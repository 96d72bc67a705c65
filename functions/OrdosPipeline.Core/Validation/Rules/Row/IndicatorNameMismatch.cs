using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Row;

internal sealed class IndicatorNameMismatch() : Rule<IndicatorSubject>(
    FindingCodes.IndicatorNameMismatch,
    Severity.Error,
    "指标名称与编码不符",
    "Name and code of the indicator disagree",
    "{where}的指标名称“{found}”与同一行的编码不一致，该编码是“{named}”。请改正编码或名称。",
    "{where}: the name “{found}” does not belong to the code in the same row, which is “{named}”. Correct one of them.")
{
    internal override Fault? Find(IndicatorSubject subject, CheckContext context) => subject.Row.Match is { Outcome: NameOutcome.NameMismatch, Item: { } item }
            ? new Fault(subject.Row.Subject, new Detail("named", $"{item.Id} {item.Name}"))
            : null;
}
