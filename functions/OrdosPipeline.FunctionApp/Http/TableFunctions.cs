using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.FunctionApp.Http.Frame;

namespace OrdosPipeline.FunctionApp.Http;

/// <summary>The tables, read by whoever may: <c>GET /api/{table}</c>.</summary>
public sealed class TableFunctions(TableAnswers answers)
{
    [Function("Observations")]
    public Task<IResult> Observations([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/observations")] HttpRequest request) =>
        answers.AnswerAsync(request, TableNames.Observations);

    /// <summary>Of a project where one is named, else of observations.</summary>
    [Function("History")]
    public Task<IResult> History([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/history")] HttpRequest request) =>
        answers.AnswerAsync(request, ApiCall.Of(request).Text("project") is null ? TableNames.ObservationHistory : TableNames.ProjectReportHistory);

    [Function("Submissions")]
    public Task<IResult> Submissions([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/submissions")] HttpRequest request) =>
        answers.AnswerAsync(request, TableNames.Submissions);

    [Function("QuarterSubmissions")]
    public Task<IResult> QuarterSubmissions([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/quarter-submissions")] HttpRequest request) =>
        answers.AnswerAsync(request, TableNames.QuarterSubmissions);

    [Function("Findings")]
    public Task<IResult> Findings([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/findings")] HttpRequest request) =>
        answers.AnswerAsync(request, TableNames.Findings);

    [Function("Projects")]
    public Task<IResult> Projects([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/projects")] HttpRequest request) =>
        answers.AnswerAsync(request, TableNames.ProjectReports);

    [Function("Summaries")]
    public Task<IResult> Summaries([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/summaries")] HttpRequest request) =>
        answers.AnswerAsync(request, TableNames.Summaries);

    [Function("Returns")]
    public Task<IResult> Returns([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/returns")] HttpRequest request) =>
        answers.AnswerAsync(request, TableNames.Returns);

    [Function("Catalogue")]
    public Task<IResult> Catalogue([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/catalogue")] HttpRequest request) =>
        answers.AnswerAsync(request, TableNames.Catalogue);

    [Function("Audit")]
    public Task<IResult> Audit([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/audit")] HttpRequest request) =>
        answers.AnswerAsync(request, TableNames.Audit);
}
