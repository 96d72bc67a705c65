using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Cli.Output;

/// <summary>Coded values as words with colour.</summary>
internal static class Words
{
    public static string Of(Severity severity, string language) => (severity, language) switch
    {
        (Severity.Error, "en") => "[red]error[/]",
        (Severity.Error, _) => "[red]错误[/]",
        (Severity.Warning, "en") => "[yellow]warning[/]",
        (Severity.Warning, _) => "[yellow]警告[/]",
        (_, "en") => "[grey]info[/]",
        _ => "[grey]提示[/]",
    };

    public static string Of(Verdict? verdict, string language) => (verdict, language) switch
    {
        (Verdict.Accepted, "en") => "[green]accepted[/]",
        (Verdict.Accepted, _) => "[green]通过[/]",
        (Verdict.AcceptedWithWarnings, "en") => "[yellow]accepted with warnings[/]",
        (Verdict.AcceptedWithWarnings, _) => "[yellow]通过（有警告）[/]",
        (Verdict.Rejected, "en") => "[red]rejected[/]",
        (Verdict.Rejected, _) => "[red]退回[/]",
        _ => "…",
    };

    public static string Of(Assessment assessment) =>
        $"[{Colour(assessment.Status)}]{assessment.Status.Chinese(assessment.IsBeforeHorizon)}[/]{(assessment.Stale ? " [grey]数据过期[/]" : "")}";

    /// <summary>The terminal's colour for a status.</summary>
    public static string Colour(AssessmentStatus status) => status.Tone() switch
    {
        StatusTone.Good => "green",
        StatusTone.Fair => "blue",
        StatusTone.Slow => "yellow",
        StatusTone.Bad => "red",
        _ => "grey",
    };
}
