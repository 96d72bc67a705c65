namespace OrdosPipeline.Core.Validation.Rules.Between;

internal sealed class RowsConflict() : Rule<RepeatSubject>(
    FindingCodes.RowsConflict,
    Severity.Error,
    "同一数据前后不一",
    "Rows contradict each other",
    "{where}与{other}都是{subject}，但数值不同（“{found}”和“{otherFound}”）。请只保留正确的一个。",
    "{where} and {other} are both about {subject} but differ (“{found}” and “{otherFound}”). Keep the right one only.")
{
    internal override Fault? Find(RepeatSubject subject, CheckContext context) => !subject.AllEqual ? Repeats.Fault(subject) : null;
}
