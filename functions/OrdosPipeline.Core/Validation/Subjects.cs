using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Plan.Consistency;
using OrdosPipeline.Core.Validation.History;

namespace OrdosPipeline.Core.Validation;

/// <param name="File">As opened.</param>
/// <param name="Reading">What was understood of it; null when it could not be opened.</param>
/// <param name="Submission">Which upload it is.</param>
internal sealed record FileSubject(OpenedFile File, SubmissionReading? Reading, SubmissionHeader Submission);

/// <param name="Sheet">The sheet.</param>
/// <param name="Reading">All of the file.</param>
internal sealed record SheetSubject(SheetReading Sheet, SubmissionReading Reading);

/// <param name="Table">The table.</param>
/// <param name="Reading">All of the file.</param>
internal sealed record TableSubject(TableReading Table, SubmissionReading Reading);

/// <param name="Table">The table.</param>
/// <param name="Column">A column of it.</param>
internal sealed record ColumnSubject(TableReading Table, ColumnReading Column);

/// <param name="Row">The row.</param>
/// <param name="Value">One of its values, where the fault may lie in its region.</param>
internal sealed record IndicatorSubject(IndicatorRow Row, ValueReading? Value);

/// <param name="Period">As read.</param>
/// <param name="At">Where it is written.</param>
internal sealed record PeriodSubject(PeriodReading Period, Written At);

/// <summary>A number with its unit, of an indicator or of a project.</summary>
/// <param name="Cell">The number's cell.</param>
/// <param name="Number">As read.</param>
/// <param name="Unit">In what it is.</param>
/// <param name="Own">The unit of the catalogue; null where it is not known what the number is of.</param>
internal sealed record AmountSubject(Written Cell, NumberReading Number, UnitReading Unit, MeasureUnit? Own)
{
    public bool IsYesNo => Own is { Dimension: "yesno" };

    /// <summary>The number in the unit of the catalogue; null where that cannot be said.</summary>
    public decimal? Converted { get; } = Convert(Number, Unit.Unit, Own);

    private static decimal? Convert(NumberReading number, MeasureUnit? unit, MeasureUnit? own)
    {
        if (!number.IsRead || own is null)
            return null;
        if (own.Dimension == "yesno")
            return number.Value;
        if (unit is null || !unit.IsCompatibleWith(own))
            return null;
        try
        {
            return ExactDecimal.WithoutTrailingZeros(unit.Convert(number.Value, own));
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}

/// <param name="Indicator">What the value is of.</param>
/// <param name="Amount">The value.</param>
internal sealed record ValueSubject(Indicator Indicator, AmountSubject Amount);

/// <summary>Two rows or more about the same thing.</summary>
/// <param name="Cell">The cell of one of them.</param>
/// <param name="Other">The cell of another: the first, or for the first the second.</param>
/// <param name="OtherSheet">The sheet of the other.</param>
/// <param name="Subject">What both are about.</param>
/// <param name="IsFirst">Nothing about it stands before it.</param>
/// <param name="Differences">What the two say differently; empty where all rows about it say the same.</param>
internal sealed record RepeatSubject(
    Written Cell, Written Other, string? OtherSheet, string Subject, bool IsFirst, IReadOnlyList<(Statement? Own, Statement? Other)> Differences);

/// <param name="Item">A value of the file.</param>
/// <param name="Series">The series that it joins; null where the check knows no history.</param>
internal sealed record SeriesSubject(ValueItem Item, SeriesView? Series);

/// <param name="Amount">One number of a project's row.</param>
/// <param name="Previous">The same number in the nearest period before it that has one; earlier, or in the file.</param>
/// <param name="PreviousPeriod">That period.</param>
internal sealed record ProgressSubject(ProjectAmount Amount, decimal Previous, Period PreviousPeriod);

/// <param name="Rule">A rule of the catalogue that is broken.</param>
/// <param name="At">The value of the file that it is reported at.</param>
/// <param name="ValueOf">What is known of an operand.</param>
internal sealed record ConsistencySubject(ConsistencyRule Rule, ValueItem At, Func<ConsistencyOperand, decimal?> ValueOf);
