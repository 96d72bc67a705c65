using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation.History;

namespace OrdosPipeline.Core.Answers;

/// <summary>Walks from a figure to the cells it came from, and to the summaries it went into.</summary>
public sealed class Tracing(IObservationStore observations, ISubmissionLedger ledger, IFindingStore findings, ISummaryStore summaries, PlanLibrary plans)
{
    /// <summary>Later than any upload, in every time zone.</summary>
    internal static readonly DateTimeOffset Ever = DateTimeOffset.MaxValue.AddDays(-1);

    /// <summary>Traces a value of an indicator, or the report on a project.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="subject">Id or name of an indicator or project.</param>
    /// <param name="period">Canonical text.</param>
    /// <param name="region">Code or name; null for the whole city. A project has none.</param>
    /// <param name="asOf">What was known at this instant; null for now.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null when nobody has reported the figure by then.</returns>
    /// <exception cref="RefusedQuestionException">There is no such subject, period or region.</exception>
    public async Task<Trace?> OfAsync(PlanCatalogue plan, string subject, string period, string? region, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var known = asOf ?? Ever;
        var trace = Project(plan, subject) is { } project
            ? await OfProjectAsync(plan, project, Questions.Period(period).ToInstant(), known, cancellationToken)
            : await OfIndicatorAsync(plan, Questions.Indicator(plan, subject), period, region is null ? plan.City : Questions.Region(plan, region), known, cancellationToken);
        return trace is null ? null : trace with { AsOf = asOf };
    }

    /// <summary>The project that a subject names; null when it is to be an indicator.</summary>
    internal static Project? Project(PlanCatalogue plan, string subject) => plan.FindIndicator(subject) is null ? PlanWords.Of(plan).Projects.Find(subject) : null;

    /// <summary>Whether a figure is a department's own: it is to report it, or it governs the region that an indicator is about.</summary>
    /// <exception cref="RefusedQuestionException">There is no such subject or region.</exception>
    public static bool IsOf(PlanCatalogue plan, string department, string subject, string? region)
    {
        if (Project(plan, subject) is { } project)
            return project.Department == department;
        var indicator = Questions.Indicator(plan, subject);
        return (plan.FindIndicator(indicator.SeriesId) ?? indicator).Department == department
            || (region is not null && Questions.Region(plan, region).Department == department);
    }

    private async Task<Trace?> OfIndicatorAsync(PlanCatalogue plan, Indicator indicator, string text, Region region, DateTimeOffset known, CancellationToken cancellationToken)
    {
        var series = plan.FindIndicator(indicator.SeriesId) ?? indicator;
        var period = Questions.Period(text).KeyFor(series.Measure);
        var rows = new List<Observation>();
        await foreach (var row in observations.HistoriesAsync(plan.Id, [new RegionSeries(series.Id, region.Code)], known, cancellationToken))
        {
            if (row.Key.Period == period)
                rows.Add(row);
        }

        var isCity = region.Code == plan.City.Code;
        var steps = await StepsAsync(rows, row => row.Origin, (left, right) => left.Value == right.Value, Step, cancellationToken);
        return steps.Count == 0 ? null : new Trace
        {
            Plan = plan.Id,
            Kind = "indicator",
            Id = series.Id,
            Name = series.Name,
            NameEn = series.NameEn,
            Unit = series.Unit.Symbol,
            Region = region.Code,
            RegionName = region.Name,
            Period = period.ToString(),
            Steps = steps,
            Uses = await UsesAsync(
                plan, period, steps,
                plan.Indicators.Where(judged => judged.SeriesId == series.Id).Select(judged => isCity ? ("indicator", judged.Id) : ("region", $"{judged.Id}.{region.Code}")),
                known, cancellationToken),
        };

        static TraceStep Step(TraceStep step, Observation row) =>
            step with { State = row.IsWithdrawn ? "withdrawn" : "reported", Value = row.Value, Remark = row.Remark.Length == 0 ? null : row.Remark };
    }

    private async Task<Trace?> OfProjectAsync(PlanCatalogue plan, Project project, Period period, DateTimeOffset known, CancellationToken cancellationToken)
    {
        var rows = new List<ProjectReport>();
        await foreach (var row in observations.ProjectHistoriesAsync(plan.Id, [project.Id], known, cancellationToken))
        {
            if (row.Key.Period == period)
                rows.Add(row);
        }

        var steps = await StepsAsync(rows, row => row.Origin, SayTheSame, Step, cancellationToken);
        return steps.Count == 0 ? null : new Trace
        {
            Plan = plan.Id,
            Kind = "project",
            Id = project.Id,
            Name = project.Name,
            NameEn = project.NameEn,
            Period = period.ToString(),
            Steps = steps,
            Uses = await UsesAsync(plan, period, steps, [("project", project.Id)], known, cancellationToken),
        };

        static bool SayTheSame(ProjectReport left, ProjectReport right) =>
            (left.State, left.Progress, left.Investment, left.Remark) == (right.State, right.Progress, right.Investment, right.Remark)
            && left.Quantities.OrderBy(quantity => quantity.Key).SequenceEqual(right.Quantities.OrderBy(quantity => quantity.Key));

        static TraceStep Step(TraceStep step, ProjectReport row) => step with
        {
            State = row.State is { } state ? System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString()) : null,
            Progress = row.Progress,
            Investment = row.Investment,
            Remark = row.Remark.Length == 0 ? null : row.Remark,
        };
    }

    private async Task<IReadOnlyList<TraceStep>> StepsAsync<T>(
        IEnumerable<T> rows, Func<T, Origin> originOf, Func<T, T, bool> sayTheSame, Func<TraceStep, T, TraceStep> complete, CancellationToken cancellationToken)
        where T : class
    {
        var ordered = rows.OrderBy(originOf, Origin.UploadOrder).ToList();
        var steps = new List<TraceStep>();
        T? before = null;
        foreach (var row in ordered)
        {
            var revision = before is null ? 1 : steps[^1].Revision + (sayTheSame(before, row) ? 0 : 1);
            steps.Add(complete(await StepAsync(originOf(row), revision, counts: row == ordered[^1], cancellationToken), row));
            before = row;
        }

        return steps;
    }

    private async Task<TraceStep> StepAsync(Origin origin, int revision, bool counts, CancellationToken cancellationToken)
    {
        var entry = await ledger.FindAsync(origin.ReportedBy, origin.Submission, cancellationToken);
        var rowNumber = CellAddress.TryParse(origin.Cell, out var address) ? address.RowNumber : (int?)null;
        var beside = new List<TraceFinding>();
        await foreach (var finding in findings.ReadAsync(origin.Submission, cancellationToken))
        {
            if (finding.Sheet == origin.Sheet && finding.RowNumber is { } row && row == rowNumber)
                beside.Add(new TraceFinding(finding.Code, CheckJson.Text(finding.Severity), finding.Cell, finding.Message, finding.MessageEn));
        }

        return new TraceStep
        {
            Revision = revision,
            Counts = counts,
            Text = origin.Text,
            Path = origin.Path,
            Sheet = origin.Sheet,
            Cell = origin.Cell,
            UploadedAt = origin.UploadedAt,
            ReportedBy = origin.ReportedBy,
            ReportedByName = plans.DepartmentName(origin.ReportedBy),
            SubmittedBy = entry?.SubmittedBy,
            Submission = origin.Submission,
            Verdict = entry?.Verdict is { } verdict ? CheckJson.Text(verdict) : null,
            Findings = beside,
        };
    }

    /// <summary>Every version whose judged value is made of one of the cells.</summary>
    private async Task<IReadOnlyList<TraceUse>> UsesAsync(
        PlanCatalogue plan, Period period, IReadOnlyList<TraceStep> steps, IEnumerable<(string Kind, string Id)> judged, DateTimeOffset known, CancellationToken cancellationToken)
    {
        var cells = steps.ToDictionary(step => SummaryRows.Describe(step.Path, step.Sheet, step.Cell, step.Submission), step => step.Submission, StringComparer.Ordinal);
        var uses = new List<TraceUse>();
        await foreach (var (head, row) in summaries.FindRowsAsync(plan.Id, period.EndQuarter, [.. judged], cancellationToken))
        {
            if (head.AsOf > known)
                continue;
            var used = (row.Columns.GetValueOrDefault(SummaryColumns.Origins) as string ?? "").Split(SummaryRows.OriginSeparator).FirstOrDefault(cells.ContainsKey);
            if (used is not null)
            {
                uses.Add(new TraceUse(
                    head.Quarter.ToString(), head.Version, head.State.ToString().ToLowerInvariant(), head.PublishedAt, row.Kind, row.Id,
                    row.Columns.GetValueOrDefault("Status") as string ?? "", cells[used]));
            }
        }

        return uses;
    }
}
