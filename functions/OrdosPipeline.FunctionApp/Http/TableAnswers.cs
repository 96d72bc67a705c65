using System.Globalization;
using Microsoft.AspNetCore.Http;
using OrdosPipeline.Core.Answers;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Documents.Exports;
using OrdosPipeline.FunctionApp.Http.Access;
using OrdosPipeline.FunctionApp.Http.Frame;
using OrdosPipeline.Storage;

namespace OrdosPipeline.FunctionApp.Http;

/// <summary>Turns a request into a question about a table and the answer into a response: a page of JSON, or a file of all rows.</summary>
public sealed class TableAnswers(ITableReader reader, Silence silence, Questions questions, PlanLibrary plans, Limits limits)
{
    public async Task<IResult> AnswerAsync(HttpRequest request, string table)
    {
        var call = ApiCall.Of(request);
        var cancellationToken = request.HttpContext.RequestAborted;
        var format = call.Text("format") ?? "json";
        var top = call.Text("$top") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : (int?)null;
        var question = InScope(call, questions.Read(table, name => name switch
        {
            "$top" when format != "json" => null,
            // The catalogue is the plan's own text, and everybody's.
            "department" when table != TableNames.Catalogue => call.DepartmentInScope(questions, call.TextIfKnown(name)),
            _ => call.TextIfKnown(name),
        }));
        if (format == "json")
        {
            var page = await reader.ReadAsync(question, cancellationToken);
            // A department is not told what others have reported.
            var reason = page is { Rows.Count: 0, Continuation: null } && question.Continuation is null && call.Caller is not { Role: Role.Department }
                ? await silence.ExplainAsync(question, cancellationToken)
                : null;
            return await Answer.OfAsync("application/json; charset=utf-8", output => TableExport.WriteJsonAsync(page, output, cancellationToken, reason));
        }

        if (top > limits.ExportRows)
            throw new ProblemException(Problem.BadRequest($"$top 最多 {limits.ExportRows}。", $"$top is {limits.ExportRows} at the most.", "$top"));
        var most = top ?? limits.ExportRows;
        var rows = await reader.ReadAllAsync(question, most, cancellationToken);
        if (format == "csv")
            return await Answer.OfAsync("text/csv; charset=utf-8", output => TableExport.WriteCsvAsync(rows.Columns, rows.Rows, output, cancellationToken), $"{table}.csv");
        var shown = call.Text("lang") == "en" ? rows : TableDefinitions.Of(question.Table).InChinese(rows);
        return await Answer.OfAsync(Content.XlsxType, output => TableExport.WriteXlsxAsync(table, shown.Columns, shown.Rows, output, cancellationToken), $"{table}.xlsx");
    }

    /// <summary>
    /// Of values a department sees those of its indicators and projects. A banner or district reports any indicator for its
    /// own region, so it sees that region.
    /// </summary>
    private TableQuestion InScope(ApiCall call, TableQuestion question)
    {
        if (call.Caller is not { Role: Role.Department, Department: { } own } || question.Table is not (TableNames.Observations or TableNames.ObservationHistory))
            return question;
        if (plans.Find(question.Plan ?? "")?.Regions.FirstOrDefault(region => region.Department == own) is not { } region)
            return question;
        return question.Region is null || question.Region == region.Code
            ? question with { Department = null, Region = region.Code }
            : throw new ProblemException(Problem.Forbidden($"您只能查看 {region.Name} 的数据。", $"You may read the data of {region.Code} and no other region."));
    }
}
