using System.Globalization;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using static OrdosPipeline.Documents.Reports.Wording.Phrases;

namespace OrdosPipeline.Documents.Reports.Wording;

/// <summary>What a report says about the figures that a version changes: one line for each indicator, project or department.</summary>
internal sealed class ChangeText(ReportFormat format, QuarterSummary summary)
{
    /// <summary>What readers ask about first; the rest follows from it and stands in the workbook.</summary>
    private static readonly string[] Principal = ["Status", "Outcome", "Value", "Baseline", "Target", "Ratio", "Received", "Accepted", "IndicatorsReported", "ProjectsReported"];

    private ReportLanguage Language => format.Language;

    public IReadOnlyList<ChangeLine> Lines => summary.Differences is not { } differences
        ? []
        :
        [
            .. from subject in differences.Changes.GroupBy(change => (change.Kind, change.Id))
               let told = subject.Where(change => Principal.Contains(change.Column)).ToList()
               where told.Count > 0
               select new ChangeLine(subject.Key.Id, NameOf(subject.First()), format.Clauses(told.Select(Clause)), Causes(subject.First())),
        ];

    public string NameOf(FigureChange change)
    {
        var id = change.Id.Split('.')[0];
        var (indicator, project) = (summary.Plan.FindIndicator(id), summary.Plan.FindProject(id));
        return Language == ReportLanguage.English ? indicator?.NameEn ?? project?.NameEn ?? change.Name : change.Name;
    }

    public string Figure(FigureChange change) => Columns.Of(change.Column).In(Language);

    public string Old(FigureChange change) => Value(change.Column, change.Old);

    public string New(FigureChange change) => Value(change.Column, change.New);

    /// <summary>The files that came since, and the decisions.</summary>
    public string Causes(FigureChange change) => format.List(change.Submissions.Select(id => summary.SubmissionPaths.GetValueOrDefault(id) ?? id).Concat(change.Decisions));

    private string Clause(FigureChange change) => Figures.FigureChanged.In(Language, Figure(change), Old(change), New(change));

    private string Value(string column, string? text) => (column, text) switch
    {
        (_, null) => Labels.None.In(Language),
        ("Status", _) => Statuses.Of(AssessmentStatuses.Parse(text), Language),
        ("Outcome", _) => Statuses.Of(Outcomes.All.Single(outcome => outcome.Code() == text), Language),
        ("ValuePeriod", _) when Period.TryParse(text, out var period) => format.Period(period, isInstant: false),
        (_, "true") => Labels.Yes.In(Language),
        (_, "false") => Labels.No.In(Language),
        ("Progress" or "Schedule", _) when Number(text) is { } share => ReportFormat.Percent(share),
        _ when Number(text) is { } number => ReportFormat.Short(number, 4),
        _ => text,
    };

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <param name="Id">Of the indicator, project or department.</param>
/// <param name="Name">In the report's language.</param>
/// <param name="Changes">Each figure with what it was and what it is.</param>
/// <param name="Causes">The files and decisions behind them.</param>
internal sealed record ChangeLine(string Id, string Name, string Changes, string Causes);
