namespace OrdosPipeline.Documents.Exports;

/// <summary>A table that fills a sheet.</summary>
/// <param name="Name">Of the tab, made into one that a sheet may have.</param>
/// <param name="Columns">At least one.</param>
/// <param name="Rows">By column: text, a number, <see cref="bool"/>, <see cref="DateTimeOffset"/> or null. Asked for once.</param>
public sealed record SheetTable(string Name, IReadOnlyList<SheetColumn> Columns, IEnumerable<IReadOnlyList<object?>> Rows);

/// <param name="Title">Of the header.</param>
/// <param name="Width">In digits of the default font, of which a Chinese character takes two; longer text is wrapped. Null for as wide as the text of the first rows, which is then left on one line.</param>
/// <param name="Format">Of the numbers.</param>
public sealed record SheetColumn(string Title, int? Width = null, SheetFormat Format = SheetFormat.General);

/// <summary>How the numbers of a column are shown. They keep all their digits.</summary>
public enum SheetFormat
{
    /// <summary>As they are.</summary>
    General,

    /// <summary>Thousands apart, no digit after the point.</summary>
    WholeNumber,

    /// <summary>Thousands apart, up to six digits after the point.</summary>
    Number,

    /// <summary>A fraction as per cent.</summary>
    Percent,
}
