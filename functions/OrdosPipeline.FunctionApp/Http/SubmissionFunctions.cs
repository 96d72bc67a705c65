using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Answers;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Documents.Exports;
using OrdosPipeline.FunctionApp.Http.Frame;

namespace OrdosPipeline.FunctionApp.Http;

/// <summary>Handing in and getting back, for those who have no access to the storage's folders.</summary>
public sealed class SubmissionFunctions(Questions questions, IInbox inbox, IRecordStore record, ISubmissionLedger ledger, SubmissionCheck check)
{
    /// <summary><c>POST /api/submissions</c> with a file as body: drops it as the department would; the rest is as with every upload.</summary>
    [Function("Submit")]
    public async Task<IResult> Submit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/submissions")] HttpRequest request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        var department = questions.Department(call.DepartmentInScope(questions, call.Required("department"))!);
        var upload = await inbox.UploadAsync($"{department}/{call.Required("file")}", request.Body, call.Caller!.Name, cancellationToken);
        var entry = check.Receive(upload);
        return Results.Json(new Submitted(entry.Id, entry.Department, upload.Path, upload.UploadedAt, upload.Bytes), RecordJson.Options, statusCode: StatusCodes.Status202Accepted);
    }

    /// <summary><c>GET /api/submissions/{department}/{submission}/feedback</c>: the department's own workbook, marked.</summary>
    [Function("Feedback")]
    public async Task<IResult> Feedback(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/submissions/{department}/{submission}/feedback")] HttpRequest request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        var department = call.DepartmentInScope(questions, call.Required("department"))!;
        var entry = await ledger.FindAsync(department, call.Required("submission"), cancellationToken);
        await using var workbook = entry is null ? null : await record.OpenFeedbackAsync(entry.Department, entry.Path, entry.Id, cancellationToken);
        return workbook is null
            ? throw new ProblemException(Problem.NotFound("没有这件报送，或者还没有校验完。", "There is no such submission, or it is not checked yet."))
            : await Answer.OfAsync(Content.XlsxType, output => workbook.CopyToAsync(output, cancellationToken), Path.GetFileName(BlobNames.FeedbackWorkbook(entry!.Department, entry.Path, entry.Id)));
    }

    /// <param name="Submission">Its id, by which its state can be asked for.</param>
    /// <param name="Department">Code.</param>
    /// <param name="Path">Below <c>incoming/</c>.</param>
    /// <param name="UploadedAt">UTC.</param>
    /// <param name="Bytes">Its length.</param>
    internal sealed record Submitted(
        [property: JsonRequired] string Submission, [property: JsonRequired] string Department, [property: JsonRequired] string Path, DateTimeOffset UploadedAt, long Bytes);
}
