using OrdosPipeline.Documents.Feedback;

namespace OrdosPipeline.Documents.Exports;

/// <summary>The cell styles of tables, by what a cell holds and whether its column wraps.</summary>
internal sealed class SheetStyles
{
    private const string HeaderFill = "E8ECF0";

    private const int WholeNumber = 3;

    /// <summary>A day and time, in the order of the country whose program opens the workbook.</summary>
    private const int DateTime = 22;

    private readonly Dictionary<SheetFormat, int> numbers;
    private readonly Dictionary<(bool IsQuoted, bool Wraps), int> texts = [];

    public SheetStyles(StyleSheet styles)
    {
        Header = styles.Add(fill: HeaderFill, bold: true, font: StyleSheet.PlainFont, hasBorder: true);
        Instant = styles.AddFormat(DateTime, isTop: true);
        numbers = new()
        {
            [SheetFormat.General] = styles.AddFormat(0, isTop: true),
            [SheetFormat.WholeNumber] = styles.AddFormat(WholeNumber, isTop: true),
            [SheetFormat.Number] = styles.AddFormat(styles.AddNumberFormat("#,##0.######"), isTop: true),
            [SheetFormat.Percent] = styles.AddFormat(styles.AddNumberFormat("0.0%"), isTop: true),
        };
        foreach (var (isQuoted, wraps) in (ReadOnlySpan<(bool, bool)>)[(false, false), (false, true), (true, false), (true, true)])
            texts[(isQuoted, wraps)] = styles.AddFormat(0, isQuoted, isTop: true, wraps);
    }

    public int Header { get; }

    public int Instant { get; }

    public int Number(SheetFormat format) => numbers[format];

    /// <param name="isQuoted">It looks like a formula and is none, also when someone edits it.</param>
    /// <param name="wraps">It may take several lines.</param>
    public int Text(bool isQuoted, bool wraps) => texts[(isQuoted, wraps)];
}
