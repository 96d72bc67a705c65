using OrdosPipeline.Core.Validation.History;

namespace OrdosPipeline.Core.Validation.Rules.History;

internal sealed class ValueRevised() : Rule<Revision>(
    FindingCodes.ValueRevised,
    Severity.Info,
    "修订以前的数据",
    "Value revised",
    "{where}的数值由{old}（{day}上传的“{file}”）改为{new}{published}。不需要再做什么。",
    "{where} revises {old} (“{file}” of {day}) to {new}{published}. Nothing more needs to be done.")
{
    internal override Fault? Find(Revision subject, CheckContext context) => new(
        subject.Cell,
        new Detail("old", subject.Old),
        new Detail("day", subject.Upload.Day),
        new Detail("file", subject.Upload.FileName),
        new Detail("new", subject.New),
        subject is { PublishedIn: { } quarter, Published: { } value }
            ? new Detail("published", $"，修改了{quarter}小结中公布的{value}，原因：{subject.Reason}", $", which changes {value} as published in the summary of {quarter}, because: {subject.Reason}")
            : new Detail("published", ""));
}
