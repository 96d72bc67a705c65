using System.Text;
using System.Text.Json;

namespace OrdosPipeline.Cli.Tests.EndToEnd;

/// <summary>What <c>ordos assess</c> takes, and how it refuses the rest.</summary>
public sealed class AssessCommandTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData("indicator,region,period,value\nH06,,2022,0.75\n")]
    [InlineData("\uFEFFindicator,region,period,value\r\n\r\n\"H06\",\"150600\",\"2022\",\" 0.75 \"\r\n,,,\r\n")]
    [InlineData("value,period,note,indicator\n0.75,2022,x,H06\n")]
    public async Task Table_is_read_with_or_without_mark_quotes_and_blank_rows(string text)
    {
        var (code, output, errors) = await AssessAsync("2023Q2", text);

        Assert.Equal((0, ""), (code, errors));
        using var json = JsonDocument.Parse(output);
        Assert.Equal(350, json.RootElement.GetArrayLength());
        Assert.Equal(0.75m, json.RootElement.EnumerateArray().Single(item => item.GetProperty("indicator").GetString() == "H06").GetProperty("value").GetDecimal());
    }

    [Theory]
    [InlineData("indicator,region,period,value\n\nX99,,2022,1\n", "line 3: 'X99' is not an indicator")]
    [InlineData("indicator,region,period,value\nH06,999,2022,1\n", "line 2: '999' is not a region")]
    [InlineData("indicator,region,period,value\nH06,,2022H1,1\n", "line 2: '2022H1' is not a period such as 2023, 2023Q3, 2023Q3YTD, 2023M08 or 2023M08YTD.\n")]
    [InlineData("indicator,region,period,value\nH06,,2022,约1\n", "line 2: '约1' is not a number")]
    [InlineData("indicator,region,period,value\nH06,,\"2022,1\n", "Line 2: a quoted field is not closed")]
    [InlineData("indicator,region,value\nH06,,1\n", "indicator,region,period,value")]
    [InlineData("", "indicator,region,period,value")]
    public async Task Faulty_file_is_rejected_with_its_line(string text, string message)
    {
        var (code, output, errors) = await AssessAsync("2023Q2", text);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020Q4", "2020Q4 is outside the plan's years")]
    [InlineData("2026Q1", "2026Q1 is outside the plan's years")]
    [InlineData("2023", "'2023' is not a quarter")]
    public async Task Quarter_that_cannot_be_judged_is_wrong_usage(string quarter, string message)
    {
        var (code, output, errors) = await AssessAsync(quarter, "indicator,region,period,value\n");

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_is_not_there_is_wrong_usage()
    {
        var (code, _, errors) = await OrdosProcess.RunAsync("assess", "2023Q2", "--observations", path + ".csv", "--format", "json");

        Assert.Equal(2, code);
        Assert.Contains("there is no such file", errors, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Errors)> AssessAsync(string quarter, string text)
    {
        await File.WriteAllTextAsync(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return await OrdosProcess.RunAsync("assess", quarter, "--observations", path, "--format", "json");
    }
}
