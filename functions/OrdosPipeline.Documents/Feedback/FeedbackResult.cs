using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Documents.Feedback;

/// <summary>What a clerk is told about one file.</summary>
/// <param name="File">What was found and understood.</param>
/// <param name="Quarter">The one that was asked for on the day of the upload.</param>
/// <param name="LastDay">The last day in China on which a return on it is on time.</param>
/// <param name="IsOwnWorkbook">Whether it is the clerk's own workbook that comes back; otherwise its values in a new one, or nothing of it.</param>
internal sealed record FeedbackResult(CheckedFile File, ReportingQuarter Quarter, DateOnly LastDay, bool IsOwnWorkbook);
