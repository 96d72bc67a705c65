using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Progress.Decisions;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Documents.Reports.Wording;
using static OrdosPipeline.Documents.Reports.Wording.Phrases;

namespace OrdosPipeline.Documents.Reports.Html;

/// <summary>What stands beside the judgement: regions, annual targets, decisions, tensions, changes of a version, returns, method. A section without content is left out.</summary>
internal sealed class RecordSection(HtmlElements html, OverviewSection overview)
{
    public IEnumerable<Html> Write()
    {
        yield return Regions();
        yield return Annual();
        yield return Decisions();
        yield return Tensions();
        yield return Inconsistencies();
        yield return Differences();
        yield return Returns();
        yield return Method();
    }

    private Html Regions() => html.Summary.Regions.Count == 0
        ? Html.Empty
        : Html.Of($"""
            <section id="regions"><h2>{html.Say(Labels.ByRegion)}</h2>
            {Table(Labels.ByRegion, [Labels.Region, Labels.Indicator, Labels.Value, Labels.Period, Labels.Target, Labels.Ratio, Labels.Status], html.Summary.Regions.Select(RegionRow))}</section>
            """);

    private Html RegionRow(Assessment assessment)
    {
        var text = html.Narrative.Text(assessment);
        return Html.Of($"<tr><th scope=\"row\">{html.Chinese(RegionName(assessment.Region))}</th><td>{text.Name}</td><td title=\"{html.OriginLine(assessment)}\">{text.Value}</td><td>{text.Period}</td><td>{text.Target}</td><td>{text.Ratio}</td><td>{html.Badge(assessment)}</td></tr>");
    }

    private Html Annual() => html.Summary.AnnualTargets.Count == 0
        ? Html.Empty
        : Html.Of($"""
            <section id="annual"><h2>{html.Say(Labels.Annual)}</h2><p>{html.Say(Sentences.AnnualIntro)}</p>
            {Table(Labels.Annual, [Labels.Indicator, Labels.Region, Labels.Value, Labels.Period, Labels.Target, Labels.Ratio, Labels.Status], html.Summary.AnnualTargets.Select(AnnualRow))}</section>
            """);

    private Html AnnualRow(AnnualAssessment annual)
    {
        var text = new AnnualText(html.Format, html.Summary.Plan.FindIndicator(annual.Indicator)!, annual);
        return Html.Of($"<tr><th scope=\"row\"><a href=\"#{annual.Indicator}\">{html.NameOf(annual.Indicator)}</a></th><td>{html.Chinese(RegionName(annual.Region))}</td><td>{text.Value}</td><td>{text.Period}</td><td>{text.Target}</td><td>{text.Ratio}</td><td>{HtmlElements.Badge(annual.Status.Tone(), text.Status)}</td></tr>");
    }

    private Html Decisions()
    {
        var decisions = html.Summary.Decisions.Where(decision => decision.Decision.Kind is not DecisionKind.Baseline).ToList();
        return decisions.Count == 0
            ? Html.Empty
            : Html.Of($"""
                <section id="decisions"><h2>{html.Say(Labels.Adjustments)}</h2>
                {Table(Labels.Adjustments, [Labels.Kind, Labels.Indicator, Labels.Region, Labels.From, Labels.To, Labels.Effective, Labels.Authority, Labels.Document, Labels.Reason], decisions.Select(DecisionRow))}</section>
                """);
    }

    private Html DecisionRow(RecordedDecision recorded)
    {
        var text = new DecisionText(html.Format, html.Summary.Plan, recorded.Decision);
        return Html.Of($"<tr><td>{text.Kind}</td><th scope=\"row\"><a href=\"#{recorded.Decision.Indicator}\">{html.NameOf(recorded.Decision.Indicator)}</a></th><td>{html.Chinese(RegionName(recorded.Decision.Region))}</td><td>{text.From}</td><td>{text.To}</td><td>{text.Effective}</td><td>{html.Chinese(recorded.Decision.Authority)}</td><td>{html.Chinese(text.Document)}</td><td>{html.Chinese(recorded.Decision.Reason)}</td></tr>");
    }

    private Html Tensions()
    {
        var tensions = html.Summary.Tensions.ToList();
        return tensions.Count == 0
            ? Html.Empty
            : Html.Of($"""
                <section id="tensions"><h2>{html.Say(Labels.Tensions)}</h2><p>{html.Say(Sentences.TensionIntro)}</p><ul class="tensions">{tensions.Select(TensionItem)}</ul></section>
                """);
    }

    private Html TensionItem(Tension tension)
    {
        var indicators = tension.Indicators.Select(id => html.Summary.AssessmentOf(id)).Select(assessment => Html.Of(
            $"<li><a href=\"#{assessment.Indicator!}\">{assessment.Indicator!} {html.NameOf(assessment.Indicator!)}</a> {html.Badge(assessment)}</li>"));
        var position = html.Language == ReportLanguage.English ? tension.PositionEn : tension.Position;
        return Html.Of($"<li><p><q>{html.Chinese(tension.Document)}</q></p><p>{position}</p><ul>{indicators}</ul></li>");
    }

    private Html Inconsistencies() => html.Summary.BrokenConsistencies.Count == 0
        ? Html.Empty
        : Html.Of($"<section id=\"inconsistencies\"><h2>{html.Say(Labels.Inconsistencies)}</h2><ul>{html.Summary.BrokenConsistencies.Select(broken => Html.Of($"<li>{html.Narrative.Told(broken)}</li>"))}</ul></section>");

    private Html Differences()
    {
        if (html.Summary.Differences is not { Changes.Count: > 0 } differences)
            return Html.Empty;
        return Html.Of($"""
            <section id="differences"><h2>{html.Say(Labels.Differences)}</h2><p>{html.Say(Sentences.DifferencesIntro, differences.Version, differences.Changes.Count)}</p>
            {Table(Labels.Differences, [Labels.Id, Labels.Group, Labels.Changes, Labels.Source], new ChangeText(html.Format, html.Summary).Lines.Select(ChangeRow))}</section>
            """);
    }

    private Html ChangeRow(ChangeLine line) =>
        Html.Of($"<tr><td>{line.Id}</td><th scope=\"row\">{line.Name}</th><td>{line.Changes}</td><td>{html.Chinese(line.Causes)}</td></tr>");

    private Html Returns()
    {
        var departments = html.Summary.Scoreboards.Where(scoreboard => scoreboard is { Dimension: ScoreboardDimension.Department, OfProjects: false, Judged: > 0 }).ToList();
        var counts = departments.Count == 0 ? Html.Empty : overview.Counts(departments, html.Say(Labels.ByDepartment), Labels.Department);
        return Html.Of($"""
            <section id="returns"><h2>{html.Say(Labels.Reporting)}</h2>{html.Narrative.Returns.Select(HtmlElements.Paragraph)}
            {Table(Labels.Reporting, [Labels.Department, Labels.IndicatorsDue, Labels.IndicatorsReported, Labels.Received, Labels.Accepted, Labels.Timeliness, Labels.LastAccepted], html.Summary.Departments.Select(ReturnRow))}
            {counts}</section>
            """);
    }

    private Html ReturnRow(DepartmentCompleteness department)
    {
        var last = department.LastUploadedAt is { } at ? html.Format.Minute(at) : html.Say(Labels.None);
        return Html.Of($"<tr><th scope=\"row\">{html.Chinese(department.Name)}</th><td class=\"number\">{department.IndicatorsDue}</td><td class=\"number\">{department.IndicatorsReported}</td><td class=\"number\">{department.Received}</td><td class=\"number\">{department.Accepted}</td><td>{html.Say(ReturnText.Timeliness(department))}</td><td>{last}</td></tr>");
    }

    private Html Method() => Html.Of($"""
        <section id="method"><h2>{html.Say(Labels.Method)}</h2>{html.Narrative.Method.Select(HtmlElements.Paragraph)}
        {Table(Methods.FormulaTable, [Labels.Formula, Labels.Meaning], Enum.GetValues<Core.Progress.Method>().Select(method => Html.Of($"<tr><th scope=\"row\">{method.ToString()}</th><td>{Methods.Of(method, html.Language)}</td></tr>")))}
        </section>
        """);

    private Html Table(Phrase caption, IReadOnlyList<Phrase> columns, IEnumerable<Html> rows) => Html.Of($"""
        <div class="scroll" tabindex="0" role="region" aria-label="{html.Say(caption)}"><table><caption class="hidden">{html.Say(caption)}</caption><thead><tr>{columns.Select(column => Html.Of($"<th scope=\"col\">{html.Say(column)}</th>"))}</tr></thead><tbody>{rows}</tbody></table></div>
        """);

    private string RegionName(string code) => html.Summary.Plan.FindRegion(code)?.Name ?? code;
}
