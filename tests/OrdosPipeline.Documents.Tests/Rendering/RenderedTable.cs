using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Documents.Tests.Rendering;

/// <summary>How a table of observations is written down. Zero is the plainest way of each.</summary>
internal sealed record Rendering
{
    public required TableLayoutKind Layout { get; init; }

    public required NameForm Name { get; init; }

    public required UnitPlace Unit { get; init; }

    public required ValueForm Value { get; init; }

    public required FileForm File { get; init; }

    /// <summary>Which spelling of periods, regions and headers.</summary>
    public required int Spelling { get; init; }

    /// <summary>By how many places the columns of names are moved to the right, round and round.</summary>
    public required int ColumnShift { get; init; }

    public required bool HasTitle { get; init; }

    public required bool HasKeyLines { get; init; }

    public required bool HasNotes { get; init; }

    public required bool HasBlankRows { get; init; }

    public required bool HasExtraColumns { get; init; }

    /// <summary>What is the same as above is merged in a workbook and left blank in a CSV file.</summary>
    public required bool LeavesOutRepeats { get; init; }

    /// <summary>Money in 万元 in place of 亿元.</summary>
    public required bool IsInSmallerUnit { get; init; }
}

internal enum TableLayoutKind
{
    Long,
    PeriodsAcross,
    RegionsAcross,
    RegionsBelowPeriods,
    IndicatorsAcross,
}

internal enum NameForm
{
    Plain,
    Alias,
    Numbered,
    Code,
    CodeAndName,
    Spaced,
}

internal enum UnitPlace
{
    Row,
    Glued,
    BehindName,
    Line,
    Nowhere,
}

internal enum ValueForm
{
    Number,
    Text,
    FullWidth,
    Thousands,
    PercentFormat,
    PlusSign,
}

internal enum FileForm
{
    Xlsx,
    Utf8,
    Utf8Bom,
    Gb18030,
    Utf16,
    Utf16BigEndian,
    Semicolons,
    Tabs,
    FullWidthCommas,
    CrOnly,
}

/// <summary>A cell to be written.</summary>
/// <param name="Text">What a person sees.</param>
/// <param name="Number">Stored in place of the text where the format can.</param>
/// <param name="IsPercent">The number is a hundredth of what is seen.</param>
internal readonly record struct RenderedCell(string Text, decimal? Number = null, bool IsPercent = false)
{
    public static implicit operator RenderedCell(string text) => new(text);
}

/// <summary>Rows of cells as they are to stand in a sheet.</summary>
/// <param name="Rows">From the first row on; a missing cell is blank.</param>
/// <param name="Merges">Ranges such as A1:B1.</param>
internal sealed record RenderedTable(IReadOnlyList<IReadOnlyList<RenderedCell>> Rows, IReadOnlyList<string> Merges)
{
    /// <summary>For a person who looks for what went wrong.</summary>
    public override string ToString() =>
        string.Join('\n', Rows.Select(row => string.Join(" | ", row.Select(cell => cell.Text + (cell.IsPercent ? " (%)" : cell.Number is null ? "" : " (number)"))))) + (Merges.Count > 0 ? $"\nmerged {string.Join(' ', Merges)}" : "");
}

/// <summary>One value that the file is to report.</summary>
internal readonly record struct Reported(Indicator Indicator, Region Region, Period Period, decimal Value);
