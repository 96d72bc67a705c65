using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Documents.Reports.Wording;
using static OrdosPipeline.Documents.Reports.Wording.Phrases;

namespace OrdosPipeline.Documents.Reports.Html;

/// <summary>Projects, by part of the plan.</summary>
internal sealed class ProjectSection(HtmlElements html)
{
    public IEnumerable<Html> Write()
    {
        yield return Html.Of($"<section id=\"projects\"><h2>{html.Say(Labels.Projects)}</h2><p>{html.Format.Sentences([html.Narrative.Group(ScoreboardDimension.All, ofProjects: true), html.Say(Sentences.ProjectsSeparate)])}</p>");
        foreach (var part in html.Summary.Projects.GroupBy(a => html.Summary.Project(a).Part))
        {
            var known = part.Where(a => a.Status != AssessmentStatus.NoData).ToList();
            var without = part.Where(a => a.Status == AssessmentStatus.NoData).ToList();
            var title = html.Narrative.PartOf(part.Key);
            yield return Html.Of($"<section class=\"group\"><h3>{title} <small>{html.Say(Sentences.AnnexIntro, part.Count())}</small></h3>");
            if (known.Count > 0)
                yield return Html.Of($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{title}\">{Table(known, title)}</div>");
            if (without.Count > 0)
                yield return Html.Of($"<details class=\"without\"><summary>{html.Say(Sentences.NoDataProjects, without.Count)}</summary><div class=\"scroll\">{TableWithoutData(without)}</div></details>");
            yield return Html.Of($"</section>");
        }

        yield return Html.Of($"</section>");
    }

    private Html Table(List<Assessment> assessments, string caption) => Html.Of($"""
        <table><caption class="hidden">{caption}</caption><thead><tr><th scope="col">{html.Say(Labels.Project)}</th><th scope="col">{html.Say(Labels.ConstructionYears)}</th><th scope="col">{html.Say(Labels.Period)}</th><th scope="col">{html.Say(Labels.Progress)} / {html.Say(Labels.Schedule)}</th><th scope="col">{html.Say(Labels.Status)}</th></tr></thead>
        <tbody>{assessments.Select(Row)}</tbody></table>
        """);

    private Html Row(Assessment assessment)
    {
        var text = Text(assessment);
        return Html.Of($"<tr class=\"item\" {Identity(assessment)}>{Head(assessment, text, html.Origins(assessment))}<td>{text.Years}</td><td title=\"{html.OriginLine(assessment)}\">{text.Period}</td><td>{html.Bar(assessment, text.Progress, text.Schedule)}</td><td>{html.Badge(assessment)}</td></tr>");
    }

    private Html TableWithoutData(List<Assessment> assessments) => Html.Of($"""
        <table><caption class="hidden">{html.Say(Sentences.NoDataProjects, assessments.Count)}</caption><thead><tr><th scope="col">{html.Say(Labels.Project)}</th><th scope="col">{html.Say(Labels.ConstructionYears)}</th><th scope="col">{html.Say(Labels.Department)}</th><th scope="col">{html.Say(Labels.Status)}</th></tr></thead>
        <tbody>{assessments.Select(RowWithoutData)}</tbody></table>
        """);

    private Html RowWithoutData(Assessment assessment)
    {
        var text = Text(assessment);
        return Html.Of($"<tr class=\"item\" {Identity(assessment)}>{Head(assessment, text, Html.Empty)}<td>{text.Years}</td><td>{html.Chinese(html.Narrative.DepartmentOf(html.Summary.Project(assessment).Department))}</td><td>{html.Badge(assessment)}</td></tr>");
    }

    private Html Head(Assessment assessment, ProjectText text, Html origins)
    {
        var project = html.Summary.Project(assessment);
        var parent = project.Parent is { } id ? Html.Of($" <small>{html.Say(Labels.Parent)} <a href=\"#{id}\">{id}</a></small>") : Html.Empty;
        var details = origins.IsEmpty ? Html.Empty : Html.Of($"<details><summary>{html.Say(Labels.Details)}</summary><dl>{html.Detail(Labels.Department, html.Chinese(html.Narrative.DepartmentOf(project.Department)))}{html.Detail(Labels.Ratio, text.Ratio)}{html.Detail(Labels.Evidence, text.Stale)}{html.Detail(Labels.Source, origins)}{html.Detail(Labels.Quote, html.Chinese(project.Quote))}</dl></details>");
        return Html.Of($"<th scope=\"row\"><span class=\"id\">{project.Id}</span> {text.Name}{parent}{details}</th>");
    }

    private Html Identity(Assessment assessment)
    {
        var project = html.Summary.Project(assessment);
        return Html.Of($"id=\"{project.Id}\" data-part=\"{project.Part}\" data-department=\"{project.Department}\" data-status=\"{assessment.Status.Code()}\"");
    }

    private ProjectText Text(Assessment assessment) => new(html.Format, html.Summary.Project(assessment), assessment);
}
