using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.FunctionApp.Http;

/// <summary>The tables, read by administrators: <c>GET /api/{table}</c> with the filters of <see cref="TableAnswers"/>.</summary>
public sealed class TableFunctions(TableAnswers answers)
{
    [Function("Observations")]
    public Task<IResult> Observations([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/observations")] HttpRequest request) =>
        answers.AnswerAsync(request, TableNames.Observations);

    [Function("History")]
    public Task<IResult> History([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/history")] HttpRequest request) =>
        answers.AnswerAsync(request, TableNames.ObservationHistory);

    [Function("Submissions")]
    public Task<IResult> Submissions([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/submissions")] HttpRequest request) =>
        answers.AnswerAsync(request, TableNames.Submissions);

    [Function("Findings")]
    public Task<IResult> Findings([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/findings")] HttpRequest request) =>
        answers.AnswerAsync(request, TableNames.Findings);

    [Function("Projects")]
    public Task<IResult> Projects([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/projects")] HttpRequest request) =>
        answers.AnswerAsync(request, TableNames.ProjectReports);

    [Function("Summaries")]
    public Task<IResult> Summaries([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/summaries")] HttpRequest request) =>
        answers.AnswerAsync(request, TableNames.Summaries);

    [Function("Returns")]
    public Task<IResult> Returns([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/returns")] HttpRequest request) =>
        answers.AnswerAsync(request, TableNames.Returns);

    [Function("Catalogue")]
    public Task<IResult> Catalogue([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/catalogue")] HttpRequest request) =>
        answers.AnswerAsync(request, TableNames.Catalogue);
}
