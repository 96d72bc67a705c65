using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Documents.Reports.Wording;
using static OrdosPipeline.Documents.Reports.Wording.Phrases;

namespace OrdosPipeline.Documents.Reports.Word;

/// <summary>The annexes: every indicator and every project, who has reported, how it was judged.</summary>
internal sealed class WordAnnexes(QuarterSummary summary, ReportFormat format, ReportNarrative narrative)
{
    /// <summary>Those with wide tables, for pages on their side.</summary>
    public IEnumerable<OpenXmlElement> Tables() =>
    [
        .. Head(1, Sentences.AnnexIndicators, breaksBefore: false), Indicators(),
        .. Head(2, Sentences.AnnexProjects, breaksBefore: true), Projects(),
        .. Head(3, Sentences.AnnexReturns, breaksBefore: true), Returns(),
    ];

    public IEnumerable<OpenXmlElement> Method() =>
    [
        .. Head(4, Sentences.AnnexMethod, breaksBefore: false),
        .. narrative.Method.Select(paragraph => WordText.Paragraph(WordStyles.Body, paragraph)),
        .. Readings(),
        WordText.Paragraph(WordStyles.TableCaption, Say(Methods.FormulaTable)),
        WordTable.Of(
            WordTable.Portrait,
            [Column(Labels.Formula, 10), Column(Labels.Meaning, 60)],
            Enum.GetValues<Method>().Select(method => (IReadOnlyList<WordCell>)[method.ToString(), Methods.Of(method, format.Language)])),
    ];

    /// <summary>How statements of the plan are read that contradict no other one.</summary>
    private IEnumerable<OpenXmlElement> Readings()
    {
        var tensions = summary.Tensions.Where(tension => tension.Kind != TensionKind.TwoTargets).ToList();
        return tensions.Count == 0
            ? []
            :
            [
                WordText.Paragraph(WordStyles.Body, Say(Sentences.ReadingsIntro)),
                .. tensions.Select((tension, index) => WordText.Paragraph(WordStyles.Body, $"{index + 1}. {format.List(tension.Indicators)}{Say(Labels.Colon)}{narrative.Position(tension)}")),
            ];
    }

    private Table Indicators() => WordTable.Of(
        WordTable.Landscape,
        [
            Column(Labels.Id, 9), Column(Labels.Indicator, 40), Column(Labels.Attribute, 11), Number(Labels.Baseline, 15), Number(Labels.Value, 20), Column(Labels.Period, 20), Column(Labels.Target, 25),
            Column(Labels.TargetYear, 9), Number(Labels.Progress, 12), Number(Labels.Schedule, 12), Number(Labels.Ratio, 9), Column(Labels.Status, 18),
        ],
        summary.Indicators.GroupBy(a => summary.Indicator(a).Part).SelectMany(part => Group(
            part.Key, [.. part], IndicatorRow, a => (summary.Indicator(a).Department, $"{a.Indicator} {narrative.Text(a).Name}"))), isDense: true);

    private IReadOnlyList<WordCell> IndicatorRow(Assessment assessment)
    {
        var indicator = summary.Indicator(assessment);
        var text = narrative.Text(assessment);
        return
        [
            indicator.Id, summary.IsVeto(assessment) ? text.Name + format.Bracket(Say(Labels.Veto)) : text.Name, text.Attribute, text.Baseline,
            text.ValueKind.Length == 0 ? text.Value : $"{text.ValueKind} {text.Value}", text.Period, text.Target,
            text.TargetYear, text.Progress, text.Schedule, text.Ratio, Status(assessment, text.Status),
        ];
    }

    private Table Projects() => WordTable.Of(
        WordTable.Landscape,
        [
            Column(Labels.Id, 9), Column(Labels.Project, 62), Column(Labels.Department, 28), Column(Labels.ConstructionYears, 19), Column(Labels.Period, 20),
            Number(Labels.Progress, 13), Number(Labels.Schedule, 13), Number(Labels.Ratio, 10), Column(Labels.Status, 19),
        ],
        summary.Projects.GroupBy(a => summary.Project(a).Part).SelectMany(part => Group(
            part.Key, [.. part], ProjectRow, a => (summary.Project(a).Department, $"{a.Project} {new ProjectText(format, summary.Project(a), a).Name}"))), isDense: true);

    private IReadOnlyList<WordCell> ProjectRow(Assessment assessment)
    {
        var project = summary.Project(assessment);
        var text = new ProjectText(format, project, assessment);
        return
        [
            project.Id, project.Parent is { } parent ? $"{text.Name}{format.Bracket($"{Say(Labels.Parent)} {parent}")}" : text.Name, narrative.DepartmentOf(project.Department), text.Years, text.Period,
            text.Progress, text.Schedule, text.Ratio, Status(assessment, text.Status),
        ];
    }

    private Table Returns() => WordTable.Of(
        WordTable.Landscape,
        [
            Column(Labels.Department, 44), Number(Labels.IndicatorsDue, 16), Number(Labels.IndicatorsReported, 16), Number(Labels.ProjectsDue, 16), Number(Labels.ProjectsReported, 16),
            Number(Labels.Received, 14), Number(Labels.Accepted, 14), Column(Labels.Timeliness, 16), Column(Labels.LastAccepted, 40),
        ],
        summary.Departments.Select(department => (IReadOnlyList<WordCell>)
        [
            department.Name, $"{department.IndicatorsDue}", $"{department.IndicatorsReported}", $"{department.ProjectsDue}", $"{department.ProjectsReported}",
            $"{department.Received}", $"{department.Accepted}", Say(ReturnText.Timeliness(department)), department.LastUploadedAt is { } last ? format.Minute(last) : "",
        ]));

    /// <summary>A line that names the part, a row for each that has data, and those without as a list by department, so that it can be seen who owes them.</summary>
    private IEnumerable<IReadOnlyList<WordCell>> Group(
        string part, List<Assessment> assessments, Func<Assessment, IReadOnlyList<WordCell>> row, Func<Assessment, (string Department, string Name)> nameOf)
    {
        yield return [new WordCell(narrative.PartOf(part) + format.Bracket(Say(Sentences.AnnexIntro, assessments.Count)), IsBold: true)];
        foreach (var assessment in assessments.Where(ReportNarrative.IsTold))
            yield return row(assessment);
        foreach (var untold in assessments.Where(a => !ReportNarrative.IsTold(a)).GroupBy(a => a.Status))
        {
            var owed = untold.Select(nameOf).GroupBy(one => one.Department, one => one.Name).Select(owing => $"{narrative.DepartmentOf(owing.Key)}{Say(Labels.Colon)}{format.List(owing)}");
            yield return [new WordCell($"{Say(Sentences.CountOf, Statuses.Of(untold.Key, format.Language), untold.Count())}{Say(Labels.Colon)}{format.Sentence(format.Clauses(owed))}")];
        }
    }

    private IEnumerable<OpenXmlElement> Head(int number, Phrase title, bool breaksBefore)
    {
        var mark = WordText.Paragraph(WordStyles.AnnexMark, Say(Labels.AnnexNumber, number));
        if (breaksBefore)
            mark.ParagraphProperties!.Append(new PageBreakBefore());
        return [mark, WordText.Paragraph(WordStyles.AnnexTitle, Say(title))];
    }

    private static WordCell Status(Assessment assessment, string word) => new(Statuses.Sign(assessment.Status.Tone()) + word, WordText.ColorOf(assessment.Status.Tone()));

    private WordColumn Column(Phrase title, int share) => new(Say(title), share);

    private WordColumn Number(Phrase title, int share) => new(Say(title), share, IsNumber: true);

    private string Say(Phrase phrase, params ReadOnlySpan<object> arguments) => phrase.In(format.Language, arguments);
}
