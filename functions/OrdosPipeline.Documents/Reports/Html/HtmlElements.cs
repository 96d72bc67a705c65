using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Documents.Reports.Wording;
using static OrdosPipeline.Documents.Reports.Wording.Phrases;

namespace OrdosPipeline.Documents.Reports.Html;

/// <summary>What the sections of the page are made of.</summary>
internal sealed class HtmlElements(QuarterSummary summary, ReportFormat format, ReportNarrative narrative)
{
    public QuarterSummary Summary { get; } = summary;

    public ReportFormat Format { get; } = format;

    public ReportNarrative Narrative { get; } = narrative;

    public ReportLanguage Language => Format.Language;

    public string Say(Phrase phrase, params ReadOnlySpan<object> arguments) => phrase.In(Language, arguments);

    public static Html Paragraph(string text) => text.Length == 0 ? Html.Empty : Html.Of($"<p>{text}</p>");

    /// <summary>A status with its sign and colour; the word stands beside both.</summary>
    public static Html Badge(StatusTone tone, string word) =>
        Html.Of($"<span class=\"status {ToneClass(tone)}\"><span aria-hidden=\"true\">{Statuses.Sign(tone)}</span> {word}</span>");

    public Html Badge(Assessment assessment)
    {
        var stale = assessment.Stale ? Html.Of($" <small class=\"stale\">{Say(Statuses.Stale)}</small>") : Html.Empty;
        return Summary.OutcomeOf(assessment) is { } outcome
            ? Html.Of($"{Badge(Statuses.Tone(outcome), Statuses.Of(outcome, Language))} <small>{Statuses.Of(assessment, Language)}</small>{stale}")
            : Html.Of($"{Badge(assessment.Status.Tone(), Statuses.Of(assessment, Language))}{stale}");
    }

    /// <summary>Progress against schedule as a bar; nothing where there is none.</summary>
    public Html Bar(Assessment assessment, string progress, string schedule)
    {
        if (assessment.Progress is not { } done || assessment.Schedule is not { } due)
            return Html.Empty;
        var label = Say(Figures.ProgressOfSchedule, progress, schedule);
        return Html.Of($"<span class=\"bar {ToneClass(assessment.Status.Tone())}\" role=\"img\" aria-label=\"{label}\"><i style=\"width:{Width(done)}%\"></i><u style=\"left:{Width(due)}%\"></u></span><small>{progress} / {schedule}</small>");
    }

    /// <summary>How many of a group have each standing, as a strip of labelled parts.</summary>
    public Html Strip(Scoreboard scoreboard)
    {
        List<(string Word, string Class, int Count)> all = scoreboard.Outcomes.Count > 0
            ? [.. scoreboard.Outcomes.Select(outcome => (Statuses.Of(outcome.Outcome, Language), ToneClass(Statuses.Tone(outcome.Outcome)), outcome.Count))]
            : [.. scoreboard.Standings.Select(standing => (Statuses.Of(standing.Standing, Language), ToneClass(Statuses.Tone(standing.Standing)), standing.Count))];
        var parts = all.Where(part => part.Count > 0).ToList();
        var label = Format.List(parts.Select(part => Say(Sentences.CountOf, part.Word, part.Count)));
        return Html.Of($"<div class=\"strip\" role=\"img\" aria-label=\"{label}\">{parts.Select(part => Html.Of($"<span class=\"{part.Class}\" style=\"flex-grow:{part.Count}\">{part.Count}</span>"))}</div>");
    }

    /// <summary>The cells that a figure came from.</summary>
    public Html Origins(Assessment assessment)
    {
        var origins = assessment.Evidence.Origins.ToList();
        return origins.Count == 0
            ? Html.Empty
            : Html.Of($"<ul class=\"origins\">{origins.Select(origin => Html.Of($"<li>{OriginText.Of(Summary, origin, Language)}</li>"))}</ul>");
    }

    /// <summary>The same in one line, as a tooltip.</summary>
    public string OriginLine(Assessment assessment) => Format.Clauses(assessment.Evidence.Origins.Select(origin => OriginText.Of(Summary, origin, Language)));

    /// <summary>A name and its value in a list of details; nothing where there is no value.</summary>
    public Html Detail(Phrase label, string value) => Detail(label, Html.Text(value));

    public Html Detail(Phrase label, Html value) => value.IsEmpty ? Html.Empty : Html.Of($"<div><dt>{Say(label)}</dt><dd>{value}</dd></div>");

    /// <summary>The class of a status's colour in report.css.</summary>
    public static string ToneClass(StatusTone tone) => tone switch
    {
        StatusTone.Good => "good",
        StatusTone.Fair => "fair",
        StatusTone.Slow => "slow",
        StatusTone.Bad => "bad",
        _ => "open",
    };

    /// <summary>Links to the indicators about the same quantity.</summary>
    public Html Related(Indicator indicator) => indicator.Related.Count == 0
        ? Html.Empty
        : Html.Join(" ", indicator.Related.Select(id => Html.Of($"<a href=\"#{id}\">{id} {NameOf(id)}</a>")));

    public string NameOf(string indicator) =>
        Summary.Plan.FindIndicator(indicator) is not { } found ? indicator : Language == ReportLanguage.English ? found.NameEn : found.Name;

    /// <summary>Chinese text in an English page says so, for those who have it read to them.</summary>
    public Html Chinese(string text) => Language == ReportLanguage.English ? Html.Of($"<span lang=\"zh-CN\">{text}</span>") : Html.Text(text);

    private static string Width(decimal fraction) => ReportFormat.Short(Math.Clamp(fraction, 0, 1) * 100, 1);
}
