using System.Globalization;
using System.Security;
using System.Text;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Documents.Tests.Reading;

namespace OrdosPipeline.Documents.Tests.Rendering;

/// <summary>Makes the bytes of a file of a rendered table.</summary>
internal static class TableFile
{
    static TableFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static byte[] Write(RenderedTable table, FileForm form) => form switch
    {
        FileForm.Xlsx => Xlsx(table),
        FileForm.Utf8 => new UTF8Encoding(false).GetBytes(Csv(table, ',')),
        FileForm.Utf8Bom => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Csv(table, ','))],
        FileForm.Gb18030 => Encoding.GetEncoding("GB18030").GetBytes(Csv(table, ',')),
        FileForm.Utf16 => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Csv(table, '\t'))],
        FileForm.Utf16BigEndian => Encoding.BigEndianUnicode.GetBytes(Csv(table, ',')),
        FileForm.Semicolons => Encoding.UTF8.GetBytes(Csv(table, ';')),
        FileForm.Tabs => Encoding.GetEncoding("GB18030").GetBytes(Csv(table, '\t')),
        FileForm.FullWidthCommas => Encoding.UTF8.GetBytes(Csv(table, '，')),
        FileForm.CrOnly => Encoding.UTF8.GetBytes(Csv(table, ',').Replace("\r\n", "\r", StringComparison.Ordinal)),
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    // Every row has as many fields as the widest, as programs export them.
    private static string Csv(RenderedTable table, char separator)
    {
        var width = table.Rows.Max(row => row.Count);
        return string.Concat(table.Rows.Select(row => string.Join(separator, Enumerable.Range(0, width).Select(index => index < row.Count ? Field(row[index].Text, separator) : "")) + "\r\n"));
    }

    private static string Field(string text, char separator) =>
        text.AsSpan().ContainsAny([separator, '"', '\n']) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static byte[] Xlsx(RenderedTable table)
    {
        var rows = new StringBuilder();
        for (var row = 1; row <= table.Rows.Count; row++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"<row r='{row}'>");
            for (var column = 1; column <= table.Rows[row - 1].Count; column++)
            {
                var cell = table.Rows[row - 1][column - 1];
                var at = new CellAddress(row, column);
                if (cell.Number is { } number)
                    rows.Append(CultureInfo.InvariantCulture, $"<c r='{at}' s='{(cell.IsPercent ? 1 : 0)}'><v>{(double)number:R}</v></c>");
                else if (cell.Text.Length > 0)
                    rows.Append(CultureInfo.InvariantCulture, $"<c r='{at}' t='inlineStr'><is><t xml:space='preserve'>{SecurityElement.Escape(cell.Text)}</t></is></c>");
            }

            rows.Append("</row>");
        }

        var merges = table.Merges.Count == 0 ? "" : $"<mergeCells>{string.Concat(table.Merges.Select(merge => $"<mergeCell ref='{merge}'/>"))}</mergeCells>";
        return XlsxParts.WithRows(rows.ToString())
            .Replace("xl/worksheets/sheet1.xml", "</sheetData>", "</sheetData>" + merges)
            .Replace("xl/_rels/workbook.xml.rels", "</Relationships>", "<Relationship Id='s3' Type='http://x/styles' Target='styles.xml'/></Relationships>")
            .With("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='10'/></cellXfs></styleSheet>")
            .Build();
    }
}
