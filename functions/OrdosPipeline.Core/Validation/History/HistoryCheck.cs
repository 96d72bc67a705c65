namespace OrdosPipeline.Core.Validation.History;

/// <summary>Holds what a file says against what was reported before and against itself, once everything in it is read.</summary>
/// <param name="context">What every rule may know.</param>
/// <param name="findings">Where to add.</param>
/// <param name="before">What was reported before; null where the check knows no history, so that only baseline and target are left.</param>
internal sealed class HistoryCheck(CheckContext context, FindingList findings, ReportedBefore? before)
{
    private readonly HashSet<ValueItem> explained = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<ValueItem> dropped = new(ReferenceEqualityComparer.Instance);

    /// <summary>Values that carry an error after all.</summary>
    public IReadOnlySet<ValueItem> Dropped => dropped;

    public void Check(IReadOnlyList<ValueItem> values, IReadOnlyList<ProjectItem> projects, CancellationToken cancellationToken)
    {
        if (before is not null)
            First(RuleBook.Upload, before, -1, null);
        foreach (var series in values.GroupBy(item => item.Series))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var view = before is null ? null : new SeriesView(before.ValuesOf(series.Key), series);
            foreach (var item in series)
                Check(item, view);
        }

        foreach (var broken in new ConsistencyCheck(context.Plan, before).Broken(values, explained))
        {
            if (RuleBook.Consistency.Find(broken, context) is not { } fault)
                continue;
            findings.Add(RuleBook.Consistency, broken.At.SheetIndex, broken.At.Checked.Sheet, fault);
            if (fault.Severity == Severity.Error)
                dropped.Add(broken.At);
        }

        if (before is null)
            return;
        foreach (var project in projects.GroupBy(item => item.Project.Id))
            Check([.. project], [.. before.ReportsOn(project.Key)]);
    }

    private void Check(ValueItem item, SeriesView? series)
    {
        var (subject, sheet) = (new SeriesSubject(item, series), item.Checked.Sheet);
        if (First(RuleBook.Meaning, subject, item.SheetIndex, sheet))
            explained.Add(item);
        if (explained.Contains(item) || series is null)
            return;
        if (First(RuleBook.Course, subject, item.SheetIndex, sheet))
            explained.Add(item);
        if (Revision.Of(item, series, before!.Published) is { } revision)
            First(RuleBook.Revised, revision, item.SheetIndex, sheet);
    }

    private void Check(List<ProjectItem> rows, List<EarlierProgress> earlier)
    {
        foreach (var row in rows)
        {
            var period = row.Checked.Period.ToInstant();
            var samePeriod = earlier.FindAll(report => report.Period == period);
            foreach (var amount in row.Amounts)
            {
                // A row of the file replaces what was reported for its period.
                var previous = earlier
                    .Where(report => report.Period < period && rows.TrueForAll(other => other.Checked.Period.ToInstant() != report.Period))
                    .Select(report => (report.Period, Value: amount.Of(report)))
                    .Concat(rows.Where(other => other.Checked.Period.ToInstant() < period)
                        .Select(other => (Period: other.Checked.Period.ToInstant(), Value: other.Amounts.FirstOrDefault(same => same.Name == amount.Name)?.Value)))
                    .GroupBy(known => known.Period)
                    .Select(known => known.Last())
                    .Where(known => known.Value is not null)
                    .OrderBy(known => known.Period)
                    .LastOrDefault();
                if (previous.Value is { } value)
                    First(RuleBook.Progress, new ProgressSubject(amount, value, previous.Period), row.SheetIndex, row.Checked.Sheet);
                if (Revision.Of(row, amount, samePeriod, before!.Published) is { } revision)
                    First(RuleBook.Revised, revision, row.SheetIndex, row.Checked.Sheet);
            }
        }
    }

    private bool First<TSubject>(Rule<TSubject>[] rules, TSubject subject, int sheetIndex, string? sheet)
    {
        foreach (var rule in rules)
        {
            if (rule.Find(subject, context) is not { } fault)
                continue;
            findings.Add(rule, sheetIndex, sheet, fault);
            return true;
        }

        return false;
    }
}
