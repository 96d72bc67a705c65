using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Reading;

/// <summary>Ends the reading of a file that exceeds one of its limits.</summary>
internal static class LimitFault
{
    public static FileFaultException FileBytes(IntakeLimits limits) => Of(LimitKind.FileBytes, limits.FileBytes);

    public static FileFaultException UnpackedBytes(IntakeLimits limits) => Of(LimitKind.UnpackedBytes, limits.UnpackedBytes);

    public static FileFaultException ZipEntries(IntakeLimits limits) => Of(LimitKind.ZipEntries, limits.ZipEntries);

    public static FileFaultException Cells(IntakeLimits limits) => Of(LimitKind.Cells, limits.Cells);

    public static FileFaultException CellCharacters(IntakeLimits limits) => Of(LimitKind.CellCharacters, limits.CellCharacters);

    private static FileFaultException Of(LimitKind kind, long most) => new(FileFault.TooLarge(kind, most));
}
