using System.Globalization;
using Microsoft.AspNetCore.Http;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Documents.Exports;

namespace OrdosPipeline.FunctionApp.Http;

/// <summary>
/// Turns a request's query into a question and the answer into a response. Filters: <c>plan</c>, <c>indicator</c>,
/// <c>project</c>, <c>region</c>, <c>period</c>, <c>department</c>, <c>quarter</c>, <c>submission</c>, <c>finding</c> (its code; <c>code</c> is the function key),
/// <c>state</c>, <c>version</c>; pages: <c>top</c> (1 to 1,000) and <c>continuation</c>; <c>format</c> json or csv.
/// </summary>
public sealed class TableAnswers(ITableReader reader, PlanLibrary plans, TimeProvider clock)
{
    public async Task<IResult> AnswerAsync(HttpRequest request, string table)
    {
        var question = new TableQuestion
        {
            Table = table,
            Plan = Text("plan") ?? (table is TableNames.Submissions or TableNames.Findings ? null : plans.InForce(ChinaTime.DayOf(clock.GetUtcNow()).Year).Id),
            Indicator = Text("indicator"),
            Project = Text("project"),
            Region = Text("region"),
            Period = Text("period"),
            Department = Text("department"),
            Quarter = Text("quarter"),
            Submission = Text("submission"),
            Code = Text("finding"),
            State = Text("state"),
            Continuation = Text("continuation"),
        };
        if (Text("version") is { } version)
        {
            if (!int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
                return Problems.BadRequest($"“{version}”不是版本号，请填写 1、2、3 等。", $"'{version}' is not a version number such as 1.");
            question = question with { Version = number };
        }

        if (Text("top") is { } top)
        {
            if (!int.TryParse(top, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 1000)
                return Problems.BadRequest($"top 应为 1 至 1000，收到“{top}”。", $"top must be 1 to 1000, not '{top}'.");
            question = question with { Top = number };
        }

        var format = Text("format") ?? "json";
        if (format is not ("json" or "csv"))
            return Problems.BadRequest($"format 应为 json 或 csv，收到“{format}”。", $"format must be json or csv, not '{format}'.");

        TablePage page;
        try
        {
            page = await reader.ReadAsync(question, request.HttpContext.RequestAborted);
        }
        catch (ArgumentException exception)
        {
            return Problems.BadRequest($"查询条件有误：{exception.Message}", exception.Message);
        }

        return format == "csv"
            ? Results.Stream(output => TableExport.WriteCsvAsync(page, output, request.HttpContext.RequestAborted), "text/csv; charset=utf-8", $"{table}.csv")
            : Results.Stream(output => TableExport.WriteJsonAsync(page, output, request.HttpContext.RequestAborted), "application/json; charset=utf-8");

        string? Text(string name) => request.Query.TryGetValue(name, out var values) && values is [{ Length: > 0 } text] ? text : null;
    }
}
