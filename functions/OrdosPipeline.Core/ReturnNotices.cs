using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Core;

/// <summary>
/// The flow of reminders: who has not reported a quarter is put down once before its deadline and once after, as a record,
/// a text, rows of the table Returns, and a message to another system where one is set. Running it again, also after it
/// was cut off, completes what is missing and repeats nothing.
/// </summary>
public sealed class ReturnNotices(
    PlanLibrary plans,
    IObservationStore observations,
    ISubmissionLedger ledger,
    INoticeStore notices,
    INoticePoster poster,
    CompletenessSettings completeness,
    NoticeSettings settings,
    TimeProvider clock)
{
    /// <summary>Writes every notice that is due.</summary>
    /// <returns>The notices written or posted just now.</returns>
    /// <exception cref="AggregateException">A notice could not be posted; the others are done, and the next run tries it again.</exception>
    public async Task<IReadOnlyList<ReturnNotice>> WriteDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var asOf = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        var done = new List<ReturnNotice>();
        var failures = new List<Exception>();
        foreach (var plan in plans.All)
        {
            foreach (var (quarter, kind) in Due(plan, asOf))
            {
                var found = await notices.FindAsync(plan.Id, quarter, kind, cancellationToken);
                var notice = found ?? await notices.WriteOnceAsync(await ComputeAsync(plan, quarter, kind, asOf, cancellationToken), cancellationToken);
                await notices.WriteRowsAsync(notice, cancellationToken);
                await notices.WriteTextAsync(notice, NoticeText.Of(notice, plan), cancellationToken);
                var posts = poster.IsEnabled && !await notices.IsPostedAsync(notice, cancellationToken);
                try
                {
                    if (posts)
                    {
                        await poster.PostAsync(notice, cancellationToken);
                        await notices.MarkPostedAsync(notice, asOf, cancellationToken);
                    }
                }
                catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
                {
                    failures.Add(failure);
                    continue;
                }

                if (found is null || posts)
                    done.Add(notice);
            }
        }

        return failures.Count == 0 ? done : throw new AggregateException("Some notices could not be posted.", failures);
    }

    /// <summary>
    /// The reminder of the quarter that ended last, until its deadline; then its overdue notice, until the next quarter ends.
    /// Notices that were never written are not made up for later.
    /// </summary>
    private IEnumerable<(ReportingQuarter Quarter, NoticeKind Kind)> Due(PlanCatalogue plan, DateTimeOffset now)
    {
        var quarter = ReportingQuarter.Of(ChinaTime.DayOf(now)).Previous;
        if (!plan.Years.Contains(quarter))
            yield break;
        if (now >= completeness.Deadline(quarter))
            yield return (quarter, NoticeKind.Overdue);
        else if (now >= settings.ReminderFrom(quarter, completeness))
            yield return (quarter, NoticeKind.Reminder);
    }

    private async Task<ReturnNotice> ComputeAsync(PlanCatalogue plan, ReportingQuarter quarter, NoticeKind kind, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var values = new List<Observation>();
        await foreach (var observation in observations.AsKnownAtAsync(plan.Id, plan.City.Code, asOf, cancellationToken))
            values.Add(observation);
        var projects = new List<ProjectReport>();
        await foreach (var report in observations.ProjectsAsKnownAtAsync(plan.Id, asOf, cancellationToken))
            projects.Add(report);
        var returns = new List<ReceivedReturn>();
        await foreach (var entry in ledger.ListAsync(department: null, cancellationToken))
        {
            if (entry.Plan == plan.Id && entry.UploadedAt <= asOf)
                returns.Add(entry.ToReturn());
        }

        var departments = Completeness.Of(plan, quarter, returns, completeness, ReportedSubjects.Of(plan, quarter, values, projects));
        return new ReturnNotice(plan.Id, quarter, kind, completeness.Deadline(quarter), asOf, [.. departments.Where(department => department.IsExpected)]);
    }
}
