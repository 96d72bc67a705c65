using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.File;

internal sealed class EncodingUndecidable() : Rule<FileSubject>(
    FindingCodes.EncodingUndecidable,
    Severity.Error,
    "文字编码无法判断",
    "Text encoding undecidable",
    "无法判断文件的文字编码，内容可能显示为乱码。请另存为“.xlsx”，或另存为 UTF-8 编码的 CSV 后重新上传。{found}",
    "The text encoding of the file cannot be decided. Save it as .xlsx or as CSV in UTF-8 and upload it again. {found}")
{
    internal override Fault? Find(FileSubject subject, CheckContext context) => subject.File.Fault is { Kind: FileFaultKind.EncodingUndecidable } fault ? new Fault(null) { Found = fault.Found } : null;
}
