using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.File;

internal sealed class FileUnreadable() : Rule<FileSubject>(
    FindingCodes.FileUnreadable,
    Severity.Error,
    "文件打不开，可能已损坏或上传不完整。请确认能在本机打开，另存为“.xlsx”格式后重新上传。{found}",
    "The file cannot be opened; it may be damaged or incomplete. Check that it opens on your computer, save it as .xlsx and upload it again. {found}")
{
    internal override Fault? Find(FileSubject subject, CheckContext context) => subject.File.Fault is { Kind: FileFaultKind.Unreadable } fault ? new Fault(null) { Found = fault.Found } : null;
}
