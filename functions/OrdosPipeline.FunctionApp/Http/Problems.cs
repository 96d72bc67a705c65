using Microsoft.AspNetCore.Http;
using OrdosPipeline.Core.Progress.Decisions;

namespace OrdosPipeline.FunctionApp.Http;

/// <summary>Answers to requests that cannot be served, as RFC 9457 problem details in Chinese and English.</summary>
internal static class Problems
{
    public static IResult BadRequest(string detail, string detailEn) => Of(StatusCodes.Status400BadRequest, "请求有误", detail, detailEn);

    public static IResult NotFound(string detail, string detailEn) => Of(StatusCodes.Status404NotFound, "没有找到", detail, detailEn);

    /// <summary>A table of decisions of which nothing was recorded.</summary>
    public static IResult Rejected(IEnumerable<DecisionProblem> problems) => Results.Problem(
        "表格有误，没有录入任何一行。",
        statusCode: StatusCodes.Status422UnprocessableEntity,
        title: "表格有误",
        extensions: new Dictionary<string, object?>
        {
            ["detailEn"] = "The table is faulty; nothing was recorded.",
            ["problems"] = problems.Select(problem => new { line = problem.LineNumber, column = problem.Column, message = problem.Message, messageEn = problem.MessageEn }),
        });

    private static IResult Of(int status, string title, string detail, string detailEn) =>
        Results.Problem(detail, statusCode: status, title: title, extensions: new Dictionary<string, object?> { ["detailEn"] = detailEn });
}
