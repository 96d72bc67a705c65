using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Core.Validation.History;

namespace OrdosPipeline.Core;

/// <summary>
/// The uploads of a department before another of it, in the order of upload: what is not done with yet, which the flow
/// takes up first, and what the others said, which the check is told.
/// </summary>
/// <remarks>
/// A check thus depends on nothing but the department's own uploads up to this one, whatever events came when: by
/// induction each of them has the record that it would have, had they come one by one. Other departments' values are not
/// asked for, as they would make every file wait for everybody.
/// </remarks>
public sealed class EarlierUploads(IInbox inbox, ISubmissionLedger ledger, IObservationStore observations, ISummaryStore summaries, SubmissionCheck check)
{
    /// <summary>The service tells uploads apart by the second; this is one more for clocks that differ.</summary>
    private static readonly TimeSpan OrderSettles = TimeSpan.FromSeconds(2);

    /// <summary>Waits until no upload can arrive any more that would stand before this one.</summary>
    public Task WaitForOrderAsync(SubmissionHeader upload, CancellationToken cancellationToken)
    {
        var rest = upload.UploadedAt + OrderSettles - check.Now;
        return rest > TimeSpan.Zero ? Task.Delay(rest < OrderSettles ? rest : OrderSettles, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>
    /// Takes up, one after another, what of the uploads before this one is neither applied nor rejected. Several workers may
    /// do so at once, as every step may be repeated. Nothing after one that fails is looked at, until it has failed so often
    /// that it is left for an administrator; from then on the later ones go on without it.
    /// </summary>
    /// <exception cref="EarlierUploadException">One failed and is to be tried again before this one.</exception>
    public async Task TakeUpAsync(SubmissionHeader upload, Func<UnfinishedUpload, CancellationToken, Task> takeUp, CancellationToken cancellationToken)
    {
        foreach (var unfinished in await UnfinishedAsync(upload, cancellationToken))
        {
            try
            {
                await takeUp(unfinished, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                if ((await ledger.FindAsync(upload.Department, unfinished.Entry.Id, cancellationToken))?.State != SubmissionState.Failed)
                    throw new EarlierUploadException($"The earlier upload {unfinished.Entry.Path} is to be tried again first.", exception);
            }
        }
    }

    /// <summary>What the uploads before a started check's said of the series and projects that its file is about.</summary>
    public async Task<ReportedBefore> ReadAsync(StartedCheck started, CancellationToken cancellationToken)
    {
        var upload = started.Submission;
        var place = PlaceOf(upload);
        var done = new List<LedgerEntry>();
        await foreach (var entry in ledger.ListAsync(upload.Department, cancellationToken))
        {
            if (entry.State is SubmissionState.Applied or SubmissionState.Rejected && IsBefore(entry, place))
                done.Add(entry);
        }

        var sameContent = done.Where(entry => entry.Sha256 == upload.Sha256).Select(PlaceOf).Min(EarlierUpload.UploadOrder);
        var applied = done.Where(entry => entry.State == SubmissionState.Applied && entry.Plan == upload.Plan).ToDictionary(entry => entry.Id, PlaceOf, StringComparer.Ordinal);
        if (applied.Count == 0)
            return new ReportedBefore { SameContent = sameContent };

        var values = new List<EarlierValue>();
        await foreach (var known in observations.HistoriesAsync(upload.Plan, started.Series, upload.UploadedAt, cancellationToken))
        {
            if (applied.TryGetValue(known.Origin.Submission, out var from))
                values.Add(new EarlierValue(new(known.Key.Indicator, known.Key.Region), known.Key.Period, known.Value, known.Remark, from));
        }

        var projects = new List<EarlierProgress>();
        await foreach (var known in observations.ProjectHistoriesAsync(upload.Plan, started.Projects, upload.UploadedAt, cancellationToken))
        {
            if (applied.TryGetValue(known.Origin.Submission, out var from))
                projects.Add(new EarlierProgress(known.Key.Project, known.Key.Period, known.Progress, known.Investment, known.Quantities, known.Remark, from));
        }

        var reportedAgain = values.Where(value => started.Values.TryGetValue(value.Series, out var periods) && periods.Contains(value.Period)).Select(value => value.Period.EndQuarter)
            .Concat(projects.Select(progress => progress.Period.EndQuarter));
        return new ReportedBefore
        {
            SameContent = sameContent,
            Values = values,
            Projects = projects,
            Published = await PublishedAsync(upload, [.. reportedAgain.Distinct()], cancellationToken),
        };
    }

    /// <summary>In the order of upload; also versions that were overwritten while they were on their way.</summary>
    private async Task<IReadOnlyList<UnfinishedUpload>> UnfinishedAsync(SubmissionHeader upload, CancellationToken cancellationToken)
    {
        var place = PlaceOf(upload);
        var unfinished = new Dictionary<string, UnfinishedUpload>(StringComparer.Ordinal);
        await foreach (var version in inbox.ListAsync(folder => check.MayBe(folder, upload.Department), cancellationToken))
        {
            if (check.Receive(version) is var entry && entry.Department == upload.Department && IsBefore(entry, place))
                unfinished[entry.Id] = new UnfinishedUpload(entry, IsInInbox: true);
        }

        await foreach (var entry in ledger.ListAsync(upload.Department, cancellationToken))
        {
            if (entry.State is SubmissionState.Applied or SubmissionState.Rejected or SubmissionState.Failed)
                unfinished.Remove(entry.Id);
            else if (IsBefore(entry, place))
                unfinished.TryAdd(entry.Id, new UnfinishedUpload(entry, IsInInbox: false));
        }

        return [.. unfinished.Values.OrderBy(earlier => PlaceOf(earlier.Entry), EarlierUpload.UploadOrder)];
    }

    /// <summary>The summaries published before the upload that may contain a period ending in one of the quarters.</summary>
    private async Task<IReadOnlyList<PublishedSummary>> PublishedAsync(SubmissionHeader upload, IReadOnlyList<ReportingQuarter> quarters, CancellationToken cancellationToken)
    {
        if (quarters.Count == 0)
            return [];
        var asked = new List<Task<IReadOnlyList<SummaryHead>>>();
        for (var quarter = quarters.Min(); quarter <= ReportingQuarter.Of(ChinaTime.DayOf(upload.UploadedAt)); quarter = quarter.Next)
            asked.Add(summaries.VersionsAsync(upload.Plan, quarter, cancellationToken));
        return
        [
            .. (await Task.WhenAll(asked)).SelectMany(heads => heads)
                .Where(head => head.PublishedAt <= upload.UploadedAt)
                .OrderBy(head => head.PublishedAt).ThenBy(head => head.Quarter).ThenBy(head => head.Version)
                .Select(head => new PublishedSummary(head.Quarter, head.AsOf)),
        ];
    }

    private static bool IsBefore(LedgerEntry entry, EarlierUpload place) => EarlierUpload.UploadOrder.Compare(PlaceOf(entry), place) < 0;

    private static EarlierUpload PlaceOf(LedgerEntry entry) => new(entry.Id, entry.Path, entry.UploadedAt);

    private static EarlierUpload PlaceOf(SubmissionHeader upload) => new(upload.Id, upload.Path, upload.UploadedAt);
}

/// <summary>An upload that is neither applied nor rejected.</summary>
/// <param name="Entry">What is known of it.</param>
/// <param name="IsInInbox">That version still lies in <c>incoming/</c>; else only its record can tell of it.</param>
public sealed record UnfinishedUpload(LedgerEntry Entry, bool IsInInbox);

/// <summary>An upload has to wait, because an earlier one of its department failed. That is no failure of its own.</summary>
public sealed class EarlierUploadException(string message, Exception innerException) : Exception(message, innerException);
