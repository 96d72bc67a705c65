using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Row;

internal sealed class PeriodUnreadable() : Rule<PeriodSubject>(
    FindingCodes.PeriodUnreadable,
    Severity.Error,
    "期间看不懂",
    "Period not readable",
    "{where}的期间“{found}”{reason}。请写成“2023年三季度”“2023年1-9月”“2023年8月”或“2023年”这样的形式。",
    "{where}: the period “{found}” {reason}. Write it like 2023年三季度, 2023年1-9月, 2023年8月 or 2023年.")
{
    internal override Fault? Find(PeriodSubject subject, CheckContext context) => subject.Period.Outcome switch
    {
        PeriodOutcome.Unreadable => new Fault(subject.At, new Detail("reason", "看不懂", "cannot be read")),
        PeriodOutcome.YearOrPart => new Fault(subject.At, new Detail("reason", "分不清是全年，还是标题或报告期所写的那一段时间", "may be the full year or the part of it that the title or the reporting period names")),
        PeriodOutcome.YearMissing => new Fault(subject.At, new Detail("reason", "没有写年份", "has no year")),
        _ => null,
    };
}
