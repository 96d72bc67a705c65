using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

/// <summary>
/// What a workbook that was made as a template says about itself. It stands in defined names of the workbook, which
/// programs keep whatever happens to its sheets and tables, and not in any cell.
/// </summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Department">Code of the department that it was made for.</param>
/// <param name="Quarter">The quarter that it asks for.</param>
/// <param name="InstructionSheet">The tab of its instructions by the name that it has now; null when it was deleted.</param>
public sealed record TemplateTag(string Plan, string Department, ReportingQuarter Quarter, string? InstructionSheet)
{
    /// <summary>The defined name whose text is <see cref="Text"/>.</summary>
    public const string Name = "ordos_template";

    /// <summary>The defined name that refers to a cell of the instruction sheet, so that it follows a renaming.</summary>
    public const string InstructionsName = "ordos_instructions";

    /// <summary>Such as <c>ordos-14/statistics/2023Q3</c>; also printed on the sheets as the template's number.</summary>
    public string Text => $"{Plan}/{Department}/{Quarter}";

    /// <param name="text">As in <see cref="Text"/>.</param>
    /// <param name="instructionSheet">The tab that <see cref="InstructionsName"/> refers to.</param>
    /// <returns>Null for anything else.</returns>
    public static TemplateTag? Read(string? text, string? instructionSheet) =>
        text?.Split('/') is [{ Length: > 0 } plan, { Length: > 0 } department, var quarterText] && ReportingQuarter.TryParse(quarterText, out var quarter)
            ? new TemplateTag(plan, department, quarter, instructionSheet)
            : null;
}
