using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Row;

internal sealed class PeriodMissing() : Rule<PeriodSubject>(
    FindingCodes.PeriodMissing,
    Severity.Error,
    "没有写期间",
    "Period missing",
    "{where}没有填写期间。请填写，如“2023年三季度”“2023年1-9月”。",
    "{where}: the period is missing. Fill it in, such as 2023年三季度 or 2023年1-9月.")
{
    internal override Fault? Find(PeriodSubject subject, CheckContext context) => subject.Period.Outcome == PeriodOutcome.Missing ? new Fault(subject.At) : null;
}
