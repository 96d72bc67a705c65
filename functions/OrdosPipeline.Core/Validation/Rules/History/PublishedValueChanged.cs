using OrdosPipeline.Core.Validation.History;

namespace OrdosPipeline.Core.Validation.Rules.History;

/// <summary>Asks for a reason; a change with a reason in 备注 is <see cref="ValueRevised"/>, which quotes it.</summary>
internal sealed class PublishedValueChanged() : Rule<Revision>(
    FindingCodes.PublishedValueChanged,
    Severity.Warning,
    "修改已公布的数据",
    "Published value changed",
    "{where}把{quarter}小结中已公布的{old}改成了{new}（原数见{day}上传的“{file}”）。请在该行备注中写明修改原因后重新上传；如果是误改，请改回。",
    "{where} changes {old}, which the summary of {quarter} has published, to {new} (it was reported in “{file}” of {day}). Say why in the remark of the row and upload again, or change it back.")
{
    internal override Fault? Find(Revision subject, CheckContext context) => subject is { PublishedIn: { } quarter, Published: { } published, Reason.Length: 0 }
            ? new Fault(
                subject.Cell,
                new Detail("old", published),
                new Detail("quarter", quarter.ToString()),
                new Detail("new", subject.New),
                new Detail("day", subject.Upload.Day),
                new Detail("file", subject.Upload.FileName))
            : null;
}
