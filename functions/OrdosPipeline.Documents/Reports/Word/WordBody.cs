using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Progress.Decisions;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Documents.Reports.Wording;
using static OrdosPipeline.Documents.Reports.Wording.Phrases;

namespace OrdosPipeline.Documents.Reports.Word;

/// <summary>The document proper: title, 主送, sections 一、（一）1., signature. A section without content is left out, and the numbers close up.</summary>
internal sealed class WordBody(QuarterSummary summary, ReportFormat format, ReportNarrative narrative, MainDocumentPart main)
{
    private int sections;
    private int subsections;
    private int tables;

    public IEnumerable<OpenXmlElement> Write() =>
    [
        WordText.Paragraph(WordStyles.Title, WordText.Lines(narrative.TitleLines)),
        WordText.Paragraph(WordStyles.Recipient, narrative.Recipient),
        Body(format.Sentences([narrative.Opening, narrative.TimePassed])),
        .. Overall(),
        .. Attention(),
        .. Headline(),
        .. Annual(),
        .. Decided(),
        .. Tensions(),
        .. Section(Labels.Reporting, [.. narrative.Returns.Select(Body), .. Paragraphs(narrative.Stale)]),
        .. Section(Labels.Inconsistencies, summary.BrokenConsistencies.Select((broken, index) => Body($"{index + 1}. {narrative.Told(broken)}"))),
        .. Differences(),
        .. Tasks(),
        .. Closing(),
    ];

    private IEnumerable<OpenXmlElement> Overall() => Section(Labels.Overview, OverallParts());

    private IEnumerable<OpenXmlElement> OverallParts() =>
    [
        .. Subsection(Labels.Headline, Paragraphs(narrative.Group(ScoreboardDimension.Headline))),
        .. Subsection(Labels.Binding, Paragraphs(narrative.Binding)),
        .. Subsection(Labels.AllIndicators, [.. Paragraphs(narrative.Group(ScoreboardDimension.All)), .. PartTable(ofProjects: false, Labels.ByPart)]),
        .. Subsection(Labels.Projects, [.. Paragraphs(format.Sentences([narrative.Group(ScoreboardDimension.All, ofProjects: true), Say(Sentences.ProjectsSeparate)])), .. PartTable(ofProjects: true, Labels.ProjectsByPart)]),
    ];

    /// <summary>The parts that anything can be said about.</summary>
    private IEnumerable<OpenXmlElement> PartTable(bool ofProjects, Phrase caption)
    {
        var parts = summary.Scoreboards.Where(scoreboard => scoreboard.Dimension == ScoreboardDimension.Part && scoreboard.OfProjects == ofProjects).ToList();
        return parts.Any(part => part.Judged > 0)
            ? [Caption(caption), new StandingTable(format, narrative).Of(parts), WordText.Paragraph(WordStyles.TableText, narrative.SharesNote)]
            : [];
    }

    private IEnumerable<OpenXmlElement> Attention()
    {
        var (red, behind) = (narrative.Red, narrative.BehindHeadline);
        if (red.Count + narrative.Behind.Count == 0 && narrative.Overdue.Length == 0)
            return Section(Labels.Attention, Paragraphs(Say(Sentences.AttentionNone)));
        return Section(Labels.Attention,
        [
            .. red.Count == 0 ? [] : new[] { Body(Say(Sentences.AttentionRed, red.Count)) },
            .. red.Select((assessment, index) => Item(index + 1, assessment, WordText.ColorOf(StatusTone.Bad))),
            .. behind.Count == 0 ? [] : new[] { Body(Say(red.Count == 0 ? Sentences.AttentionBehind : Sentences.AttentionOther, behind.Count)) },
            .. behind.Select((assessment, index) => Item(index + 1, assessment, null)),
            .. Paragraphs(narrative.BehindOtherNames),
            .. Paragraphs(narrative.Overdue),
        ]);
    }

    private Paragraph Item(int number, Assessment assessment, string? color)
    {
        var text = narrative.Text(assessment);
        var head = $"{number}. {text.Name}{Say(Labels.Colon)}";
        return WordText.Paragraph(
            WordStyles.Body,
            WordText.Run(head, color, isBold: true),
            WordText.Run(format.Sentences([format.Sentence(format.Joined([text.Finding, text.Judgement])), format.Sentence(format.Joined([text.NeededPace, text.Projected]))])));
    }

    private IEnumerable<OpenXmlElement> Headline()
    {
        var headline = summary.Indicators.Where(a => summary.Indicator(a).Attribute != IndicatorAttribute.None).ToList();
        var before = narrative.Red.Concat(narrative.BehindHeadline).ToHashSet();
        var told = headline.Where(a => a.Value is not null && !before.Contains(a)).ToList();
        var without = headline.Where(a => a.Value is null).Select(a => narrative.Text(a).Name).ToList();
        return told.Count + before.Count == 0
            ? []
            : Section(Labels.HeadlineProgress,
            [
                Body(format.Sentences([narrative.HeadlineIntro, before.Count == 0 ? "" : Say(Sentences.ToldBefore)])),
                .. told.Select((assessment, index) => Item(index + 1, assessment, null)),
                .. without.Count == 0 ? [] : new[] { Body(Say(Sentences.HeadlineWithout, without.Count, format.List(without))) },
                .. Charts(headline),
            ]);
    }

    /// <summary>Two charts beside each other, each below its name and status; none where nothing was reported.</summary>
    private IEnumerable<OpenXmlElement> Charts(List<Assessment> assessments)
    {
        const int Half = WordTable.Portrait / 2;
        var drawn = assessments.Where(assessment => assessment.Path.Points.Count > 0).ToList();
        if (drawn.Count == 0)
            yield break;
        yield return WordText.Paragraph(WordStyles.TableCaption, Say(Labels.ChartsTitle));
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = $"{WordTable.Portrait}", Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
            new TableGrid(new GridColumn { Width = $"{Half}" }, new GridColumn { Width = $"{Half}" }));
        var chart = new WordChart(format.Language, summary.Plan.Years);
        for (var index = 0; index < drawn.Count; index += 2)
        {
            var row = Enumerable.Range(index, 2).Select(number => number < drawn.Count ? ChartCell(chart, drawn[number], number + 1, Half) : WordTable.Cell(Half, null, WordText.Paragraph(WordStyles.TableText, "")));
            table.Append(WordTable.Row(new TableRowProperties(new CantSplit()), row));
        }

        yield return table;
        yield return WordText.Paragraph(WordStyles.TableText, Say(Sentences.ChartLegend));
    }

    private TableCell ChartCell(WordChart chart, Assessment assessment, int number, int width)
    {
        var indicator = summary.Indicator(assessment);
        var text = narrative.Text(assessment);
        var unit = Units.Of(indicator.Unit, format.Language);
        return WordTable.Cell(
            width,
            null,
            WordText.KeptWithNext(WordText.Paragraph(WordStyles.ChartTitle,
                WordText.Run($"{text.Name}{(unit.Length == 0 ? "" : format.Bracket(unit))}"),
                new Run(new Break()),
                WordText.Run($"{text.Sign}{text.Status}", WordText.ColorOf(assessment.Status.Tone())))),
            WordText.Paragraph(WordStyles.TableText, chart.Add(main, number, text.Name, narrative.Finding(assessment), indicator, assessment)));
    }

    private IEnumerable<OpenXmlElement> Annual()
    {
        if (summary.AnnualTargets.Count == 0)
            return [];
        return Section(Labels.Annual,
        [
            Body(Say(Sentences.AnnualIntro)),
            Caption(Labels.Annual),
            WordTable.Of(
                WordTable.Portrait,
                [Column(Labels.Indicator, 30), Column(Labels.Region, 10), Column(Labels.Value, 14), Column(Labels.Period, 16), Column(Labels.Target, 18), Column(Labels.Status, 12)],
                summary.AnnualTargets.Select(annual =>
                {
                    var indicator = summary.Plan.FindIndicator(annual.Indicator)!;
                    var text = new AnnualText(format, indicator, annual);
                    return (IReadOnlyList<WordCell>)[NameOf(indicator), RegionName(annual.Region), text.Value, text.Period, text.Target, Status(annual.Status.Tone(), text.Status)];
                })),
        ]);
    }

    private IEnumerable<OpenXmlElement> Decided()
    {
        var decisions = summary.Decisions.Where(recorded => recorded.Decision.Kind != DecisionKind.Baseline).ToList();
        if (decisions.Count == 0)
            return [];
        return Section(Labels.Adjustments,
        [
            Caption(Labels.Adjustments),
            WordTable.Of(
                WordTable.Portrait,
                [Column(Labels.Kind, 10), Column(Labels.Indicator, 22), Column(Labels.From, 13), Column(Labels.To, 13), Column(Labels.Effective, 12), Column(Labels.Authority, 16), Column(Labels.Document, 18)],
                decisions.Select(recorded =>
                {
                    var text = new DecisionText(format, summary.Plan, recorded.Decision);
                    return (IReadOnlyList<WordCell>)
                    [
                        text.Kind, NameOf(summary.Plan.FindIndicator(recorded.Decision.Indicator)!), text.From, text.To, text.Effective, recorded.Decision.Authority, text.Document,
                    ];
                })),
        ]);
    }

    private IEnumerable<OpenXmlElement> Tensions()
    {
        var tensions = summary.Tensions.Where(tension => tension.Kind == TensionKind.TwoTargets).ToList();
        return tensions.Count == 0
            ? []
            : Section(Labels.Tensions,
            [
                Body(Say(Sentences.TensionIntro)),
                .. tensions.Select((tension, index) => WordText.Paragraph(
                    WordStyles.Body,
                    WordText.Run($"{index + 1}. {format.List(tension.Indicators.Select(id => NameOf(summary.Plan.FindIndicator(id)!)))}{Say(Labels.Colon)}", null, isBold: true),
                    WordText.Run(narrative.Position(tension)))),
            ]);
    }

    private IEnumerable<OpenXmlElement> Differences()
    {
        if (summary.Differences is not { Changes.Count: > 0 } differences)
            return [];
        return Section(Labels.Differences,
        [
            Body(Say(Sentences.DifferencesIntro, differences.Version, differences.Changes.Count)),
            Caption(Labels.Differences),
            WordTable.Of(
                WordTable.Portrait,
                [Column(Labels.Id, 8), Column(Labels.Group, 26), Column(Labels.Changes, 42), Column(Labels.Source, 24)],
                new ChangeText(format, summary).Lines.Select(line => (IReadOnlyList<WordCell>)[line.Id, line.Name, line.Changes, line.Causes])),
        ]);
    }

    private IEnumerable<OpenXmlElement> Tasks()
    {
        var tasks = narrative.Tasks;
        return tasks.Count == 0
            ? []
            : Section(Labels.Tasks, tasks.SelectMany(task => Subsection(task.Heading, [Body(format.Sentences(task.Lines))])));
    }

    private IEnumerable<OpenXmlElement> Closing()
    {
        Phrase[] annexes = [Sentences.AnnexIndicators, Sentences.AnnexProjects, Sentences.AnnexReturns, Sentences.AnnexMethod];
        return
        [
            WordText.Paragraph(WordStyles.Body, ""),
            .. annexes.Select((annex, index) => WordText.KeptWithNext(Body(index == 0
                ? Say(Sentences.SeeAnnexes, $"{index + 1}. {Say(annex)}")
                : $"{(format.Language == ReportLanguage.Chinese ? "　　　" : "")}{index + 1}. {Say(annex)}"))),
            WordText.KeptWithNext(WordText.Paragraph(WordStyles.Body, "")),
            WordText.KeptWithNext(WordText.Paragraph(WordStyles.Signature, narrative.Office)),
            WordText.Paragraph(WordStyles.Signature, narrative.OfficeDate),
        ];
    }

    private IEnumerable<OpenXmlElement> Section(Phrase title, IEnumerable<OpenXmlElement> content)
    {
        var elements = content.ToList();
        subsections = 0;
        if (elements.Count == 0)
            return [];
        sections++;
        var number = format.Language == ReportLanguage.English ? $"{sections}. " : $"{ReportFormat.ChineseNumber(sections)}、";
        return [WordText.Paragraph(WordStyles.Heading1, number + Say(title)), .. elements];
    }

    private IEnumerable<OpenXmlElement> Subsection(Phrase title, IEnumerable<OpenXmlElement> content) => Subsection(Say(title), content);

    private IEnumerable<OpenXmlElement> Subsection(string title, IEnumerable<OpenXmlElement> content)
    {
        var elements = content.ToList();
        if (elements.Count == 0)
            return [];
        subsections++;
        var mark = format.Language == ReportLanguage.English ? $"({subsections}) " : $"（{ReportFormat.ChineseNumber(subsections)}）";
        return [WordText.Paragraph(WordStyles.Heading2, mark + title), .. elements];
    }

    private static IEnumerable<OpenXmlElement> Paragraphs(string text) => text.Length == 0 ? [] : [Body(text)];

    private static Paragraph Body(string text) => WordText.Paragraph(WordStyles.Body, text);

    private Paragraph Caption(Phrase title)
    {
        tables++;
        return WordText.Paragraph(WordStyles.TableCaption, $"{Say(Labels.Table, tables)}{(format.Language == ReportLanguage.English ? ". " : "　")}{Say(title)}");
    }

    private static WordCell Status(StatusTone tone, string word) => new(Statuses.Sign(tone) + word, WordText.ColorOf(tone));

    private WordColumn Column(Phrase title, int share) => new(Say(title), share);

    private string NameOf(Indicator indicator) => format.Language == ReportLanguage.English ? indicator.NameEn : indicator.Name;

    private string RegionName(string code) => summary.Plan.FindRegion(code)?.Name ?? code;

    private string Say(Phrase phrase, params ReadOnlySpan<object> arguments) => phrase.In(format.Language, arguments);
}
