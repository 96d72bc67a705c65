namespace OrdosPipeline.Core.Intake;

public enum CellKind
{
    Blank,
    Text,
    Number,

    /// <summary>A number that its format shows as a date.</summary>
    Date,
    Boolean,

    /// <summary>An error value such as #DIV/0!, or a formula whose value was never calculated.</summary>
    Error,
}

/// <summary>One cell as the file holds it, before anything is understood.</summary>
public readonly record struct Cell
{
    private readonly string? text;

    private Cell(CellKind kind, string? text, decimal number = 0, DateOnly date = default, bool isPercent = false)
    {
        Kind = kind;
        this.text = text;
        Number = number;
        Date = date;
        IsPercent = isPercent;
    }

    public CellKind Kind { get; }

    /// <summary>What a person sees, as far as it is known: the text, the number in full, the percentage with its sign (45.3%), the date as 2023-09-30, the error such as #DIV/0!. Empty for a blank cell.</summary>
    public string Text => text ?? "";

    /// <summary>Of a number: the shortest decimal that reads back to the stored double (0.453 for 45.3 %, see <see cref="IsPercent"/>).</summary>
    public decimal Number { get; }

    /// <summary>Of a date.</summary>
    public DateOnly Date { get; }

    /// <summary>The number's format shows it as a percentage, a hundred times <see cref="Number"/>.</summary>
    public bool IsPercent { get; }

    public bool IsBlank => Kind == CellKind.Blank;

    public static Cell OfText(string text) => string.IsNullOrWhiteSpace(text) ? default : new(CellKind.Text, text);

    /// <param name="number">As stored.</param>
    /// <param name="shown">As a person sees it.</param>
    /// <param name="isPercent">Shown as a percentage.</param>
    public static Cell OfNumber(decimal number, string shown, bool isPercent = false) => new(CellKind.Number, shown, number, isPercent: isPercent);

    /// <param name="date">The day that the serial number stands for in the workbook's date system.</param>
    /// <param name="serial">The number itself: in a column of years, 2023 formatted as a date is still 2023.</param>
    /// <param name="shown">As a person sees it.</param>
    public static Cell OfDate(DateOnly date, decimal serial, string shown) => new(CellKind.Date, shown, serial, date);

    public static Cell OfBoolean(bool value) => new(CellKind.Boolean, value ? "TRUE" : "FALSE", value ? 1 : 0);

    /// <param name="shown">Such as #DIV/0!; the formula itself when it has no calculated value.</param>
    public static Cell OfError(string shown) => new(CellKind.Error, shown);

    public override string ToString() => Text;
}
