using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation.History;

namespace OrdosPipeline.Core.Answers;

/// <summary>Walks from a figure of a summary to every cell that it is made of.</summary>
public sealed class FigureTracing(ITableReader tables, IObservationStore observations, PlanLibrary plans)
{
    /// <summary>Traces what a summary says of an indicator, of an indicator in a region, or of a project.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="subject">Id or name of an indicator or project.</param>
    /// <param name="quarter">Of the summary.</param>
    /// <param name="version">Of the summary; null for the latest that is complete.</param>
    /// <param name="region">Code or name; null for the whole city. A project has none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null when there is no such summary, or it does not judge the subject there.</returns>
    /// <exception cref="RefusedQuestionException">There is no such subject or region.</exception>
    public async Task<FigureTrace?> OfAsync(PlanCatalogue plan, string subject, ReportingQuarter quarter, int? version, string? region, CancellationToken cancellationToken)
    {
        var project = Tracing.Project(plan, subject);
        var indicator = project is null ? Questions.Indicator(plan, subject) : null;
        var place = indicator is null ? null : region is null ? plan.City : Questions.Region(plan, region);
        var question = new TableQuestion
        {
            Table = TableNames.Summaries,
            Plan = plan.Id,
            Quarter = quarter.ToString(),
            Version = version,
            Kind = project is not null ? "project" : place == plan.City ? "indicator" : "region",
            Project = project?.Id,
            Indicator = indicator?.Id,
            Region = place == plan.City ? null : place?.Code,
        };
        var page = await tables.ReadAsync(question, cancellationToken);
        if (page.Rows is not [var values])
            return null;
        var row = page.Columns.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        var cells = (Text("Origins") ?? "").Split(SummaryRows.OriginSeparator).ToHashSet(StringComparer.Ordinal);
        return new FigureTrace
        {
            Plan = plan.Id,
            Quarter = quarter.ToString(),
            Version = (int)(long)row["Version"]!,
            Kind = question.Kind,
            Id = project?.Id ?? indicator!.Id,
            Name = Text("Name") ?? "",
            NameEn = Text("NameEn") ?? "",
            Region = place?.Code,
            RegionName = place?.Name,
            Unit = Text("Unit"),
            Value = Number("Value"),
            ValuePeriod = Text("ValuePeriod"),
            Method = Text("Method"),
            Status = Text("Status") ?? "",
            StatusText = Text("StatusText"),
            Target = Number("Target"),
            TargetWording = Text("TargetWording"),
            TargetSource = Text("TargetSource"),
            TargetDecision = Text("TargetDecision"),
            Baseline = Number("Baseline"),
            BaselineSource = Text("BaselineSource"),
            Cells = project is not null
                ? await CellsAsync(observations.ProjectHistoriesAsync(plan.Id, [project.Id], Tracing.Ever, cancellationToken), cells, report => (report.Key.Period, report.Origin, report.Progress))
                : await CellsAsync(
                    observations.HistoriesAsync(plan.Id, [new RegionSeries(indicator!.SeriesId, place!.Code)], Tracing.Ever, cancellationToken),
                    cells,
                    observation => (observation.Key.Period, observation.Origin, observation.Value)),
        };

        string? Text(string column) => row.GetValueOrDefault(column) as string;
        decimal? Number(string column) => row.GetValueOrDefault(column) as decimal?;
    }

    private async Task<IReadOnlyList<FigureCell>> CellsAsync<T>(IAsyncEnumerable<T> history, HashSet<string> used, Func<T, (Period Period, Origin Origin, decimal? Value)> read)
    {
        var cells = new List<FigureCell>();
        foreach (var period in (await history.Select(read).ToListAsync()).GroupBy(one => one.Period).OrderBy(group => group.Key))
        {
            var latest = period.MaxBy(one => one.Origin, Origin.UploadOrder).Origin;
            cells.AddRange(
                from one in period
                let origin = one.Origin
                where used.Contains(SummaryRows.Describe(origin.Path, origin.Sheet, origin.Cell, origin.Submission))
                select new FigureCell
                {
                    Period = period.Key.ToString(),
                    Value = one.Value,
                    Text = origin.Text,
                    Path = origin.Path,
                    Sheet = origin.Sheet,
                    Cell = origin.Cell,
                    UploadedAt = origin.UploadedAt,
                    ReportedBy = origin.ReportedBy,
                    ReportedByName = plans.DepartmentName(origin.ReportedBy),
                    Submission = origin.Submission,
                    ReplacedBy = latest.Submission == origin.Submission ? null : latest.Submission,
                });
        }

        return cells;
    }
}
