using System.Globalization;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.File;

internal sealed class FileUnreadable() : Rule<FileSubject>(
    FindingCodes.FileUnreadable,
    Severity.Error,
    "文件打不开",
    "The file cannot be opened",
    "{fault}，另存为“.xlsx”格式后重新上传。{found}",
    "{fault}, save it as .xlsx and upload it again. {found}")
{
    internal override Fault? Find(FileSubject subject, CheckContext context)
    {
        if (subject.File.Fault is not { Kind: FileFaultKind.Unreadable } fault)
            return null;
        if (fault.UnclosedQuoteRow is not { } row)
            return new Fault(null, new Detail("fault", "文件打不开，可能已损坏或上传不完整。请确认能在本机打开", "The file cannot be opened; it may be damaged or incomplete. Check that it opens on your computer")) { Found = fault.Found };
        var number = row.ToString(CultureInfo.InvariantCulture);
        var detail = new Detail(
            "fault",
            $"第 {number} 行有一个引号没有配对，它后面的内容分不清是哪一行、哪一列的。请补上或删除这个引号",
            $"Row {number} has a quote that is never closed, so that it cannot be told which rows and columns follow. Close the quote or remove it");
        return new Fault(null, detail) { RowNumber = row, Found = fault.Found };
    }
}
