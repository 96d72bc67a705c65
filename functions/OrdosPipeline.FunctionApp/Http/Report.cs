using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Answers;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Documents.Reports;
using OrdosPipeline.Documents.Reports.Wording;
using OrdosPipeline.FunctionApp.Http.Frame;

namespace OrdosPipeline.FunctionApp.Http;

/// <summary>
/// <c>GET /api/report/{plan}/{quarter}</c>: a report of the latest version, or of <c>?version=n</c>, or computed as known at
/// the end of a day with <c>?asOf=</c>; <c>?format=</c> html (default), docx, xlsx or json, <c>?lang=</c> zh (default) or en.
/// </summary>
public sealed class Report(Questions questions, ISummaryStore summaries, QuarterClosePipeline pipeline, IEnumerable<IReportWriter> writers)
{
    [Function(nameof(Report))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/report/{plan}/{quarter}")] HttpRequest request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        var plan = questions.Plan(call.Required("plan"));
        var quarter = call.QuarterOf(plan);
        var format = call.Text("format") ?? "html";
        if (!ReportLanguages.TryParse(call.Text("lang") ?? "zh", out var language) || ReportFileName.Of(format, language) is not { } file)
            throw new InvalidOperationException($"The operation has the format {format} and the language, but there is no such file.");
        var writer = writers.Single(writer => writer.FileName == file);
        if (call.Day("asOf") is { } day)
        {
            var computed = await pipeline.ComputeAsync(plan, quarter, day, cancellationToken);
            return await Answer.OfAsync(writer.ContentType, output => writer.WriteAsync(computed, output), NameOf(plan, quarter, $"{day:yyyy-MM-dd}", format, file));
        }

        var versions = (await summaries.VersionsAsync(plan.Id, quarter, cancellationToken)).Where(head => head.State != SummaryState.Writing);
        var head = call.Text("version") is { } wanted
            ? versions.FirstOrDefault(version => version.Version == int.Parse(wanted, CultureInfo.InvariantCulture))
            : versions.LastOrDefault();
        await using var content = head is null ? null : await summaries.OpenReportAsync(plan.Id, quarter, head.Version, file, cancellationToken);
        return content is null
            ? throw new ProblemException(Problem.NotFound($"{quarter} 还没有季度小结。", $"There is no summary of {quarter} yet."))
            : await Answer.OfAsync(writer.ContentType, output => content.CopyToAsync(output, cancellationToken), NameOf(plan, quarter, $"v{head!.Version}", format, file));
    }

    /// <summary>Under which a browser saves what it cannot show.</summary>
    private static string? NameOf(PlanCatalogue plan, ReportingQuarter quarter, string which, string format, string file) =>
        format is "docx" or "xlsx" ? $"{plan.Id}-{quarter}-{which}-{file}" : null;
}
