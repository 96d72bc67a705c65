using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.File;

internal sealed class FileTypeUnsupported() : Rule<FileSubject>(
    FindingCodes.FileTypeUnsupported,
    Severity.Error,
    "不支持这种文件（{found}）。请在 Excel 或 WPS 中打开，另存为“.xlsx”格式后重新上传。",
    "This kind of file ({found}) is not supported. Open it in Excel or WPS, save it as .xlsx and upload it again.")
{
    internal override Fault? Find(FileSubject subject, CheckContext context) => subject.File.Fault is { Kind: FileFaultKind.TypeUnsupported } fault ? new Fault(null) { Found = fault.Found } : null;
}
