using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.File;

internal sealed class FileUnsafe() : Rule<FileSubject>(
    FindingCodes.FileUnsafe,
    Severity.Error,
    "文件结构不安全",
    "Unsafe inner structure",
    "文件内部结构不安全（{found}），不能接收。请在 Excel 或 WPS 中打开，另存为“.xlsx”格式后重新上传。",
    "The inner structure of the file is unsafe ({found}). Open it in Excel or WPS, save it as .xlsx and upload it again.")
{
    internal override Fault? Find(FileSubject subject, CheckContext context) => subject.File.Fault is { Kind: FileFaultKind.Unsafe } fault ? new Fault(null) { Found = fault.Found } : null;
}
