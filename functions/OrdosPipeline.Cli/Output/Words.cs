using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Cli.Output;

/// <summary>Coded values as words with colour.</summary>
internal static class Words
{
    public static string Of(Severity severity, string language) => severity switch
    {
        Severity.Error => $"[red]{In(language, severity.Chinese(), "error")}[/]",
        Severity.Warning => $"[yellow]{In(language, severity.Chinese(), "warning")}[/]",
        _ => $"[grey]{In(language, severity.Chinese(), "info")}[/]",
    };

    public static string Of(Verdict? verdict, string language) => verdict switch
    {
        Verdict.Accepted => $"[green]{In(language, Verdict.Accepted.Chinese(), "accepted")}[/]",
        Verdict.AcceptedWithWarnings => $"[yellow]{In(language, Verdict.AcceptedWithWarnings.Chinese(), "accepted with warnings")}[/]",
        Verdict.Rejected => $"[red]{In(language, Verdict.Rejected.Chinese(), "rejected")}[/]",
        _ => "…",
    };

    public static string Of(Assessment assessment) =>
        $"[{Colour(assessment.Status)}]{assessment.Status.Chinese(assessment.IsBeforeHorizon)}[/]{(assessment.Stale ? " [grey]数据过期[/]" : "")}";

    private static string In(string language, string chinese, string english) => language == "en" ? english : chinese;

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
