using System.Text;
using System.Text.Json;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Documents.Exports;

namespace OrdosPipeline.Documents.Tests.Exports;

public class TableExportTests
{
    private static readonly TablePage Page = new(
        ["PartitionKey", "Value", "Count", "Red", "UploadedAt", "Text"],
        [
            ["ordos-14", -1.50m, 3L, true, new DateTimeOffset(2023, 10, 20, 8, 30, 0, TimeSpan.FromHours(8)), "=1+1"],
            ["a,\"b\"", 0.1, null, false, null, "全市\n"],
        ],
        "next");

    [Fact]
    public async Task Json_has_typed_values_without_nulls_and_says_how_to_go_on()
    {
        using var json = JsonDocument.Parse(await WriteAsync(output => TableExport.WriteJsonAsync(Page, output, CancellationToken.None)));
        var rows = json.RootElement.GetProperty("value");
        Assert.Equal(
            """{"partitionKey":"ordos-14","value":-1.50,"count":3,"red":true,"uploadedAt":"2023-10-20T00:30:00Z","text":"=1+1"}""",
            Compact(rows[0]));
        Assert.Equal("""{"partitionKey":"a,\"b\"","value":0.1,"red":false,"text":"全市\n"}""", Compact(rows[1]));
        Assert.Equal("next", json.RootElement.GetProperty("continuation").GetString());
    }

    [Fact]
    public async Task The_last_page_has_no_continuation()
    {
        using var json = JsonDocument.Parse(await WriteAsync(output => TableExport.WriteJsonAsync(Page with { Continuation = null }, output, CancellationToken.None)));
        Assert.False(json.RootElement.TryGetProperty("continuation", out _));
    }

    [Fact]
    public async Task Json_of_all_rows_is_handed_on_as_they_come()
    {
        using var output = new MemoryStream();
        var largestStep = 0L;
        await TableExport.WriteJsonAsync(Page.Columns, Rows(), output, CancellationToken.None);
        using var json = JsonDocument.Parse(output.ToArray());
        Assert.Equal(5_000, json.RootElement.GetProperty("value").GetArrayLength());
        Assert.InRange(largestStep, 1, 128 * 1024);

        async IAsyncEnumerable<IReadOnlyList<object?>> Rows()
        {
            var before = 0L;
            for (var row = 0; row < 5_000; row++)
            {
                await Task.Yield();
                yield return Page.Rows[0];
                (largestStep, before) = (Math.Max(largestStep, output.Length - before), output.Length);
            }
        }
    }

    [Fact]
    public async Task Csv_opens_in_a_spreadsheet_with_its_numbers_and_without_running_anything()
    {
        var csv = await WriteAsync(output => TableExport.WriteCsvAsync(Page.Columns, Page.Rows.ToAsyncEnumerable(), output, CancellationToken.None));
        Assert.Equal(
            "\ufeffPartitionKey,Value,Count,Red,UploadedAt,Text\r\nordos-14,-1.50,3,true,2023-10-20T00:30:00Z,'=1+1\r\n\"a,\"\"b\"\"\",0.1,,false,,\"全市\n\"\r\n",
            csv);
    }

    private static string Compact(JsonElement row) => string.Concat(row.GetRawText().Split('\n').Select(line => line.Trim())).Replace("\": ", "\":", StringComparison.Ordinal);

    private static async Task<string> WriteAsync(Func<Stream, Task> write)
    {
        using var output = new MemoryStream();
        await write(output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
