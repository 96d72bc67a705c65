using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Documents.Exports;
using OrdosPipeline.FunctionApp.Http.Frame;

namespace OrdosPipeline.FunctionApp.Http.OpenApi;

/// <summary><c>GET /api/openapi.json</c>: the API described, open to anyone; says nothing about data.</summary>
public sealed class OpenApiFunction(PlanLibrary plans)
{
    [Function("OpenApi")]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/openapi.json")] HttpRequest request) =>
        Answer.OfAsync("application/json; charset=utf-8", async output =>
            await output.WriteAsync(Encoding.UTF8.GetBytes(new OpenApiDocument(new Operations(plans)).Make().ToJsonString(RecordJson.Options))));
}
