using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using OrdosPipeline.Core.Answers;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Documents.Exports;

/// <summary>Writes rows of a table as JSON, CSV or XLSX, the same for the API and the command line.</summary>
public static class TableExport
{
    private const int MostPendingBytes = 64 * 1024;

    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>An object with the rows in <c>value</c>, null columns left out, <c>continuation</c> where another page follows, and a <c>note</c> where it is known why there are no rows.</summary>
    public static Task WriteJsonAsync(TablePage page, Stream output, CancellationToken cancellationToken, SilenceReason? silence = null) =>
        WriteJsonAsync(page.Columns, page.Rows.ToAsyncEnumerable(), page.Continuation, silence, output, cancellationToken);

    /// <summary>All rows in one object, as a page has them.</summary>
    public static Task WriteJsonAsync(IReadOnlyList<string> columns, IAsyncEnumerable<IReadOnlyList<object?>> rows, Stream output, CancellationToken cancellationToken) =>
        WriteJsonAsync(columns, rows, continuation: null, silence: null, output, cancellationToken);

    private static async Task WriteJsonAsync(
        IReadOnlyList<string> columns, IAsyncEnumerable<IReadOnlyList<object?>> rows, string? continuation, SilenceReason? silence, Stream output, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, JsonOptions);
        json.WriteStartObject();
        json.WriteStartArray("value");
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            json.WriteStartObject();
            for (var index = 0; index < columns.Count; index++)
                WriteJson(json, JsonNamingPolicy.CamelCase.ConvertName(columns[index]), row[index]);
            json.WriteEndObject();
            // The writer keeps what it is not told to hand on.
            if (json.BytesPending > MostPendingBytes)
                await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
        if (continuation is not null)
            json.WriteString("continuation", continuation);
        if (silence is not null)
        {
            json.WriteString("note", silence.Chinese);
            json.WriteString("noteEn", silence.English);
        }

        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    /// <summary>A header and one record per row, in UTF-8 with a byte-order mark, without which Excel takes Chinese for its own code page.</summary>
    public static async Task WriteCsvAsync(IReadOnlyList<string> columns, IAsyncEnumerable<IReadOnlyList<object?>> rows, Stream output, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(output, new CsvWriterOptions { WriteByteOrderMark = true, NewLine = "\r\n" }, leaveOpen: true);
        await csv.WriteRecordAsync([.. columns], cancellationToken);
        await foreach (var row in rows.WithCancellation(cancellationToken))
            await csv.WriteRecordAsync([.. row.Select(value => FormulaSafe.Escape(ToText(value)))], cancellationToken);
        await csv.FlushAsync(cancellationToken);
    }

    /// <summary>One sheet, see <see cref="XlsxTables"/>.</summary>
    /// <param name="tab">Its name.</param>
    /// <param name="headings">Of the columns, in words for people.</param>
    /// <param name="rows">Values by column.</param>
    /// <param name="output">Takes the workbook.</param>
    /// <param name="cancellationToken">Ends the writing between rows.</param>
    public static async Task WriteXlsxAsync(string tab, IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<object?>> rows, Stream output, CancellationToken cancellationToken)
    {
        using var workbook = new XlsxTables(output, tab);
        await workbook.AddSheetAsync([.. headings.Select(heading => new SheetColumn(heading))], rows, cancellationToken);
        workbook.Complete();
    }

    /// <summary>Whether a value is a number that a spreadsheet can hold.</summary>
    public static bool IsNumber(object? value) => value is decimal or int or long || (value is double number && double.IsFinite(number));

    /// <summary>A value as text that reads the same everywhere: invariant numbers, times in ISO 8601.</summary>
    public static string ToText(object? value) => value switch
    {
        null => "",
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static void WriteJson(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case decimal number:
                json.WriteNumber(name, number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumber(name, number);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case long number:
                json.WriteNumber(name, number);
                break;
            default:
                json.WriteString(name, ToText(value));
                break;
        }
    }
}
