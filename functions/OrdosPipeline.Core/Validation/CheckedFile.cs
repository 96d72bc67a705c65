using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation;

/// <summary>What a department is told about one file.</summary>
/// <param name="Submission">What is recorded of it.</param>
/// <param name="Explanation">What was understood of it and why; shown, never recorded.</param>
public sealed record CheckedFile(CheckedSubmission Submission, FileExplanation Explanation);
