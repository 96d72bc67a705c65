using Microsoft.AspNetCore.Http;

namespace OrdosPipeline.FunctionApp.Http;

/// <summary>Answers to requests that cannot be served, as RFC 9457 problem details in Chinese and English.</summary>
internal static class Problems
{
    public static IResult BadRequest(string detail, string detailEn) => Of(StatusCodes.Status400BadRequest, "请求有误", detail, detailEn);

    public static IResult NotFound(string detail, string detailEn) => Of(StatusCodes.Status404NotFound, "没有找到", detail, detailEn);

    private static IResult Of(int status, string title, string detail, string detailEn) =>
        Results.Problem(detail, statusCode: status, title: title, extensions: new Dictionary<string, object?> { ["detailEn"] = detailEn });
}
