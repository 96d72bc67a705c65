using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Core;

/// <summary>
/// The flow of a quarter: what the tables hold becomes a summary, its reports and its rows. A version is written only
/// when it says something that the last one does not, however often this runs and wherever a run was cut off. Of several
/// runs at once the last that begins with a version writes it, unless it knows less than another.
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
    private const int MostTries = 3;

    /// <summary>How long an overtaken run waits for the other one, which takes seconds, before it takes the version over again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(0.5);

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
                if (await WriteUnlessOvertakenAsync(known, quarter, cancellationToken) is { IsNew: true } closed)
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
    /// <exception cref="SummaryOvertakenException">Others close the same quarter, again and again.</exception>
    public async Task<ClosedQuarter> CloseAsync(PlanCatalogue plan, ReportingQuarter quarter, bool publish, CancellationToken cancellationToken)
    {
        ClosedQuarter? closed = null;
        for (var tries = 1; tries < MostTries && closed is null; tries++)
        {
            closed = await WriteUnlessOvertakenAsync(await ReadAsync(plan, clock.GetUtcNow(), cancellationToken), quarter, cancellationToken);
            if (closed is null)
                await WaitForOthersAsync(plan, quarter, cancellationToken);
        }

        closed ??= await WriteAsync(await ReadAsync(plan, clock.GetUtcNow(), cancellationToken), quarter, cancellationToken);
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
        var asOf = SecondOf(instant);
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

    /// <summary>The whole second, as times of uploads are.</summary>
    private static DateTimeOffset SecondOf(DateTimeOffset instant) => instant.ToUniversalTime().AddTicks(-(instant.Ticks % TimeSpan.TicksPerSecond));

    /// <summary>Null where another run writes the quarter.</summary>
    private async Task<ClosedQuarter?> WriteUnlessOvertakenAsync(KnownData known, ReportingQuarter quarter, CancellationToken cancellationToken)
    {
        try
        {
            return await WriteAsync(known, quarter, cancellationToken);
        }
        catch (SummaryOvertakenException)
        {
            return null;
        }
    }

    /// <summary>Until no version is being written, or says what is known at an instant still to come: two that took it from each other at once would never end.</summary>
    private async Task WaitForOthersAsync(PlanCatalogue plan, ReportingQuarter quarter, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += BetweenLooks)
        {
            await Task.Delay(BetweenLooks, clock, cancellationToken);
            // The clock of the other run's machine may go before this one's.
            if ((await summaries.VersionsAsync(plan.Id, quarter, cancellationToken)) is not [.., var last] || (last.State != SummaryState.Writing && last.AsOf <= SecondOf(clock.GetUtcNow())))
                return;
        }
    }

    private Task<ClosedQuarter> WriteAsync(KnownData known, ReportingQuarter quarter, CancellationToken cancellationToken) => PipelineSpans.StepAsync("close quarter", span =>
    {
        span?.SetTag(PipelineSpans.Plan, known.Plan.Id).SetTag(PipelineSpans.Quarter, quarter.ToString());
        return WriteNowAsync(known, quarter, cancellationToken);
    });

    private async Task<ClosedQuarter> WriteNowAsync(KnownData known, ReportingQuarter quarter, CancellationToken cancellationToken)
    {
        var summary = known.Summarise(quarter, progressSettings, completenessSettings);
        var inputs = SummaryJson.Digest(summary);
        SummaryClaim? claim = null;
        while (claim is null)
        {
            var latest = (await summaries.VersionsAsync(known.Plan.Id, quarter, cancellationToken)) is [.., var last] ? last : null;
            if (latest is not null && latest.State != SummaryState.Writing && latest.Inputs == inputs)
                return new ClosedQuarter(latest, summary with { Version = latest.Version }, IsNew: false);
            if (latest is not null && latest.AsOf > known.AsOf)
                throw new SummaryOvertakenException(latest);

            // A version still in state writing was cut off, or is being written by a run that knows no more: it is written over, and none is skipped.
            var version = latest?.State == SummaryState.Writing ? latest.Version : (latest?.Version ?? 0) + 1;
            if (await PublishedAtAsync(known.Plan.Id, quarter, version, cancellationToken) is not null)
                throw new InvalidOperationException($"{known.Plan.Id} {quarter} v{version} is published, but the table does not know it: run ordos rebuild to its end while the app is stopped.");
            var head = new SummaryHead { Plan = known.Plan.Id, Quarter = quarter, Version = version, State = SummaryState.Writing, Inputs = inputs, AsOf = known.AsOf };
            claim = await summaries.ClaimAsync(head, cancellationToken);
        }

        summary = summary with { Version = claim.Head.Version, Differences = await DifferencesAsync(known, summary, cancellationToken) };
        foreach (var writer in reportWriters)
            await summaries.WriteReportAsync(claim, writer.FileName, writer.ContentType, output => writer.WriteAsync(summary, output), cancellationToken);
        await using var stored = await summaries.OpenReportAsync(known.Plan.Id, quarter, summary.Version, SummaryJson.Name, cancellationToken)
            ?? throw new InvalidOperationException($"{SummaryJson.Name} of {known.Plan.Id} {quarter} v{summary.Version} is gone right after it was written.");
        var (computed, rows) = await SummaryRows.ReadAsync(stored, cancellationToken);
        await summaries.CompleteAsync(claim, computed, rows, cancellationToken);
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

    /// <summary>Whoever publishes first decides when it was.</summary>
    private async Task PublishAsync(SummaryHead head, CancellationToken cancellationToken)
    {
        await summaries.WriteOnceAsync(head, Publication.FileName, "application/json", output => Publication.WriteAsync(clock.GetUtcNow(), output), cancellationToken);
        var publishedAt = await PublishedAtAsync(head.Plan, head.Quarter, head.Version, cancellationToken)
            ?? throw new InvalidOperationException($"{Publication.FileName} of {head.Plan} {head.Quarter} v{head.Version} is gone right after it was written.");
        await summaries.PublishAsync(head, publishedAt, cancellationToken);
    }

    /// <summary>As the record has it, whatever the table says.</summary>
    private async Task<DateTimeOffset?> PublishedAtAsync(string plan, ReportingQuarter quarter, int version, CancellationToken cancellationToken)
    {
        await using var stored = await summaries.OpenReportAsync(plan, quarter, version, Publication.FileName, cancellationToken);
        return stored is null ? null : await Publication.ReadAsync(stored, cancellationToken);
    }
}

/// <param name="Head">The version that stands now.</param>
/// <param name="Summary">What it says.</param>
/// <param name="IsNew">Whether it was written just now.</param>
public sealed record ClosedQuarter(SummaryHead Head, QuarterSummary Summary, bool IsNew);
