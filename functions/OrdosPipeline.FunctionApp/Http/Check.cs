using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Answers;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.FunctionApp.Http.Frame;

namespace OrdosPipeline.FunctionApp.Http;

/// <summary>
/// <c>POST /api/check?department=D&amp;file=NAME</c> with the file as body: a dry run that stores nothing and answers with
/// what a submission would give; with <c>explain=true</c> also with what was understood of the file, and why, with
/// <c>cells=true</c> with the rows that have findings as they stand in it; with <c>format=xlsx</c> with the marked workbook.
/// </summary>
public sealed class Check(DryRun dryRun, SubmissionPipeline pipeline, IFeedbackWriter feedback, Questions questions)
{
    [Function(nameof(Check))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/check")] HttpRequest request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        var department = call.DepartmentInScope(questions, call.Required("department"))!;
        var plan = call.Text("plan") is { } planId ? questions.Plan(planId) : null;
        var asOf = call.Day("asOf");
        var name = call.Text("file") ?? "upload";
        await using var upload = new FileStream(
            Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await request.Body.CopyToAsync(upload, cancellationToken);
        upload.Position = 0;
        var result = await dryRun.CheckAsync(upload, name, department, plan, asOf, pipeline, cancellationToken);
        if (call.Text("format") == "xlsx")
        {
            upload.Position = 0;
            return await Answer.OfAsync(
                Content.XlsxType,
                output =>
                {
                    feedback.Write(new CheckedFile(result.Submission, result.Explanation), upload, output, cancellationToken);
                    return Task.CompletedTask;
                },
                $"{Path.GetFileNameWithoutExtension(name)}.校验.xlsx");
        }

        var explain = call.Text("explain") == "true";
        var cells = call.Text("cells") == "true" ? FoundRows.Of(result.Workbook, result.Explanation, result.Submission.Findings) : null;
        using var answer = new MemoryStream();
        CheckJson.Write(answer, name, result.Submission, result.Plan, explain ? result.Explanation : null, cells);
        return Results.Bytes(answer.ToArray(), "application/json; charset=utf-8");
    }
}
