using System.Globalization;
using System.Text;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Tests.Reading;

/// <summary>An opened file as text that a person can compare with the file.</summary>
internal static class GridText
{
    public static string Of(OpenedFile file)
    {
        if (file.Fault is { } fault)
            return $"fault {fault.Kind}{(fault.Found is null ? "" : $": {fault.Found}")}{(fault.UnclosedQuoteRow is { } row ? $": unclosed quote in row {row}" : "")}";
        var workbook = file.Workbook!;
        var text = new StringBuilder($"{workbook.Format}{(workbook.HasDrawingsOrLinks ? " with links or objects" : "")}\n");
        foreach (var sheet in workbook.Sheets)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nsheet {sheet.Name ?? "(none)"}{(sheet.IsHidden ? " hidden" : "")}\n");
            foreach (var row in sheet.Rows)
            {
                for (var column = 1; column <= row.Cells.Count; column++)
                {
                    if (row.At(column) is { IsBlank: false } cell)
                        text.Append(CultureInfo.InvariantCulture, $"{new CellAddress(row.Number, column),-5} {Describe(cell)}\n");
                }
            }

            foreach (var merge in sheet.Merges)
                text.Append(CultureInfo.InvariantCulture, $"merge {merge.TopLeft}:{merge.BottomRight}\n");
        }

        return text.ToString();
    }

    private static string Describe(Cell cell)
    {
        var shown = cell.Text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        if (shown.Length > 200)
            shown = FormattableString.Invariant($"{shown[..40]}… ({shown.Length} characters)");
        return cell.Kind switch
        {
            CellKind.Number when cell.IsPercent => FormattableString.Invariant($"percent {cell.Number} shown as {shown}"),
            CellKind.Number => FormattableString.Invariant($"number {cell.Number} shown as {shown}"),
            CellKind.Date => FormattableString.Invariant($"date {cell.Date:yyyy-MM-dd} serial {cell.Number} shown as {shown}"),
            CellKind.Text => $"text '{shown}'",
            _ => $"{cell.Kind.ToString().ToLowerInvariant()} {shown}",
        };
    }
}
