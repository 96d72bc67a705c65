using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Documents.Reports.Charts;
using OrdosPipeline.Documents.Reports.Wording;
using static OrdosPipeline.Documents.Reports.Wording.Phrases;

namespace OrdosPipeline.Documents.Reports.Html;

/// <summary>Indicators: a card with a chart for each headline one, a table for each part of the plan.</summary>
internal sealed class IndicatorSection(HtmlElements html)
{
    /// <summary>Red ones first, then what is behind, then what else has data; each in the order of the plan.</summary>
    public IEnumerable<Html> Cards()
    {
        yield return Html.Of($"<section id=\"headline\"><h2>{html.Say(Labels.Headline)}</h2><p class=\"note\">{html.Narrative.HeadlineIntro}</p>{Legend()}<div class=\"cards\">");
        foreach (var assessment in html.Summary.Indicators.Where(IsHeadline).OrderByDescending(a => a.IsRed).ThenByDescending(a => a.Status.IsBad()).ThenByDescending(a => a.Value is not null))
            yield return Card(assessment);
        yield return Html.Of($"</div></section>");
    }

    public IEnumerable<Html> Parts()
    {
        yield return Html.Of($"<section id=\"parts\"><h2>{html.Say(Labels.ByPart)}</h2>");
        foreach (var part in html.Summary.Indicators.Where(a => !IsHeadline(a)).GroupBy(a => html.Summary.Indicator(a).Part))
        {
            var (known, without) = Split([.. part]);
            yield return Html.Of($"<section class=\"group\"><h3>{html.Narrative.PartOf(part.Key)} <small>{html.Say(Sentences.AnnexIntro, part.Count())}</small></h3>");
            if (known.Count > 0)
                yield return Table(known, html.Narrative.PartOf(part.Key));
            if (without.Count > 0)
                yield return WithoutData(without);
            yield return Html.Of($"</section>");
        }

        yield return Html.Of($"</section>");
    }

    private bool IsHeadline(Assessment assessment) => html.Summary.Indicator(assessment).Attribute != IndicatorAttribute.None;

    private static (List<Assessment> Known, List<Assessment> Without) Split(List<Assessment> assessments) =>
        ([.. assessments.Where(ReportNarrative.IsTold)], [.. assessments.Where(a => !ReportNarrative.IsTold(a))]);

    private Html Card(Assessment assessment)
    {
        var indicator = html.Summary.Indicator(assessment);
        var text = html.Narrative.Text(assessment);
        var chart = PathChart.CanDraw(assessment)
            ? Html.Of($"<figure>{Html.Raw(PathChart.Draw(indicator, assessment, html.Summary.Plan.Years).ToMarkup($"c{indicator.Id}", text.Name, html.Narrative.Finding(assessment)))}</figure>")
            : Html.Empty;
        var unit = Units.Of(indicator.Unit, html.Language);
        return Html.Of($"""
            <article class="card item{(assessment.IsRed ? " red" : "")}" id="{indicator.Id}" {Attributes(indicator, assessment)}>
            <h3>{text.Name}{(unit.Length == 0 ? Html.Empty : Html.Of($" <small>{html.Format.Bracket(unit)}</small>"))}</h3>
            <p class="marks">{html.Badge(assessment)} <span class="id">{indicator.Id}</span> <span class="kind">{text.Attribute}</span>{Veto(assessment)}</p>
            {chart}
            <p class="finding" title="{html.OriginLine(assessment)}">{html.Narrative.Finding(assessment)}</p>
            {HtmlElements.Paragraph(html.Format.Sentence(html.Format.Joined([text.NeededPace, text.Projected])))}
            {Details(indicator, assessment, text)}
            </article>
            """);
    }

    private Html Table(List<Assessment> assessments, string caption) => Html.Of($"""
        <div class="scroll" tabindex="0" role="region" aria-label="{caption}"><table><caption class="hidden">{caption}</caption>
        <thead><tr><th scope="col">{html.Say(Labels.Indicator)}</th><th scope="col" class="number">{html.Say(Labels.Value)}</th><th scope="col">{html.Say(Labels.Target)}</th><th scope="col">{html.Say(Labels.Progress)} / {html.Say(Labels.Schedule)}</th><th scope="col">{html.Say(Labels.Status)}</th></tr></thead>
        <tbody>{assessments.Select(Row)}</tbody></table></div>
        """);

    private Html Row(Assessment assessment)
    {
        var indicator = html.Summary.Indicator(assessment);
        var text = html.Narrative.Text(assessment);
        var small = assessment.Path.Points.Count > 1 && indicator.Measure != Measure.YesNo
            ? Html.Raw(PathChart.DrawSmall(assessment, html.Summary.Plan.Years).ToMarkup($"s{indicator.Id}", null, null))
            : Html.Empty;
        var value = text.Value.Length == 0
            ? Html.Text(html.Say(Labels.None))
            : Html.Of($"{text.Value}<br><small>{text.ValueKind} {text.Period}</small>");
        return Html.Of($"""
            <tr class="item" id="{indicator.Id}" {Attributes(indicator, assessment)}><th scope="row"><span class="id">{indicator.Id}</span> {text.Name}{Veto(assessment)}{Details(indicator, assessment, text)}</th><td class="number" title="{html.OriginLine(assessment)}">{value}</td><td>{text.Target}<br><small>{text.TargetYear}</small></td><td>{html.Bar(assessment, text.Progress, text.Schedule)}{small}</td><td>{html.Badge(assessment)}</td></tr>
            """);
    }

    private Html WithoutData(List<Assessment> assessments) => Html.Of($"""
        <details class="without"><summary>{html.Say(Sentences.NoDataOf, assessments.Count)}</summary>
        <div class="scroll"><table><caption class="hidden">{html.Say(Sentences.NoDataOf, assessments.Count)}</caption><thead><tr><th scope="col">{html.Say(Labels.Indicator)}</th><th scope="col">{html.Say(Labels.Target)}</th><th scope="col">{html.Say(Labels.TargetYear)}</th><th scope="col">{html.Say(Labels.Department)}</th><th scope="col">{html.Say(Labels.Status)}</th></tr></thead>
        <tbody>{assessments.Select(RowWithoutData)}</tbody></table></div></details>
        """);

    private Html RowWithoutData(Assessment assessment)
    {
        var indicator = html.Summary.Indicator(assessment);
        var text = html.Narrative.Text(assessment);
        return Html.Of($"""
            <tr class="item" id="{indicator.Id}" {Attributes(indicator, assessment)}><th scope="row"><span class="id">{indicator.Id}</span> {text.Name}</th><td>{text.Target}</td><td>{text.TargetYear}</td><td>{html.Chinese(html.Narrative.DepartmentOf(indicator.Department))}</td><td>{html.Badge(assessment)}</td></tr>
            """);
    }

    private Html Veto(Assessment assessment) =>
        html.Summary.IsVeto(assessment) ? Html.Of($" <span class=\"veto\">{html.Say(Labels.Veto)}</span>") : Html.Empty;

    private Html Details(Indicator indicator, Assessment assessment, IndicatorText text) => Html.Of($"""
        <details><summary>{html.Say(Labels.Details)}</summary><dl>{html.Detail(Labels.Department, html.Chinese(html.Narrative.DepartmentOf(indicator.Department)))}{html.Detail(Labels.Baseline, text.Baseline.Length == 0 ? "" : text.Baseline + (text.BaselineYear.Length == 0 ? "" : html.Format.Bracket(text.BaselineYear)))}{html.Detail(Labels.Target, $"{text.Target}{html.Format.Bracket(text.TargetYear)}")}{html.Detail(Labels.Ratio, text.Ratio)}{html.Detail(Labels.Formula, $"{assessment.Method} {Methods.Of(assessment.Method, html.Language)}")}{html.Detail(Labels.NeededPace, text.NeededPace)}{html.Detail(Labels.Projected, text.Projected)}{html.Detail(Labels.SecondOpinion, text.SecondOpinion)}{html.Detail(Labels.Change, text.Change)}{html.Detail(Labels.Evidence, html.Format.Joined([text.Evidence, text.Stale, text.MissingYears]))}{html.Detail(Labels.Source, html.Origins(assessment))}{html.Detail(Labels.Related, html.Related(indicator))}{html.Detail(Labels.Quote, html.Chinese(indicator.Quote.Trim('|', ' ')))}</dl></details>
        """);

    private static Html Attributes(Indicator indicator, Assessment assessment) => Html.Of(
        $"data-part=\"{indicator.Part}\" data-department=\"{indicator.Department}\" data-status=\"{assessment.Status.Code()}\"");

    private Html Legend() => Html.Of($"""
        <ul class="legend"><li><b class="line actual"></b>{html.Say(Labels.Actual)}</li><li><b class="line schedule"></b>{html.Say(Labels.SchedulePath)}</li><li><b class="mark baseline">□</b>{html.Say(Labels.BaselineMark)}</li><li><b class="mark target">◆</b>{html.Say(Labels.TargetMark)}</li><li><b class="line projection"></b>{html.Say(Labels.ProjectionLine)}</li><li><b class="line range"></b>{html.Say(Labels.ProjectionRange)}</li></ul>
        """);
}
