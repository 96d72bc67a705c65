using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.File;

internal sealed class FileEncrypted() : Rule<FileSubject>(
    FindingCodes.FileEncrypted,
    Severity.Error,
    "文件有打开密码",
    "The file has a password",
    "文件设置了打开密码，系统无法读取。请取消密码保护后重新上传。",
    "The file is protected by a password. Remove the password and upload it again.")
{
    internal override Fault? Find(FileSubject subject, CheckContext context) => subject.File.Fault is { Kind: FileFaultKind.Encrypted } fault ? new Fault(null) { Found = fault.Found } : null;
}
