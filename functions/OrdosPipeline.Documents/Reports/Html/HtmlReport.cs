using System.Text;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Documents.Reports.Wording;
using static OrdosPipeline.Documents.Reports.Wording.Phrases;

namespace OrdosPipeline.Documents.Reports.Html;

/// <summary>
/// Writes <c>report.html</c>: one file that needs nothing beside it, for a browser, a phone or a printer. Everything can be
/// read without its script, which only filters.
/// </summary>
public sealed class HtmlReport(ReportLanguage language) : IReportWriter
{
    private static readonly string Style = ReadResource("report.css");
    private static readonly string Script = ReadResource("report.js");

    public string FileName => ReportFileName.Of("html", language)!;

    public string ContentType => "text/html; charset=utf-8";

    public async Task WriteAsync(QuarterSummary summary, Stream output)
    {
        var format = new ReportFormat(language);
        var html = new HtmlElements(summary, format, new ReportNarrative(summary, format));
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        foreach (var part in Parts(html))
        {
            if (!part.IsEmpty)
                await writer.WriteLineAsync(part.ToString());
        }
    }

    private static IEnumerable<Html> Parts(HtmlElements html)
    {
        var overview = new OverviewSection(html);
        var indicators = new IndicatorSection(html);
        return [Head(html), .. overview.Write(), Filters(html), .. indicators.Cards(), .. indicators.Parts(), .. new ProjectSection(html).Write(), .. new RecordSection(html, overview).Write(), Foot(html)];
    }

    private static Html Head(HtmlElements html) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="{html.Language.Tag()}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{html.Narrative.Title}</title>
        <style>{Html.Raw(Style)}</style>
        </head>
        <body>
        <a class="skip" href="#overview">{html.Say(Labels.SkipToContent)}</a>
        <header><div>
        <h1>{html.Narrative.Title}</h1>
        <p>{html.Narrative.PlanName}</p>
        <p>{html.Narrative.Version}</p>
        <nav aria-label="{html.Say(Labels.Contents)}">{Links(html)}</nav>
        </div></header>
        <main>
        """);

    private static IEnumerable<Html> Links(HtmlElements html)
    {
        (string Id, Phrase Name, bool IsThere)[] sections =
        [
            ("overview", Labels.Overview, true),
            ("attention", Labels.Attention, true),
            ("tasks", Labels.Tasks, html.Narrative.Tasks.Count > 0),
            ("headline", Labels.Headline, true),
            ("parts", Labels.ByPart, true),
            ("projects", Labels.Projects, true),
            ("regions", Labels.ByRegion, html.Summary.Regions.Count > 0),
            ("annual", Labels.Annual, html.Summary.AnnualTargets.Count > 0),
            ("tensions", Labels.Tensions, html.Summary.Tensions.Any()),
            ("inconsistencies", Labels.Inconsistencies, html.Summary.BrokenConsistencies.Count > 0),
            ("differences", Labels.Differences, html.Summary.Differences is { Changes.Count: > 0 }),
            ("returns", Labels.Reporting, true),
            ("method", Labels.Method, true),
        ];
        return sections.Where(section => section.IsThere).Select(section => Html.Of($"<a href=\"#{section.Id}\">{html.Say(section.Name)}</a> "));
    }

    /// <summary>Choices for the script, hidden until it runs.</summary>
    private static Html Filters(HtmlElements html)
    {
        var summary = html.Summary;
        var parts = summary.Indicators.Select(a => summary.Indicator(a).Part).Concat(summary.Projects.Select(a => summary.Project(a).Part)).Distinct(StringComparer.Ordinal).ToList();
        var departments = summary.Plan.Departments.Where(department =>
            summary.Plan.Indicators.Any(indicator => indicator.Department == department.Code) || summary.Plan.Projects.Any(project => project.Department == department.Code));
        var statuses = summary.Indicators.Concat(summary.Projects).Select(a => a.Status).Distinct().Order();
        return Html.Of($"""
            <form id="filters" hidden aria-label="{html.Say(Labels.Filter)}">
            {Choice(html, "part", Labels.Part, parts.Select(part => (part, html.Narrative.PartOf(part))))}
            {Choice(html, "department", Labels.Department, departments.Select(department => (department.Code, department.Name)))}
            {Choice(html, "status", Labels.Status, statuses.Select(status => (status.Code(), Statuses.Of(status, html.Language))))}
            <label>{html.Say(Labels.SearchText)}<input type="search" name="text"></label>
            <button type="reset">{html.Say(Labels.Reset)}</button>
            <output data-shown="{html.Say(Labels.Shown, "#")}"></output>
            </form>
            """);
    }

    private static Html Choice(HtmlElements html, string name, Phrase label, IEnumerable<(string Value, string Text)> options) => Html.Of(
        $"<label>{html.Say(label)}<select name=\"{name}\"><option value=\"\">{html.Say(Labels.AllOf)}</option>{options.Select(option => Html.Of($"<option value=\"{option.Value}\">{option.Text}</option>"))}</select></label>");

    private static Html Foot(HtmlElements html) => Html.Of($"""
        </main>
        <footer>{html.Narrative.Title} · {html.Summary.Plan.Id} · {html.Summary.Quarter.ToString()} · {html.Narrative.Version}</footer>
        <script>{Html.Raw(Script)}</script>
        </body>
        </html>
        """);

    private static string ReadResource(string name)
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream($"{typeof(HtmlReport).Namespace}.{name}")
            ?? throw new InvalidOperationException($"The resource {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
