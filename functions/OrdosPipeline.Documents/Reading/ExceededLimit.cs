using System.Globalization;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Reading;

/// <summary>Says which limit a file exceeds, in words that stand in the Chinese and in the English message alike.</summary>
internal static class ExceededLimit
{
    public static FileFaultException FileBytes(IntakeLimits limits) => Fault($"> {Mebibytes(limits.FileBytes)} MiB");

    public static FileFaultException UnpackedBytes(IntakeLimits limits) => Fault($"ZIP > {Mebibytes(limits.UnpackedBytes)} MiB");

    public static FileFaultException ZipEntries(IntakeLimits limits) => Fault($"ZIP > {limits.ZipEntries:N0} 个文件 (files)");

    public static FileFaultException Cells(IntakeLimits limits) => Fault($"> {limits.Cells:N0} 个单元格 (cells)");

    public static FileFaultException CellCharacters(IntakeLimits limits) => Fault($"> {limits.CellCharacters:N0} 字/单元格 (characters in a cell)");

    private static string Mebibytes(long bytes) => (bytes / (double)(1 << 20)).ToString("0.##", CultureInfo.InvariantCulture);

    private static FileFaultException Fault(FormattableString text) => new(FileFaultKind.TooLarge, FormattableString.Invariant(text));
}
