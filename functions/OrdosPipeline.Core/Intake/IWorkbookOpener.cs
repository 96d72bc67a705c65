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

    public static OpenedFile Of(FileFault fault) => new(null, fault);

    public static OpenedFile Of(FileFaultKind kind, string? found = null) => Of(new FileFault(kind, found));
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
public sealed record FileFault(FileFaultKind Kind, string? Found)
{
    /// <param name="kind">What there is too much of.</param>
    /// <param name="most">What is allowed.</param>
    public static FileFault TooLarge(LimitKind kind, long most) => new(FileFaultKind.TooLarge, null) { Limit = new ExceededLimit(kind, most) };

    /// <summary>Of a file that is too large: which limit it exceeds.</summary>
    public ExceededLimit? Limit { get; init; }

    /// <summary>Of a CSV file: the 1-based row in which a quote opens that is never closed.</summary>
    public int? UnclosedQuoteRow { get; init; }
}

/// <summary>What there is too much of.</summary>
public enum LimitKind
{
    /// <summary>Bytes of the file.</summary>
    FileBytes,

    /// <summary>Bytes of a workbook when it is unpacked.</summary>
    UnpackedBytes,

    /// <summary>Parts of a workbook.</summary>
    ZipEntries,
    Cells,

    /// <summary>Characters of one cell.</summary>
    CellCharacters,

    /// <summary>Seconds of checking.</summary>
    Seconds,
}

/// <param name="Kind">What there is too much of.</param>
/// <param name="Most">What is allowed: bytes, seconds or a number.</param>
public sealed record ExceededLimit(LimitKind Kind, long Most);

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

    /// <summary>Time for opening one file, and once more for checking it.</summary>
    /// <value>Default 60 seconds.</value>
    public TimeSpan CheckingTime { get; init; } = TimeSpan.FromSeconds(60);
}
