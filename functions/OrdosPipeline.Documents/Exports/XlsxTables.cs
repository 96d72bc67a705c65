using System.IO.Compression;
using System.Xml.Linq;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Documents.Feedback;

namespace OrdosPipeline.Documents.Exports;

/// <summary>
/// Writes tables as the sheets of one workbook, row by row as they come, in memory that does not grow with them: a header
/// that stays in sight, is printed on every page and can be filtered by, numbers as numbers with all their digits, times as
/// times of China, text as text that no program takes for a formula. The same rows make the same bytes.
/// </summary>
/// <remarks>Excel shows 15 digits of a number; what has more is exact in CSV and JSON.</remarks>
public sealed class XlsxTables : IDisposable
{
    /// <summary>A sheet has at most so many rows, its header among them.</summary>
    public const int MostRows = 1_048_576;

    private readonly ZipArchive archive;
    private readonly StyleSheet styles = StyleSheet.Empty();
    private readonly SheetStyles sheetStyles;
    private readonly List<string> names = [];
    private readonly List<XElement> definedNames = [];
    private int sheets;

    /// <param name="output">Written forward only; left open.</param>
    /// <param name="tabs">Of the sheets in their order, made into names that sheets may have.</param>
    public XlsxTables(Stream output, params IReadOnlyList<string> tabs)
    {
        archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        sheetStyles = new SheetStyles(styles);
        foreach (var tab in tabs)
            names.Add(SpreadsheetText.SheetName(tab, names));
        WorkbookFrame.WriteContents(archive, names.Count);
    }

    /// <summary>Writes a whole workbook.</summary>
    /// <param name="tables">Its sheets.</param>
    /// <param name="output">Written forward only; left open.</param>
    public static void Write(IReadOnlyList<SheetTable> tables, Stream output)
    {
        using var workbook = new XlsxTables(output, [.. tables.Select(table => table.Name)]);
        foreach (var table in tables)
        {
            using var sheet = workbook.NextSheet(table.Columns);
            foreach (var row in table.Rows)
                sheet.Add(row);
            workbook.Complete(sheet, table.Columns.Count);
        }

        workbook.Complete();
    }

    /// <summary>Writes the next sheet; each of those named must be written.</summary>
    /// <param name="columns">The header; at least one.</param>
    /// <param name="rows">As those of a <see cref="SheetTable"/>.</param>
    /// <param name="cancellationToken">Ends the writing between rows.</param>
    public async Task AddSheetAsync(IReadOnlyList<SheetColumn> columns, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken cancellationToken)
    {
        using var sheet = NextSheet(columns);
        await foreach (var row in rows.WithCancellation(cancellationToken))
            sheet.Add(row);
        Complete(sheet, columns.Count);
    }

    /// <summary>Ends the workbook. What was not completed is no workbook that a program would open.</summary>
    public void Complete() => WorkbookFrame.WriteWorkbook(archive, names, styles, definedNames);

    public void Dispose() => archive.Dispose();

    private SheetWriter NextSheet(IReadOnlyList<SheetColumn> columns) =>
        new(PackageXml.CreateEntry(archive, WorkbookFrame.SheetPart(++sheets)), columns, sheetStyles, isFirst: sheets == 1);

    /// <summary>Excel and LibreOffice know a filter by a hidden name, and the rows to repeat in print by another.</summary>
    private void Complete(SheetWriter sheet, int columns)
    {
        sheet.Complete();
        definedNames.Add(DefinedName("_xlnm._FilterDatabase", $"$A$1:${CellAddress.ColumnLetters(columns)}${sheet.LastRow}", isHidden: true));
        definedNames.Add(DefinedName("_xlnm.Print_Titles", "$1:$1", isHidden: false));
    }

    private XElement DefinedName(string name, string cells, bool isHidden) => new(
        PackageXml.Main + "definedName",
        new XAttribute("name", name),
        new XAttribute("localSheetId", sheets - 1),
        isHidden ? new XAttribute("hidden", 1) : null,
        SpreadsheetText.Reference(names[sheets - 1], cells));
}
