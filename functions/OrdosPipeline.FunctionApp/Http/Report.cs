using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.FunctionApp.Http;

/// <summary><c>GET /api/report/{plan}/{quarter}</c>: a report of the latest version, or of <c>?version=n</c>; <c>?file=</c> report.html (default) or summary.json.</summary>
public sealed class Report(PlanLibrary plans, ISummaryStore summaries)
{
    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.Ordinal)
    {
        ["report.html"] = "text/html; charset=utf-8",
        ["summary.json"] = "application/json; charset=utf-8",
    };

    [Function(nameof(Report))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/report/{plan}/{quarter}")] HttpRequest request,
        string plan,
        string quarter,
        CancellationToken cancellationToken)
    {
        if (plans.Find(plan) is null)
            return Problems.NotFound($"没有规划“{plan}”。", $"There is no plan '{plan}'.");
        if (!ReportingQuarter.TryParse(quarter, out var ofQuarter))
            return Problems.BadRequest($"“{quarter}”不是季度，请写成 2023Q3。", $"'{quarter}' is not a quarter such as 2023Q3.");
        var file = request.Query["file"] is [{ Length: > 0 } name] ? name : "report.html";
        if (!ContentTypes.TryGetValue(file, out var contentType))
            return Problems.BadRequest($"没有文件“{file}”，可选：{string.Join("、", ContentTypes.Keys)}。", $"file must be one of {string.Join(", ", ContentTypes.Keys)}.");

        var versions = (await summaries.VersionsAsync(plan, ofQuarter, cancellationToken)).Where(head => head.State != SummaryState.Writing);
        var head = request.Query["version"] is [{ Length: > 0 } wanted]
            ? versions.FirstOrDefault(version => $"{version.Version}" == wanted)
            : versions.LastOrDefault();
        var content = head is null ? null : await summaries.OpenReportAsync(plan, ofQuarter, head.Version, file, cancellationToken);
        return content is null
            ? Problems.NotFound($"{quarter} 还没有季度小结。", $"There is no summary of {quarter} yet.")
            : Results.Stream(content, contentType);
    }
}
