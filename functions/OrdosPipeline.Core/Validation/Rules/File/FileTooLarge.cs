using System.Globalization;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.File;

internal sealed class FileTooLarge() : Rule<FileSubject>(
    FindingCodes.FileTooLarge,
    Severity.Error,
    "文件过大",
    "The file is too large",
    "文件超过系统允许的大小：{limit}。请删除无关内容或拆成几个文件后重新上传。",
    "The file exceeds what the system accepts: {limit}. Remove what is not needed or split it, and upload again.")
{
    internal override Fault? Find(FileSubject subject, CheckContext context) =>
        subject.File.Fault switch
        {
            { Kind: FileFaultKind.TooLarge, Limit: { } limit } => new Fault(null, Sentence(limit)) { Found = Number(limit) },
            { Kind: FileFaultKind.TooLarge } fault => new Fault(null, new Detail("limit", fault.Found ?? "")) { Found = fault.Found },
            _ => null,
        };

    private static Detail Sentence(ExceededLimit limit) => (limit.Kind, Number(limit)) switch
    {
        (LimitKind.FileBytes, var most) => new("limit", $"文件大于 {most}", $"more than {most}"),
        (LimitKind.UnpackedBytes, var most) => new("limit", $"解压后的内容大于 {most}", $"more than {most} unpacked"),
        (LimitKind.ZipEntries, var most) => new("limit", $"内部的部件多于 {most} 个", $"more than {most} parts"),
        (LimitKind.Cells, var most) => new("limit", $"有内容的单元格多于 {most} 个", $"more than {most} cells that hold something"),
        (LimitKind.CellCharacters, var most) => new("limit", $"有的单元格多于 {most} 个字", $"a cell of more than {most} characters"),
        (_, var most) => new("limit", $"校验用时超过 {most} 秒", $"checking took more than {most} seconds"),
    };

    private static string Number(ExceededLimit limit) => limit.Kind is LimitKind.FileBytes or LimitKind.UnpackedBytes
        ? string.Create(CultureInfo.InvariantCulture, $"{limit.Most / (double)(1 << 20):0.##} MiB")
        : limit.Most.ToString("N0", CultureInfo.InvariantCulture);
}
