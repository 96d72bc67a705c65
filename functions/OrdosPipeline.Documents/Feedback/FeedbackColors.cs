using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Documents.Feedback;

/// <summary>The colours of feedback, as RRGGBB; light enough for black text to be read on them.</summary>
internal static class FeedbackColors
{
    public const string Accepted = "D1FAE5";
    public const string Header = "374151";
    public const string Link = "1D4ED8";

    public static string FillOf(Severity severity) => severity switch
    {
        Severity.Error => "FECACA",
        Severity.Warning => "FDE68A",
        _ => "DBEAFE",
    };

    public static string FillOf(Verdict verdict) => verdict switch
    {
        Verdict.Rejected => FillOf(Severity.Error),
        Verdict.AcceptedWithWarnings => FillOf(Severity.Warning),
        _ => Accepted,
    };
}
