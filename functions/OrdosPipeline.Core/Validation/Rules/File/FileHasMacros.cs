using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.File;

internal sealed class FileHasMacros() : Rule<FileSubject>(
    FindingCodes.FileHasMacros,
    Severity.Error,
    "文件含有宏",
    "The file contains macros",
    "文件含有宏，出于安全考虑不能接收。请另存为不含宏的“.xlsx”格式后重新上传。{found}",
    "The file contains macros and cannot be accepted. Save it as .xlsx without macros and upload it again. {found}")
{
    internal override Fault? Find(FileSubject subject, CheckContext context) => subject.File.Fault is { Kind: FileFaultKind.HasMacros } fault ? new Fault(null) { Found = fault.Found } : null;
}
