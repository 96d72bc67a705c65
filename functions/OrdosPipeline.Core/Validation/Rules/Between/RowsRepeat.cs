namespace OrdosPipeline.Core.Validation.Rules.Between;

internal sealed class RowsRepeat() : Rule<RepeatSubject>(
    FindingCodes.RowsRepeat,
    Severity.Warning,
    "重复的行",
    "Row repeated",
    "{where}与{other}重复（{subject}，数值相同），只记录一次。建议删除重复的行。",
    "{where} repeats {other} ({subject}, the same value); it is recorded once. Remove the repetition.")
{
    public override bool Drops => true;

    internal override Fault? Find(RepeatSubject subject, CheckContext context) => subject is { Differences.Count: 0, IsFirst: false } ? Repeats.Fault(subject) : null;
}
