using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

public enum NumberOutcome
{
    /// <summary>Nothing stands in the cell: simply not reported.</summary>
    Blank,
    Read,

    /// <summary>A mark for a value that the department does not have (—, 暂无).</summary>
    Missing,

    /// <summary>撤回: an earlier value is taken back.</summary>
    Withdrawn,
    Unreadable,

    /// <summary>A number with a word such as 约 or 以上.</summary>
    Imprecise,

    /// <summary>An error value, or a formula that was never calculated.</summary>
    FormulaError,

    /// <summary>A number followed by something that is no unit of the plan.</summary>
    UnitUnknown,
}

/// <param name="Outcome">Whether a number could be read.</param>
/// <param name="Value">The number as written, in <paramref name="Unit"/> where that is given.</param>
/// <param name="Unit">The unit glued to the number.</param>
/// <param name="UnitText">What stands behind the number where it is no known unit.</param>
public readonly record struct NumberReading(NumberOutcome Outcome, decimal Value = 0, MeasureUnit? Unit = null, string? UnitText = null)
{
    public bool IsRead => Outcome == NumberOutcome.Read;

    public static implicit operator NumberReading(NumberOutcome outcome) => new(outcome);
}

/// <summary>Reads a number as departments write it. Exact: every digit counts, none is rounded away.</summary>
public static class NumberText
{
    /// <summary>Digits that a <see cref="decimal"/> holds whatever they are.</summary>
    private const int MostDigits = 28;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789一二三四五六七八九十百千");

    private static readonly string[] ImpreciseWords =
        ["约", "左右", "以上", "以下", "以内", "上下", "近", "超", "突破", "余", "逾", "不足", "不到", "至少", "至多", "多", "几", "~", "≈", ">", "<", "≥", "≤"];

    private static readonly FrozenSet<string> ErrorValues =
        new[] { "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "#GETTING_DATA", "#FIELD!" }.ToFrozenSet(StringComparer.Ordinal);

    /// <param name="cell">A number, or a text that holds one.</param>
    /// <param name="units">The units that may be glued to it.</param>
    public static NumberReading Read(Cell cell, UnitTable units)
    {
        switch (cell.Kind)
        {
            case CellKind.Blank:
                return NumberOutcome.Blank;
            case CellKind.Error:
                return NumberOutcome.FormulaError;
            case CellKind.Text:
                return Read(cell.Text, units);
            case CellKind.Number when !cell.IsPercent:
                return new(NumberOutcome.Read, cell.Number);
            case CellKind.Number when units.TryFind("%", out var percent) && cell.Number < decimal.MaxValue / 100 && cell.Number > decimal.MinValue / 100:
                return new(NumberOutcome.Read, ExactDecimal.WithoutTrailingZeros(cell.Number * 100), percent);
            default:
                // A date or TRUE in a value cell is what the program made of something else.
                return NumberOutcome.Unreadable;
        }
    }

    /// <inheritdoc cref="Read(Cell, UnitTable)"/>
    public static NumberReading Read(string text, UnitTable units)
    {
        var half = CompactText.HalfWidth(CompactText.WithoutInvisible(text)).AsSpan().Trim().TrimStart('\'').Trim();
        var compact = CompactText.Of(text);
        if (compact.Length == 0)
            return NumberOutcome.Blank;
        if (MissingMarks.IsMissing(compact))
            return NumberOutcome.Missing;
        if (compact is "撤回" or "(撤回)" or "【撤回】")
            return NumberOutcome.Withdrawn;
        if (ErrorValues.Contains(compact))
            return NumberOutcome.FormulaError;
        var read = ReadNumber(half, units);
        if (read.Outcome is NumberOutcome.Unreadable or NumberOutcome.UnitUnknown && IsImprecise(compact))
            return NumberOutcome.Imprecise;
        return read;
    }

    /// <summary>Whether <paramref name="compact"/> is what a spreadsheet shows for a formula that failed.</summary>
    internal static bool IsErrorValue(string compact) => ErrorValues.Contains(compact);

    private static bool IsImprecise(string compact)
    {
        if (!compact.AsSpan().ContainsAny(Digits))
            return false;
        foreach (var word in ImpreciseWords)
        {
            if (compact.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static NumberReading ReadNumber(ReadOnlySpan<char> text, UnitTable units)
    {
        // （0.3） is negative in accounts; the unit may stand inside or outside the brackets.
        var negative = false;
        MeasureUnit? outer = null;
        if (text.Length > 2 && text[0] == '(')
        {
            var close = text.IndexOf(')');
            if (close < 0 || text[1..close].Trim() is not [>= '0' and <= '9' or '.', ..])
                return NumberOutcome.Unreadable;
            if (close < text.Length - 1 && !units.TryFind(text[(close + 1)..].ToString(), out outer))
                return NumberOutcome.Unreadable;
            negative = true;
            text = text[1..close].Trim();
        }
        else if (text is ['+' or '-', ..])
        {
            negative = text[0] == '-';
            text = text[1..].TrimStart();
        }

        foreach (var prefix in (ReadOnlySpan<string>)["百分之", "千分之", "10万分之", "十万分之", "¥", "￥"])
        {
            if (outer is null && text.StartsWith(prefix, StringComparison.Ordinal) && units.TryFind(prefix is "¥" or "￥" ? "元" : prefix, out outer))
            {
                text = text[prefix.Length..].TrimStart();
                break;
            }
        }

        Span<char> digits = stackalloc char[MostDigits + 8];
        if (!TakeDigits(text, digits, out var length, out var used)
            || !decimal.TryParse(digits[..length], NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value))
            return NumberOutcome.Unreadable;
        if (negative)
            value = -value;
        var tail = text[used..].Trim();
        foreach (var remark in (ReadOnlySpan<string>)["(初步数)", "(快报数)", "(快报)", "(初步核算数)"])
            tail = tail.EndsWith(remark, StringComparison.Ordinal) ? tail[..^remark.Length].Trim() : tail;
        if (tail.IsEmpty)
            return new NumberReading(NumberOutcome.Read, value, outer);
        if (outer is not null)
            return NumberOutcome.Unreadable;
        if (tail is ['(', .., ')'])
            tail = tail[1..^1];
        var unitText = tail.ToString();
        if (units.TryFind(unitText, out var unit))
            return new(NumberOutcome.Read, value, unit);
        return IsWord(tail) ? new NumberReading(NumberOutcome.UnitUnknown, value, null, unitText) : NumberOutcome.Unreadable;
    }

    // 12桶 has a unit that nobody knows; 12abc, 12.3.4 and 3-4 are not numbers at all.
    private static bool IsWord(ReadOnlySpan<char> tail)
    {
        foreach (var c in tail)
        {
            if (c is not (>= '\u4e00' and <= '\u9fff' or '/'))
                return false;
        }

        return tail is not ['/', ..] && tail.Length <= 8;
    }

    // Copies the digits without their thousands separators; false where no number starts here.
    private static bool TakeDigits(ReadOnlySpan<char> text, Span<char> digits, out int length, out int used)
    {
        (length, used) = (0, 0);
        var whole = Run(text);
        // Leading zeros take none of the digits that fit.
        if (!Copy(text[..whole].TrimStart('0'), digits, ref length))
            return false;
        used = whole;
        var grouped = false;
        while (whole is >= 1 and <= 3 && used + 3 < text.Length && IsSeparator(text[used]) && Run(text[(used + 1)..]) == 3)
        {
            // 0,123 is more likely a decimal comma than a number with a leading zero.
            if (text[0] == '0' || !Copy(text.Slice(used + 1, 3), digits, ref length))
                return false;
            used += 4;
            grouped = true;
        }

        // What follows a separator and is no group of three is a slip: never a guess.
        if (used < text.Length && IsSeparator(text[used]) && (text[used] != ' ' || (used + 1 < text.Length && char.IsAsciiDigit(text[used + 1]))))
            return false;
        if (used < text.Length && text[used] == '.')
        {
            var fraction = Run(text[(used + 1)..]);
            if (fraction == 0 || !Copy(text.Slice(used, fraction + 1), digits, ref length))
                return false;
            used += fraction + 1;
        }

        if (used == 0)
            return false;
        if (length == 0)
            digits[length++] = '0';
        if (!grouped && used + 1 < text.Length && text[used] is 'E' or 'e')
        {
            var sign = text[used + 1] is '+' or '-' ? 1 : 0;
            var exponent = Run(text[(used + 1 + sign)..]);
            if (exponent is not (1 or 2) || !Copy(text.Slice(used, 1 + sign + exponent), digits, ref length))
                return false;
            used += 1 + sign + exponent;
        }

        return true;

        static bool IsSeparator(char c) => c is ',' or '、' or ' ' or '\'';

        static int Run(ReadOnlySpan<char> span)
        {
            var end = span.IndexOfAnyExceptInRange('0', '9');
            return end < 0 ? span.Length : end;
        }

        static bool Copy(ReadOnlySpan<char> source, Span<char> target, ref int length)
        {
            if (length + source.Length > MostDigits + (target[..length].Contains('.') || source is ['.', ..] ? 1 : 0) + (source is ['E' or 'e', ..] ? 4 : 0)
                || !source.TryCopyTo(target[length..]))
                return false;
            length += source.Length;
            return true;
        }
    }
}
