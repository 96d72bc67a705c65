namespace OrdosPipeline.Documents.Reports.Annex;

/// <summary>A table that fills a sheet.</summary>
/// <param name="Name">Of the tab.</param>
/// <param name="Columns">At least one.</param>
/// <param name="Rows">A value for each column: text, <see cref="decimal"/>, <see cref="int"/>, <see cref="DateTime"/> or null.</param>
internal sealed record SheetTable(string Name, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <param name="Title">Of the header.</param>
/// <param name="Width">In characters of the default font.</param>
/// <param name="Format">Of the numbers.</param>
internal sealed record SheetColumn(string Title, double Width, SheetFormat Format = SheetFormat.General);

/// <summary>How the values of a column are shown. Numbers stay numbers with all their digits.</summary>
internal enum SheetFormat
{
    General,
    WholeNumber,

    /// <summary>Up to six digits after the point.</summary>
    Number,

    /// <summary>A fraction as per cent.</summary>
    Percent,

    /// <summary>A day and time in China.</summary>
    Minute,
}
