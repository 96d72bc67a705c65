using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.File;

internal sealed class FileTypeUnsupported() : Rule<FileSubject>(
    FindingCodes.FileTypeUnsupported,
    Severity.Error,
    "不支持的文件类型",
    "Unsupported kind of file",
    "不支持这种文件（{found}）。请{way}。",
    "This kind of file ({found}) is not supported. {way}.")
{
    internal override Fault? Find(FileSubject subject, CheckContext context)
    {
        if (subject.File.Fault is not { Kind: FileFaultKind.TypeUnsupported } fault)
            return null;
        var way = UnsupportedFileTypes.CanBeSavedAsXlsx(fault.Found)
            ? new Detail("way", "在 Excel 或 WPS 中打开，另存为“.xlsx”格式后重新上传", "Open it in Excel or WPS, save it as .xlsx and upload it again")
            : new Detail("way", "把数据填入 Excel 或 WPS 表格，另存为“.xlsx”格式后重新上传", "Put the data into a spreadsheet, save it as .xlsx and upload that");
        return new Fault(null, way) { Found = fault.Found };
    }
}
