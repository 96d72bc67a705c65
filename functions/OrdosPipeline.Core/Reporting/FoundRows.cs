using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Core.Reporting;

/// <summary>
/// What somebody needs of a sheet to see each finding where it stands: the heads of its tables and the rows that have
/// findings, as they stand in the file. The rest of a long sheet is left out.
/// </summary>
/// <param name="Sheet">Null in a CSV file.</param>
/// <param name="Rows">By ascending number.</param>
/// <param name="Left">How many rows with findings are left out beyond <see cref="MostRows"/>.</param>
public sealed record FoundRows(string? Sheet, IReadOnlyList<FoundRow> Rows, int Left)
{
    /// <summary>Of a sheet: more than anybody mends before trying again.</summary>
    public const int MostRows = 100;

    /// <summary>More than a screen shows.</summary>
    public const int MostColumns = 60;

    /// <summary>Characters of a cell.</summary>
    public const int MostCharacters = 200;

    /// <summary>The sheets of a file that have a finding at a cell or row, in the order of their tabs; none where the file could not be opened.</summary>
    public static IReadOnlyList<FoundRows> Of(Workbook? workbook, FileExplanation explanation, IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var found = findings.Where(finding => finding.RowNumber is not null).ToLookup(finding => finding.Sheet ?? "", finding => finding.RowNumber!.Value, StringComparer.Ordinal);
        var heads = explanation.Sheets.ToLookup(sheet => sheet.Name ?? "", StringComparer.Ordinal);
        return [.. (workbook?.Sheets ?? []).Where(sheet => found.Contains(sheet.Name ?? "")).Select(sheet => Of(sheet, found[sheet.Name ?? ""], heads[sheet.Name ?? ""]))];
    }

    private static FoundRows Of(Sheet sheet, IEnumerable<int> found, IEnumerable<SheetExplanation> explanations)
    {
        var faulty = found.Distinct().Order().ToList();
        var heads = explanations.SelectMany(explanation => explanation.Tables).Where(table => !table.IsTransposed)
            .SelectMany(table => Enumerable.Range(table.HeaderCells.TopLeft.RowNumber, table.HeaderCells.BottomRight.RowNumber - table.HeaderCells.TopLeft.RowNumber + 1));
        var shown = faulty.Take(MostRows).Concat(heads).ToHashSet();
        return new FoundRows(
            sheet.Name, [.. sheet.Rows.Where(row => shown.Contains(row.Number)).Select(row => new FoundRow(row.Number, [.. row.Cells.Take(MostColumns).Select(Shown)]))], Math.Max(0, faulty.Count - MostRows));
    }

    private static string Shown(Cell cell) => cell.Text.Length <= MostCharacters ? cell.Text : $"{cell.Text.AsSpan(0, MostCharacters)}…";
}

/// <param name="Number">1-based.</param>
/// <param name="Cells">What a person sees, from column A on, without trailing blanks.</param>
public sealed record FoundRow(int Number, IReadOnlyList<string> Cells);
