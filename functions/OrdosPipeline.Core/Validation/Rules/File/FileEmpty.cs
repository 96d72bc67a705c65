using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.File;

internal sealed class FileEmpty() : Rule<FileSubject>(
    FindingCodes.FileEmpty,
    Severity.Error,
    "文件是空的",
    "The file is empty",
    "文件是空的，没有任何内容。请填写数据后重新上传。",
    "The file is empty. Fill it in and upload it again.")
{
    internal override Fault? Find(FileSubject subject, CheckContext context)
    {
        if (subject.File.Fault is { Kind: FileFaultKind.Empty })
            return new Fault(null);
        return subject.Reading is { } reading && reading.Sheets.All(sheet => sheet.Outcome == SheetOutcome.Empty) ? new Fault(null) : null;
    }
}
