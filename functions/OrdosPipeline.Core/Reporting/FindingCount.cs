namespace OrdosPipeline.Core.Reporting;

/// <summary>How often a fault or remark was found in what a department handed in for a quarter, every version of a file counted.</summary>
/// <param name="Department">Code of the department.</param>
/// <param name="Code">Of the finding.</param>
/// <param name="Count">Findings.</param>
/// <param name="Submissions">The submissions that have them.</param>
public sealed record FindingCount(string Department, string Code, int Count, int Submissions);
