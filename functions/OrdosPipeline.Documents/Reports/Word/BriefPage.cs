using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Documents.Reports.Wording;
using static OrdosPipeline.Documents.Reports.Wording.Phrases;

namespace OrdosPipeline.Documents.Reports.Word;

/// <summary>The first page, for those who read one page: the judgement, how many stand how, what is red, what is missing and what it takes.</summary>
internal sealed class BriefPage(ReportFormat format, ReportNarrative narrative)
{
    /// <summary>More names than these do not fit on the page; the rest stands in the body.</summary>
    private const int MostNames = 6;

    public IEnumerable<OpenXmlElement> Write()
    {
        yield return WordText.Paragraph(WordStyles.BriefTitle, Say(Labels.Brief));
        yield return WordText.Paragraph(WordStyles.TableCaption, narrative.Title);
        yield return Table();
        yield return WordText.Paragraph(WordStyles.TableCaption, Say(Labels.AtAGlance));
        yield return new StandingTable(format, narrative).Of(Groups());
        yield return WordText.Paragraph(WordStyles.TableText, format.Sentences([narrative.SharesNote, narrative.Version]));
        yield return WordPages.PageBreak();
    }

    private Table Table()
    {
        const int Label = 1300;
        var table = new Table(new TableProperties(
            new TableWidth { Width = $"{WordTable.Portrait}", Type = TableWidthUnitValues.Dxa },
            new TableJustification { Val = TableRowAlignmentValues.Center },
            new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 12, Color = "9B1C1C" },
                new BottomBorder { Val = BorderValues.Single, Size = 12, Color = "9B1C1C" },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = "D9DFE5" }),
            new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(new GridColumn { Width = $"{Label}" }, new GridColumn { Width = $"{WordTable.Portrait - Label}" }));
        foreach (var (label, text, isRed) in Lines().Where(line => line.Text.Length > 0))
        {
            table.Append(WordTable.Row(new TableRowProperties(new CantSplit()),
            [
                WordTable.Cell(Label, null, WordText.Paragraph(WordStyles.TableHead, WordText.Run(Say(label), isRed ? WordText.ColorOf(StatusTone.Bad) : null))),
                WordTable.Cell(WordTable.Portrait - Label, null, WordText.Paragraph(WordStyles.Brief, text)),
            ]));
        }

        return table;
    }

    private IEnumerable<(Phrase Label, string Text, bool IsRed)> Lines()
    {
        yield return (Labels.Judgement, format.Sentences([narrative.TimePassed, narrative.Group(ScoreboardDimension.Headline)]), false);
        yield return (Labels.Binding, narrative.Binding, narrative.Red.Count > 0);
        yield return (narrative.OffTrackLabel, Names(narrative.Behind), false);
        yield return (Labels.Projects, narrative.Group(ScoreboardDimension.All, ofProjects: true), false);
        yield return (Labels.MissingData, narrative.Returns[0], false);
        yield return (Labels.CatchingUp, CatchingUp(), false);
    }

    private string Names(IReadOnlyList<Assessment> assessments)
    {
        if (assessments.Count == 0)
            return "";
        var names = format.List(assessments.Take(MostNames).Select(assessment => narrative.Text(assessment).Name));
        return assessments.Count > MostNames ? Say(Sentences.AndOthers, names, assessments.Count) : format.Sentence(names);
    }

    private string CatchingUp() => format.Sentence(format.Clauses(narrative.Red.Concat(narrative.Behind)
        .Select(assessment => narrative.Text(assessment))
        .Where(text => text.NeededPace.Length > 0)
        .Take(MostNames)
        .Select(text => $"{text.Name}{Say(Labels.Colon)}{text.NeededPace}")));

    private IReadOnlyList<Scoreboard> Groups() =>
    [
        .. new[] { (ScoreboardDimension.Headline, false), (ScoreboardDimension.Binding, false), (ScoreboardDimension.Expected, false), (ScoreboardDimension.All, false), (ScoreboardDimension.All, true) }
            .Select(group => narrative.Find(group.Item1, group.Item2))
            .OfType<Scoreboard>()
            .Where(scoreboard => scoreboard.Total > 0),
    ];

    private string Say(Phrase phrase, params ReadOnlySpan<object> arguments) => phrase.In(format.Language, arguments);
}
