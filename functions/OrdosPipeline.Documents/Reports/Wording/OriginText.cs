using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Reporting;
using static OrdosPipeline.Documents.Reports.Wording.Phrases;

namespace OrdosPipeline.Documents.Reports.Wording;

/// <summary>How a report names the cell that a figure came from.</summary>
internal static class OriginText
{
    /// <summary>File, sheet and cell, what stood there, and the submission.</summary>
    public static string Of(QuarterSummary summary, Origin origin, ReportLanguage language) =>
        Figures.SourceLine.In(language, File(summary, origin), Place(origin, language), origin.Text, origin.Submission);

    /// <summary>The path of the file as it was handed in; the submission where no file is known.</summary>
    public static string File(QuarterSummary summary, Origin origin) => summary.SubmissionPaths.GetValueOrDefault(origin.Submission) ?? origin.Submission;

    private static string Place(Origin origin, ReportLanguage language) =>
        origin.Sheet is null ? origin.Cell : Figures.SheetAndCell.In(language, origin.Sheet, origin.Cell);
}
