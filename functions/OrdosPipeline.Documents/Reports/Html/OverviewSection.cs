using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Documents.Reports.Wording;
using static OrdosPipeline.Documents.Reports.Wording.Phrases;

namespace OrdosPipeline.Documents.Reports.Html;

/// <summary>The whole at a glance, what needs attention and what is to be done.</summary>
internal sealed class OverviewSection(HtmlElements html)
{
    private static readonly ScoreboardDimension[] Groups =
        [ScoreboardDimension.Headline, ScoreboardDimension.Binding, ScoreboardDimension.Expected, ScoreboardDimension.Other, ScoreboardDimension.Veto];

    public IEnumerable<Html> Write()
    {
        var narrative = html.Narrative;
        yield return Html.Of($"<section id=\"overview\"><h2>{html.Say(Labels.Overview)}</h2>");
        yield return HtmlElements.Paragraph(html.Format.Sentences([narrative.TimePassed, narrative.Group(ScoreboardDimension.Headline)]));
        yield return HtmlElements.Paragraph(narrative.Binding);
        yield return HtmlElements.Paragraph(narrative.Group(ScoreboardDimension.All));
        yield return HtmlElements.Paragraph(narrative.Group(ScoreboardDimension.All, ofProjects: true));
        yield return HtmlElements.Paragraph(narrative.Returns[0]);
        yield return Glance();
        yield return Html.Of($"</section>");
        yield return Attention();
        yield return Tasks();
    }

    /// <summary>The counts of a list of scoreboards, with a strip for each.</summary>
    public Html Counts(IReadOnlyList<Scoreboard> scoreboards, string caption, Phrase group) => html.Summary.Kind == SummaryKind.Final ? Outcomes(scoreboards, caption, group) : Html.Of($"""
        <div class="scroll" tabindex="0" role="region" aria-label="{caption}"><table class="counts"><caption>{caption}</caption>
        <thead><tr><th scope="col">{html.Say(group)}</th><th scope="col" class="number">{html.Say(Labels.Total)}</th>{Standings.All.Select(standing => Html.Of($"<th scope=\"col\" class=\"number\">{Statuses.Of(standing, html.Language)}</th>"))}</tr></thead>
        <tbody>{scoreboards.Select(Row)}</tbody></table></div>
        """);

    /// <summary>The same for a final evaluation.</summary>
    private Html Outcomes(IReadOnlyList<Scoreboard> scoreboards, string caption, Phrase group) => Html.Of($"""
        <div class="scroll" tabindex="0" role="region" aria-label="{caption}"><table class="counts"><caption>{caption}</caption>
        <thead><tr><th scope="col">{html.Say(group)}</th><th scope="col" class="number">{html.Say(Labels.Total)}</th>{Core.Progress.Outcomes.All.Select(outcome => Html.Of($"<th scope=\"col\" class=\"number\">{Statuses.Of(outcome, html.Language)}</th>"))}</tr></thead>
        <tbody>{scoreboards.Select(scoreboard => Html.Of($"<tr>{Name(scoreboard)}<td class=\"number\">{scoreboard.Total}</td>{scoreboard.Outcomes.Select(outcome => Cell(outcome.Count, outcome.Share))}</tr>"))}</tbody></table></div>
        """);

    private Html Name(Scoreboard scoreboard) => Html.Of(
        $"<th scope=\"row\">{(scoreboard.Dimension == ScoreboardDimension.Department ? html.Chinese(scoreboard.Name) : Html.Text(html.Narrative.NameOf(scoreboard)))}{html.Strip(scoreboard)}</th>");

    private Html Row(Scoreboard scoreboard) => Html.Of($"<tr>{Name(scoreboard)}<td class=\"number\">{scoreboard.Total}</td>{scoreboard.Standings.Select(standing => Cell(standing.Count, standing.ShareOfJudged))}</tr>");

    private static Html Cell(int count, decimal? share) => count == 0
        ? Html.Of($"<td class=\"number zero\">0</td>")
        : Html.Of($"<td class=\"number\">{count}{(share is { } known ? Html.Of($"<br><small>{ReportFormat.Percent(known)}</small>") : Html.Empty)}</td>");

    private Html Glance()
    {
        var scoreboards = Groups.Select(group => html.Narrative.Find(group, ofProjects: false)).OfType<Scoreboard>().Where(scoreboard => scoreboard.Total > 0).ToList();
        if (html.Narrative.Find(ScoreboardDimension.All, ofProjects: true) is { Total: > 0 } projects)
            scoreboards.Add(projects);
        return Html.Of($"{Counts(scoreboards, html.Say(Labels.AtAGlance), Labels.Group)}<p class=\"note\">{html.Narrative.SharesNote}</p>");
    }

    private Html Attention()
    {
        var (red, behind, others) = (html.Narrative.Red, html.Narrative.BehindHeadline, html.Narrative.BehindOther);
        var redPart = red.Count == 0 ? Html.Empty : Html.Of($"<p>{html.Say(Sentences.AttentionRed, red.Count)}</p><ul class=\"attention red\">{red.Select(Item)}</ul>");
        var behindPart = behind.Count == 0 ? Html.Empty : Html.Of($"<p>{html.Say(red.Count == 0 ? Sentences.AttentionBehind : Sentences.AttentionOther, behind.Count)}</p><ul class=\"attention\">{behind.Select(Item)}</ul>");
        var otherPart = others.Count == 0 ? Html.Empty : Html.Of($"<details><summary>{html.Say(Sentences.BehindOthersTitle, others.Count)}</summary><ul class=\"attention\">{others.Select(Item)}</ul></details>");
        var none = red.Count + behind.Count + others.Count > 0 || html.Narrative.Overdue.Length > 0 ? Html.Empty : HtmlElements.Paragraph(html.Say(Sentences.AttentionNone));
        return Html.Of($"<section id=\"attention\"><h2>{html.Say(Labels.Attention)}</h2>{redPart}{behindPart}{otherPart}{none}{HtmlElements.Paragraph(html.Narrative.Overdue)}{HtmlElements.Paragraph(html.Narrative.Stale)}</section>");
    }

    private Html Item(Assessment assessment)
    {
        var indicator = html.Summary.Indicator(assessment);
        return Html.Of($"<li>{html.Badge(assessment)} <a href=\"#{indicator.Id}\">{html.NameOf(indicator.Id)}</a>{html.Say(Labels.Colon)}{html.Narrative.Outlook(assessment)}</li>");
    }

    private Html Tasks()
    {
        var tasks = html.Narrative.Tasks;
        return tasks.Count == 0
            ? Html.Empty
            : Html.Of($"<section id=\"tasks\"><h2>{html.Say(Labels.Tasks)}</h2><ol>{tasks.Select(task => Html.Of($"<li><b>{task.Heading}{html.Say(Labels.Colon)}</b>{html.Format.Sentences(task.Lines)}</li>"))}</ol></section>");
    }
}
