namespace OrdosPipeline.Core.Intake;

/// <summary>
/// What was understood of a file and why, small enough to be kept and shown: which plan, which tables, what each column is,
/// which lines served as defaults, and what was left out.
/// </summary>
public sealed record FileExplanation
{
    public static FileExplanation None { get; } = new();

    /// <summary>Null where the file could not be opened.</summary>
    public FileFormat? Format { get; init; }

    /// <summary>How the characters of a CSV file were read; null for any other file.</summary>
    public TextForm? Text { get; init; }

    /// <summary>Null where the workbook was not made as a template.</summary>
    public TemplateTag? Template { get; init; }

    /// <summary>Null where nothing was opened that could be held against a plan.</summary>
    public PlanChoice? Plan { get; init; }

    /// <summary>In the order of their tabs.</summary>
    public IReadOnlyList<SheetExplanation> Sheets { get; init; } = [];

    /// <summary>Explains a workbook that was read; <see cref="Plan"/> is left to whoever chose it.</summary>
    public static FileExplanation Of(Workbook workbook, SubmissionReading reading) => new()
    {
        Format = workbook.Format,
        Text = workbook.Text,
        Template = workbook.Template,
        Sheets = [.. reading.Sheets.Select(SheetExplanation.Of)],
    };
}

/// <summary>Why a file was held against one plan and not against another.</summary>
/// <param name="Reason">What decided.</param>
/// <param name="Candidates">The plans that came into question with the values and project rows that each would take, the chosen one first.</param>
public sealed record PlanChoice(PlanChoiceReason Reason, IReadOnlyList<PlanCandidate> Candidates);

public enum PlanChoiceReason
{
    /// <summary>No other was possible: the caller, a folder or a template names it, or there is one only.</summary>
    OnlyOne,

    /// <summary>The file holds more values for it than for any other.</summary>
    MostRows,

    /// <summary>Several would take equally much; this one is in force on the day of the upload.</summary>
    InForce,
}

/// <param name="Plan">Its id.</param>
/// <param name="Rows">Values and project rows without an error.</param>
public sealed record PlanCandidate(string Plan, int Rows);

/// <param name="Name">Null in a CSV file.</param>
/// <param name="Outcome">Whether tables were found.</param>
/// <param name="Tables">From top to bottom.</param>
/// <param name="Skipped">What stands around the tables.</param>
public sealed record SheetExplanation(string? Name, SheetOutcome Outcome, IReadOnlyList<TableExplanation> Tables, SkippedRows Skipped)
{
    internal static SheetExplanation Of(SheetReading sheet) =>
        new(sheet.Name, sheet.Outcome, [.. sheet.Tables.Select(table => TableExplanation.Of(table, sheet.KeyLines))], sheet.SkippedRows);
}
