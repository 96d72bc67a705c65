using System.Buffers;
using System.Globalization;
using System.Text;

namespace OrdosPipeline.Core.Intake;

/// <summary>Chinese numerals as dates are written with: 二〇二三 digit by digit, 十二 and 三十一 by tens.</summary>
internal static class ChineseNumerals
{
    private static readonly SearchValues<char> Numerals = SearchValues.Create("〇○零一二两三四五六七八九十");

    /// <summary>Puts ASCII digits for every run of Chinese numerals.</summary>
    public static string ToDigits(string text)
    {
        if (!text.AsSpan().ContainsAny(Numerals))
            return text;
        var builder = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length;)
        {
            var end = index;
            while (end < text.Length && DigitOf(text[end]) >= 0)
                end++;
            if (end == index)
            {
                builder.Append(text[index++]);
                continue;
            }

            AppendRun(builder, text.AsSpan(index, end - index));
            index = end;
        }

        return builder.ToString();
    }

    private static void AppendRun(StringBuilder builder, ReadOnlySpan<char> run)
    {
        var ten = run.IndexOf('十');
        if (ten is 0 or 1 && run.Length <= ten + 2 && run[(ten + 1)..].IndexOf('十') < 0)
        {
            var tens = ten == 0 ? 1 : DigitOf(run[0]);
            var ones = run.Length > ten + 1 ? DigitOf(run[ten + 1]) : 0;
            builder.Append((tens * 10 + ones).ToString(CultureInfo.InvariantCulture));
            return;
        }

        foreach (var c in run)
        {
            // A ten in any other place is no date; it stays and makes the text unreadable.
            if (c == '十')
                builder.Append(c);
            else
                builder.Append((char)('0' + DigitOf(c)));
        }
    }

    private static int DigitOf(char c) => c switch
    {
        '〇' or '○' or '零' => 0,
        '一' => 1,
        '二' or '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        _ => -1,
    };
}
