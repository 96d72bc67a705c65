namespace OrdosPipeline.Core.Intake;

/// <summary>Opens uploaded files of any supported format.</summary>
public interface IWorkbookOpener
{
    /// <summary>Opens <paramref name="content"/> by what it contains.</summary>
    /// <param name="content">Seekable; left open.</param>
    /// <param name="limits">What is read at the most.</param>
    /// <param name="cancellationToken">Ends the reading between rows.</param>
    /// <returns>The workbook, or the fault that keeps it from being read. Never throws for what a file contains.</returns>
    OpenedFile Open(Stream content, IntakeLimits limits, CancellationToken cancellationToken);
}

/// <summary>Either a workbook or the fault that kept it from being opened.</summary>
public sealed record OpenedFile
{
    private OpenedFile(Workbook? workbook, FileFault? fault) => (Workbook, Fault) = (workbook, fault);

    public Workbook? Workbook { get; }

    public FileFault? Fault { get; }

    public static OpenedFile Of(Workbook workbook) => new(workbook, null);

    public static OpenedFile Of(FileFaultKind kind, string? found = null) => new(null, new FileFault(kind, found));
}

/// <summary>Why a file cannot be read; each kind becomes the finding of the same name.</summary>
public enum FileFaultKind
{
    Empty,
    TypeUnsupported,
    Unreadable,
    Encrypted,
    TooLarge,
    HasMacros,
    Unsafe,
    EncodingUndecidable,
}

/// <param name="Kind">What is wrong.</param>
/// <param name="Found">What was found, for the message: a type, a limit, a name; null when there is nothing to quote.</param>
public sealed record FileFault(FileFaultKind Kind, string? Found);

/// <summary>What a file may contain at the most (DESIGN limits). Exceeding one is a finding, not an error of the system.</summary>
public sealed record IntakeLimits
{
    public static IntakeLimits Default { get; } = new();

    /// <value>Default 50 MiB.</value>
    public long FileBytes { get; init; } = 50L << 20;

    /// <summary>Counted while unpacking, never taken from what the archive declares.</summary>
    /// <value>Default 200 MiB.</value>
    public long UnpackedBytes { get; init; } = 200L << 20;

    /// <value>Default 2,000.</value>
    public int ZipEntries { get; init; } = 2_000;

    /// <summary>Cells that hold something, in all sheets together.</summary>
    /// <value>Default 2,000,000.</value>
    public int Cells { get; init; } = 2_000_000;

    /// <value>Default 100,000.</value>
    public int CellCharacters { get; init; } = 100_000;

    /// <summary>Time for opening and checking one file.</summary>
    /// <value>Default 60 seconds.</value>
    public TimeSpan CheckingTime { get; init; } = TimeSpan.FromSeconds(60);
}
