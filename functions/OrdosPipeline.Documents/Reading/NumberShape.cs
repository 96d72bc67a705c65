namespace OrdosPipeline.Documents.Reading;

/// <summary>
/// What a number format makes of the size of a number and writes around it: <c>0!.0,"万元"</c> shows 125000 as 12.5万元,
/// so that is what the clerk has checked. Only Chinese words count; currency signs and fillers say nothing about the unit.
/// </summary>
/// <param name="DividedByTens">How many times the number is divided by ten before it is shown.</param>
/// <param name="Before">Words in front.</param>
/// <param name="Behind">Words behind.</param>
internal sealed record NumberShape(int DividedByTens, string Before, string Behind)
{
    public static NumberShape Plain { get; } = new(0, "", "");

    public bool HasWords => Before.Length + Behind.Length > 0;

    /// <summary>Of the first section of a format code, the one for positive numbers.</summary>
    public static NumberShape Of(string code)
    {
        var (before, behind) = ("", "");
        var (tens, commas) = (0, 0);
        var (hasDigits, isAfterTypedPoint) = (false, false);
        for (var index = 0; index < code.Length && code[index] != ';'; index++)
        {
            switch (code[index])
            {
                case '"':
                    var end = code.IndexOf('"', index + 1) is >= 0 and var closing ? closing : code.Length;
                    Write(code.AsSpan(index + 1, end - index - 1));
                    index = end;
                    break;
                case '\\' or '!' when index + 1 < code.Length:
                    Write(code.AsSpan(++index, 1));
                    break;
                case '_' or '*':
                    index++;
                    break;
                case '[':
                    index = code.IndexOf(']', index) is >= 0 and var bracket ? bracket : code.Length;
                    break;
                case '0' or '#' or '?':
                    (hasDigits, commas) = (true, 0);
                    tens += isAfterTypedPoint ? 1 : 0;
                    break;
                case '.':
                    EndDigits();
                    break;
                case ',' when hasDigits:
                    // Between digits it groups them, behind them it divides.
                    commas++;
                    break;
                case var c:
                    Write([c]);
                    break;
            }
        }

        EndDigits();
        return tens == 0 && before.Length + behind.Length == 0 ? Plain : new(tens, before, behind);

        void EndDigits()
        {
            tens += 3 * commas;
            commas = 0;
        }

        void Write(ReadOnlySpan<char> text)
        {
            isAfterTypedPoint |= hasDigits && text is ".";
            if (!text.ContainsAnyInRange('\u4e00', '\u9fff'))
                return;
            if (hasDigits)
                behind += text.ToString();
            else
                before += text.ToString();
        }
    }
}
