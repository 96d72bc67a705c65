using OrdosPipeline.Core.Validation.History;

namespace OrdosPipeline.Core.Validation.Rules.History;

internal sealed class DuplicateFile() : Rule<ReportedBefore>(
    FindingCodes.DuplicateFile,
    Severity.Info,
    "与以前的文件完全相同",
    "Same file as before",
    "文件内容与{day}上传的“{file}”完全相同。如果本意是更正数据，请核对是否选错了文件；否则不需要修改。",
    "The content is the same as that of “{file}”, uploaded on {day}. If it was meant to correct something, check that it is the right file; otherwise nothing needs to be done.")
{
    internal override Fault? Find(ReportedBefore subject, CheckContext context) => subject.SameContent is { } earlier
            ? new Fault(null, new Detail("day", earlier.Day), new Detail("file", earlier.FileName))
            : null;
}
