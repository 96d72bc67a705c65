using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Documents.Exports;
using OrdosPipeline.Documents.Reports.Wording;
using static OrdosPipeline.Documents.Reports.Wording.Phrases;

namespace OrdosPipeline.Documents.Reports.Annex;

/// <summary>The tables of the annex.</summary>
internal sealed class AnnexTables(QuarterSummary summary, ReportFormat format, ReportNarrative narrative)
{
    private ReportLanguage Language => format.Language;

    public IReadOnlyList<SheetTable> All() =>
    [
        About(), Scoreboards(), Assessments(), Series(), Projects(), Completeness(), Findings(),
        .. summary.Regions.Count > 0 ? [Regions()] : Array.Empty<SheetTable>(),
        .. summary.Differences is { Changes.Count: > 0 } differences ? [Differences(differences)] : Array.Empty<SheetTable>(),
    ];

    private SheetTable About() => new(
        Say(Labels.SheetNotes),
        [new(narrative.Title, 110)],
        [[narrative.PlanName], [narrative.Version], .. narrative.Method.Select(paragraph => new object?[] { paragraph })]);

    private SheetTable Scoreboards() => new(
        Say(Labels.SheetScoreboards),
        [
            Column(Labels.Kind, 10), Column(Labels.Group, 44), Whole(Labels.Total), Whole(Labels.Judged),
            .. Standings.All.SelectMany(standing => new[]
            {
                new SheetColumn(Statuses.Of(standing, Language), 12, SheetFormat.WholeNumber),
                new SheetColumn(Statuses.Of(standing, Language) + format.Bracket("%"), 12, SheetFormat.Percent),
            }),
        ],
        summary.Scoreboards.Select(scoreboard => new object?[]
        {
            Say(scoreboard.OfProjects ? Labels.Project : Labels.Indicator), narrative.NameOf(scoreboard), scoreboard.Total, scoreboard.Judged,
        }.Concat(scoreboard.Standings.SelectMany(standing => new object?[] { standing.Count, standing.Share })).ToArray()));

    private SheetTable Assessments() => new(
        Say(Labels.SheetAssessments),
        [
            Column(Labels.Id, 8), Column(Labels.Indicator, 38), Column(Labels.Attribute, 9), Column(Labels.Part, 26), Column(Labels.Department, 22), Column(Labels.Unit, 12),
            Column(Labels.Formula, 8), Column(Labels.Status, 13), Number(Labels.Value), Column(Labels.Period, 16), Number(Labels.Baseline), Number(Labels.Target), Column(Labels.TargetText, 26),
            Column(Labels.TargetYear, 10), Share(Labels.Progress), Share(Labels.Schedule), Number(Labels.Ratio), Number(Labels.NeededPace), Number(Labels.Projected), Number(Labels.ProjectedLow), Number(Labels.ProjectedHigh),
            Column(Labels.Change, 24), Whole(Labels.Points), Column(Labels.Source, 60),
        ],
        summary.Indicators.Select(IndicatorRow));

    private object?[] IndicatorRow(Assessment assessment)
    {
        var indicator = summary.Indicator(assessment);
        var text = narrative.Text(assessment);
        return
        [
            indicator.Id, text.Name, text.Attribute, narrative.PartOf(indicator.Part), narrative.DepartmentOf(indicator.Department), Units.Of(indicator.Unit, Language),
            assessment.Method.ToString(), text.Status, assessment.Value, text.Period, assessment.Baseline, assessment.Target, text.Target,
            text.TargetYear, assessment.Progress, assessment.Schedule, assessment.Ratio, assessment.NeededPace, assessment.Projection?.Value, assessment.Projection?.Low, assessment.Projection?.High,
            text.Change, assessment.Evidence.Points, Sources(assessment),
        ];
    }

    private SheetTable Series() => new(
        Say(Labels.SheetSeries),
        [
            Column(Labels.Id, 8), Column(Labels.Indicator, 38), Column(Labels.Region, 14), Column(Labels.Period, 12), Number(Labels.Value), Column(Labels.Unit, 12),
            Column(Labels.File, 46), Column(Labels.Sheet, 18), Column(Labels.Cell, 10), Column(Labels.AsWritten, 18), Time(Labels.UploadedAt), Column(Labels.Submission, 24),
        ],
        from series in summary.Series
        let indicator = summary.Plan.FindIndicator(series.Indicator)!
        from point in series.Points
        select SeriesRow(indicator, series.Region, point.Point));

    private object?[] SeriesRow(Indicator indicator, string region, SeriesPoint point) =>
    [
        indicator.Id, Language == ReportLanguage.English ? indicator.NameEn : indicator.Name, summary.Plan.FindRegion(region)?.Name ?? region, point.Period.ToString(), point.Value, Units.Of(indicator.Unit, Language),
        point.Origin is { } origin ? OriginText.File(summary, origin) : null, point.Origin?.Sheet, point.Origin?.Cell, point.Origin?.Text, point.Origin?.UploadedAt, point.Origin?.Submission,
    ];

    private SheetTable Projects() => new(
        Say(Labels.SheetProjects),
        [
            Column(Labels.Id, 8), Column(Labels.Project, 46), Column(Labels.Parent, 10), Column(Labels.Part, 26), Column(Labels.Department, 22), Column(Labels.ConstructionYears, 12),
            Column(Labels.Status, 13), Column(Labels.Period, 14), Share(Labels.Progress), Share(Labels.Schedule), Number(Labels.Ratio), Column(Labels.Source, 60),
        ],
        summary.Projects.Select(assessment =>
        {
            var project = summary.Project(assessment);
            var text = new ProjectText(format, project, assessment);
            return new object?[]
            {
                project.Id, text.Name, project.Parent, narrative.PartOf(project.Part), narrative.DepartmentOf(project.Department), text.Years,
                text.Status, text.Period, assessment.Progress, assessment.Schedule, assessment.Ratio, Sources(assessment),
            };
        }));

    private SheetTable Completeness() => new(
        Say(Labels.SheetCompleteness),
        [
            Column(Labels.Department, 28), Whole(Labels.IndicatorsDue), Whole(Labels.IndicatorsReported), Whole(Labels.ProjectsDue), Whole(Labels.ProjectsReported),
            Whole(Labels.Received), Whole(Labels.Accepted), Column(Labels.Timeliness, 10), Time(Labels.LastAccepted),
        ],
        summary.Departments.Select(department => new object?[]
        {
            department.Name, department.IndicatorsDue, department.IndicatorsReported, department.ProjectsDue, department.ProjectsReported,
            department.Received, department.Accepted, Say(ReturnText.Timeliness(department)), department.LastUploadedAt,
        }));

    private SheetTable Findings() => new(
        Say(Labels.SheetFindings),
        [Column(Labels.Department, 28), Column(Labels.Code, 30), Whole(Labels.Count), Whole(Labels.Submissions)],
        summary.Findings.Select(found => new object?[] { narrative.DepartmentOf(found.Department), found.Code, found.Count, found.Submissions }));

    private SheetTable Regions() => new(
        Say(Labels.ByRegion),
        [Column(Labels.Region, 14), Column(Labels.Id, 8), Column(Labels.Indicator, 38), Number(Labels.Value), Column(Labels.Period, 16), Column(Labels.TargetText, 26), Number(Labels.Ratio), Column(Labels.Status, 13), Column(Labels.Source, 60)],
        summary.Regions.Select(assessment =>
        {
            var text = narrative.Text(assessment);
            return new object?[]
            {
                summary.Plan.FindRegion(assessment.Region)?.Name, assessment.Indicator, text.Name, assessment.Value, text.Period, text.Target, assessment.Ratio, text.Status, Sources(assessment),
            };
        }));

    private SheetTable Differences(SummaryDifferences differences)
    {
        var text = new ChangeText(format, summary);
        return new(
            Say(Labels.SheetDifferences),
            [Column(Labels.Id, 22), Column(Labels.Group, 38), Column(Labels.Figure, 16), Column(Labels.Before, 18), Column(Labels.Now, 18), Column(Labels.Source, 50)],
            differences.Changes.Select(change => new object?[] { change.Id, text.NameOf(change), text.Figure(change), text.Old(change), text.New(change), text.Causes(change) }));
    }

    private string Sources(Assessment assessment) => string.Join('\n', assessment.Evidence.Origins.Select(origin => OriginText.Of(summary, origin, Language)));

    private string Say(Phrase phrase) => phrase.In(Language);

    private SheetColumn Column(Phrase title, int width) => new(Say(title), width);

    private SheetColumn Number(Phrase title) => new(Say(title), 13, SheetFormat.Number);

    private SheetColumn Whole(Phrase title) => new(Say(title), 10, SheetFormat.WholeNumber);

    private SheetColumn Share(Phrase title) => new(Say(title), 11, SheetFormat.Percent);

    private SheetColumn Time(Phrase title) => new(Say(title), 17);
}
