using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Core.Health;

/// <summary>Whether the last quarter whose deadline has passed has its summary, which a timer writes once a day.</summary>
public sealed class SummariesHealth(
    PlanLibrary plans, ISummaryStore summaries, IQuarterSubmissionStore quarterSubmissions, CompletenessSettings completeness, TimeProvider clock) : IHealthProbe
{
    /// <summary>A day between two runs of the timer, and two hours for a late one.</summary>
    private static readonly TimeSpan TimerTakes = TimeSpan.FromHours(26);

    public string Name => "summaries";

    public IReadOnlyList<StorageService> Needs => [StorageService.Tables];

    public async Task<HealthComponent> LookAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - TimerTakes;
        var overdue = new List<string>();
        foreach (var plan in plans.All)
        {
            if (LastDue(plan, before) is { } quarter && await IsOverdueAsync(plan, quarter, before, cancellationToken))
                overdue.Add($"{plan.Id} {quarter}");
        }

        if (overdue.Count == 0)
            return new(Name, HealthStatus.Ok, "没有逾期未写的季度小结。", "No summary is overdue.");
        var list = string.Join(", ", overdue);
        return new(Name, HealthStatus.Degraded, $"逾期未写的季度小结：{list}。", $"Summaries that are overdue: {list}.")
        {
            Advice = "看定时函数 QuarterCloseDue 的日志；ordos close 季度 可立即生成。",
            AdviceEn = "See the log of the timer function QuarterCloseDue; ordos close QUARTER writes one at once.",
        };
    }

    private ReportingQuarter? LastDue(PlanCatalogue plan, DateTimeOffset before)
    {
        ReportingQuarter? due = null;
        for (var quarter = new ReportingQuarter(plan.Years.First, 1); plan.Years.Contains(quarter) && completeness.Deadline(quarter) <= before; quarter = quarter.Next)
            due = quarter;
        return due;
    }

    /// <summary>A summary is due once anybody has reported: on the quarter itself, or before, so that there is one of the quarter before.</summary>
    private async Task<bool> IsOverdueAsync(PlanCatalogue plan, ReportingQuarter quarter, DateTimeOffset before, CancellationToken cancellationToken)
    {
        if (await IsWrittenAsync(plan, quarter, cancellationToken))
            return false;
        if (await IsWrittenAsync(plan, quarter.Previous, cancellationToken))
            return true;
        await foreach (var submission in quarterSubmissions.ListAsync(plan.Id, quarter, cancellationToken))
        {
            if (submission is { IsQuarterAssumed: false, Verdict: not Validation.Verdict.Rejected } && submission.UploadedAt <= before)
                return true;
        }

        return false;
    }

    private async Task<bool> IsWrittenAsync(PlanCatalogue plan, ReportingQuarter quarter, CancellationToken cancellationToken) =>
        (await summaries.VersionsAsync(plan.Id, quarter, cancellationToken)).Any(version => version.State != SummaryState.Writing);
}
