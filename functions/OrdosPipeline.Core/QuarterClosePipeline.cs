using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Core;

/// <summary>
/// The flow of a quarter: what the tables hold becomes a summary, its reports and its rows. A version is written only
/// when it says something that the last one does not, however often this runs and wherever a run was cut off.
/// </summary>
public sealed class QuarterClosePipeline(
    PlanLibrary plans,
    IObservationStore observations,
    ISubmissionLedger ledger,
    IDecisionStore decisions,
    ISummaryStore summaries,
    IEnumerable<IReportWriter> reportWriters,
    ProgressSettings progressSettings,
    CompletenessSettings completenessSettings,
    TimeProvider clock)
{
    /// <summary>Writes every summary that is due: deadline passed, data there, and not written or changed since.</summary>
    /// <returns>The versions written.</returns>
    public async Task<IReadOnlyList<SummaryHead>> CloseDueAsync(CancellationToken cancellationToken)
    {
        var written = new List<SummaryHead>();
        foreach (var plan in plans.All)
        {
            var known = await ReadAsync(plan, clock.GetUtcNow(), cancellationToken);
            foreach (var quarter in known.QuartersDue(completenessSettings))
            {
                var closed = await WriteAsync(known, quarter, cancellationToken);
                if (closed.IsNew)
                    written.Add(closed.Head);
            }
        }

        return written;
    }

    /// <summary>Writes the summary of one quarter now, unless the last version says the same already.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="quarter">Within the plan's years.</param>
    /// <param name="publish">Whether to publish and freeze the version.</param>
    /// <param name="cancellationToken">Ends the work between writes.</param>
    public async Task<ClosedQuarter> CloseAsync(PlanCatalogue plan, ReportingQuarter quarter, bool publish, CancellationToken cancellationToken)
    {
        var closed = await WriteAsync(await ReadAsync(plan, clock.GetUtcNow(), cancellationToken), quarter, cancellationToken);
        if (publish && closed.Head.State != SummaryState.Published)
            await PublishAsync(closed.Head, cancellationToken);
        return closed;
    }

    /// <summary>Computes the summary of one quarter as it stood at the end of a day, and stores nothing.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="quarter">Within the plan's years.</param>
    /// <param name="day">In China; a day that is not over yet means now.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>A summary of version 0.</returns>
    public async Task<QuarterSummary> ComputeAsync(PlanCatalogue plan, ReportingQuarter quarter, DateOnly day, CancellationToken cancellationToken)
    {
        var (end, now) = (ChinaTime.EndOf(day).AddSeconds(-1), clock.GetUtcNow());
        return (await ReadAsync(plan, end < now ? end : now, cancellationToken)).Summarise(quarter, progressSettings, completenessSettings);
    }

    private async Task<KnownData> ReadAsync(PlanCatalogue plan, DateTimeOffset instant, CancellationToken cancellationToken)
    {
        var asOf = instant.ToUniversalTime().AddTicks(-(instant.Ticks % TimeSpan.TicksPerSecond));
        var values = new List<Observation>();
        await foreach (var observation in observations.AsKnownAtAsync(plan.Id, region: null, asOf, cancellationToken))
            values.Add(observation);
        var projects = new List<ProjectReport>();
        await foreach (var report in observations.ProjectsAsKnownAtAsync(plan.Id, asOf, cancellationToken))
            projects.Add(report);
        var submissions = new List<LedgerEntry>();
        await foreach (var entry in ledger.ListAsync(department: null, cancellationToken))
        {
            if (entry.Plan == plan.Id && entry.UploadedAt <= asOf)
                submissions.Add(entry);
        }

        var known = (await decisions.ListAsync(plan.Id, cancellationToken)).Where(decision => decision.RecordedAt <= asOf);
        return new KnownData(plan, asOf, values, projects, submissions, [.. known]);
    }

    private async Task<ClosedQuarter> WriteAsync(KnownData known, ReportingQuarter quarter, CancellationToken cancellationToken)
    {
        using var span = PipelineSpans.Source.StartActivity("close quarter")?.SetTag(PipelineSpans.Plan, known.Plan.Id).SetTag(PipelineSpans.Quarter, quarter.ToString());
        var summary = known.Summarise(quarter, progressSettings, completenessSettings);
        var inputs = SummaryJson.Digest(summary);
        SummaryHead head;
        while (true)
        {
            var latest = (await summaries.VersionsAsync(known.Plan.Id, quarter, cancellationToken)) is [.., var last] ? last : null;
            if (latest is not null && latest.State != SummaryState.Writing && latest.Inputs == inputs)
                return new ClosedQuarter(latest, summary with { Version = latest.Version }, IsNew: false);

            // A version still in state writing was cut off: it is written over, and none is skipped.
            var resumes = latest?.State == SummaryState.Writing;
            head = new SummaryHead
            {
                Plan = known.Plan.Id,
                Quarter = quarter,
                Version = resumes ? latest!.Version : (latest?.Version ?? 0) + 1,
                State = SummaryState.Writing,
                Inputs = inputs,
                AsOf = known.AsOf,
            };
            if (resumes || await summaries.ReserveAsync(head, cancellationToken))
                break;
        }

        summary = summary with { Version = head.Version, Differences = await DifferencesAsync(known, summary, cancellationToken) };
        foreach (var writer in reportWriters)
            await summaries.WriteReportAsync(head, writer.FileName, writer.ContentType, output => writer.WriteAsync(summary, output), cancellationToken);
        await using var stored = await summaries.OpenReportAsync(head.Plan, quarter, head.Version, SummaryJson.Name, cancellationToken)
            ?? throw new InvalidOperationException($"{SummaryJson.Name} of {head.Plan} {quarter} v{head.Version} is gone right after it was written.");
        var (computed, rows) = await SummaryRows.ReadAsync(stored, cancellationToken);
        await summaries.CompleteAsync(computed, rows, cancellationToken);
        return new ClosedQuarter(computed, summary, IsNew: true);
    }

    private async Task<SummaryDifferences?> DifferencesAsync(KnownData known, QuarterSummary summary, CancellationToken cancellationToken)
    {
        var published = (await summaries.VersionsAsync(known.Plan.Id, summary.Quarter, cancellationToken)).LastOrDefault(head => head.State == SummaryState.Published);
        if (published is null)
            return null;
        await using var stored = await summaries.OpenReportAsync(known.Plan.Id, summary.Quarter, published.Version, SummaryJson.Name, cancellationToken)
            ?? throw new InvalidOperationException($"{SummaryJson.Name} of {known.Plan.Id} {summary.Quarter} v{published.Version} is published and gone.");
        var (_, then) = await SummaryRows.ReadAsync(stored, cancellationToken);
        return SummaryComparison.Between(
            published, then, await SummaryRows.OfAsync(summary, cancellationToken), known.CausesSince(published.AsOf, summary.Quarter).Of);
    }

    private async Task PublishAsync(SummaryHead head, CancellationToken cancellationToken)
    {
        var publishedAt = clock.GetUtcNow();
        await summaries.WriteReportAsync(
            head, Publication.FileName, "application/json", output => Publication.WriteAsync(publishedAt, output), cancellationToken);
        await summaries.PublishAsync(head, publishedAt, cancellationToken);
    }
}

/// <param name="Head">The version that stands now.</param>
/// <param name="Summary">What it says.</param>
/// <param name="IsNew">Whether it was written just now.</param>
public sealed record ClosedQuarter(SummaryHead Head, QuarterSummary Summary, bool IsNew);
