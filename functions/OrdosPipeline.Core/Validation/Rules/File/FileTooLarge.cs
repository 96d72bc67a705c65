using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.File;

internal sealed class FileTooLarge() : Rule<FileSubject>(
    FindingCodes.FileTooLarge,
    Severity.Error,
    "文件超过系统允许的大小（{found}）。请删除无关内容或拆成几个文件后重新上传。",
    "The file exceeds what the system accepts ({found}). Remove what is not needed or split it, and upload again.")
{
    internal override Fault? Find(FileSubject subject, CheckContext context) => subject.File.Fault is { Kind: FileFaultKind.TooLarge } fault ? new Fault(null) { Found = fault.Found } : null;
}
