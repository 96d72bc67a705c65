using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Documents.Reports;
using OrdosPipeline.Documents.Reports.Wording;

namespace OrdosPipeline.FunctionApp.Http;

/// <summary>
/// <c>GET /api/report/{plan}/{quarter}</c>: a report of the latest version, or of <c>?version=n</c>, or computed as known at
/// the end of the day <c>?asof=2023-10-20</c> and not stored; <c>?format=</c> html (default), docx, xlsx or json,
/// <c>?lang=</c> zh (default) or en.
/// </summary>
public sealed class Report(PlanLibrary plans, ISummaryStore summaries, QuarterClosePipeline pipeline, IEnumerable<IReportWriter> writers)
{
    [Function(nameof(Report))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/report/{plan}/{quarter}")] HttpRequest request,
        string plan,
        string quarter,
        CancellationToken cancellationToken)
    {
        if (plans.Find(plan) is not { } ofPlan)
            return Problems.NotFound($"没有规划“{plan}”。", $"There is no plan '{plan}'.");
        if (!ReportingQuarter.TryParse(quarter, out var ofQuarter))
            return Problems.BadRequest($"“{quarter}”不是季度，请写成 2023Q3。", $"'{quarter}' is not a quarter such as 2023Q3.");
        var lang = request.Query["lang"] is [{ Length: > 0 } code] ? code : "zh";
        if (!ReportLanguages.TryParse(lang, out var language))
            return Problems.BadRequest($"没有语言“{lang}”，可选：zh、en。", "lang must be zh or en.");
        var format = request.Query["format"] is [{ Length: > 0 } name] ? name : "html";
        if (ReportFileName.Of(format, language) is not { } file)
            return Problems.BadRequest($"没有格式“{format}”，可选：{string.Join("、", ReportFileName.Formats)}。", $"format must be one of {string.Join(", ", ReportFileName.Formats)}.");

        if (request.Query["asof"] is [{ Length: > 0 } asOf])
        {
            if (!DateOnly.TryParseExact(asOf, "yyyy-MM-dd", out var day))
                return Problems.BadRequest($"“{asOf}”不是日期，请写成 2023-10-20。", $"'{asOf}' is not a date such as 2023-10-20.");
            if (!ofPlan.Years.Contains(ofQuarter))
                return Problems.NotFound($"{quarter} 不在规划期 {ofPlan.Years} 之内。", $"{quarter} is outside the plan's years {ofPlan.Years}.");
            using var computed = new MemoryStream();
            var computing = writers.Single(writer => writer.FileName == file);
            await computing.WriteAsync(await pipeline.ComputeAsync(ofPlan, ofQuarter, day, cancellationToken), computed);
            return Results.Bytes(computed.ToArray(), computing.ContentType);
        }

        var versions = (await summaries.VersionsAsync(plan, ofQuarter, cancellationToken)).Where(head => head.State != SummaryState.Writing);
        var head = request.Query["version"] is [{ Length: > 0 } wanted]
            ? versions.FirstOrDefault(version => $"{version.Version}" == wanted)
            : versions.LastOrDefault();
        var content = head is null ? null : await summaries.OpenReportAsync(plan, ofQuarter, head.Version, file, cancellationToken);
        return content is null
            ? Problems.NotFound($"{quarter} 还没有季度小结。", $"There is no summary of {quarter} yet.")
            : Results.Stream(content, writers.Single(writer => writer.FileName == file).ContentType, format is "docx" or "xlsx" ? $"{plan}-{ofQuarter}-v{head!.Version}-{file}" : null);
    }
}
