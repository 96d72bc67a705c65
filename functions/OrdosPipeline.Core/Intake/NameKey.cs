using System.Text.RegularExpressions;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

/// <summary>A name reduced to what distinguishes it, so that two spellings of one name are equal.</summary>
/// <param name="Exact">NFKC, without blanks, line breaks, numbering (1. 一、 （一）), 其中： and a unit in brackets at the end.</param>
/// <param name="Loose">Also without punctuation and without 全市 in front.</param>
/// <param name="UnitText">What stood in the brackets at the end, if it is a unit or is said to be one.</param>
public readonly partial record struct NameKey(string Exact, string Loose, string? UnitText)
{
    /// <param name="text">As written.</param>
    /// <param name="units">Tells a unit in brackets, 产量（万吨）, from a part of the name, 医师（助理）; null when no brackets are to be taken off.</param>
    public static NameKey Of(string text, UnitTable? units)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length > 0 && trimmed[0] is >= '①' and <= '⑳')
            trimmed = trimmed[1..];
        var key = CompactText.Of(trimmed.ToString());
        string? unitText = null;
        for (var changed = true; changed;)
        {
            changed = false;
            var match = Numbering().Match(key);
            if (match.Success && match.Length < key.Length)
            {
                key = key[match.Length..];
                changed = true;
            }
        }

        // At most two: the unit and one more pair such as （%）（累计）.
        if (units is not null && Brackets().Match(key) is { Success: true, Index: > 0 } brackets)
        {
            var inside = brackets.Groups[1].Value;
            var stated = UnitWord().Replace(inside, "");
            if (stated.Length > 0 && (stated.Length < inside.Length || LooksLikeUnit(stated) || units.TryFind(stated, out _)))
                (key, unitText) = (key[..brackets.Index], stated);
        }

        return new NameKey(key, LooseOf(key), unitText);
    }

    /// <summary>Whether a text that is no unit of the plan is still meant as one: 万斤.</summary>
    internal static bool LooksLikeUnit(string text) => text.Length is 2 or 3 && text[0] is '万' or '亿' or '千' or '百';

    private static string LooseOf(string key)
    {
        var loose = string.Concat(key.Where(char.IsLetterOrDigit));
        foreach (var prefix in (ReadOnlySpan<string>)["全市", "我市", "本市"])
        {
            if (loose.Length > prefix.Length + 1 && loose.StartsWith(prefix, StringComparison.Ordinal))
                return loose[prefix.Length..];
        }

        return loose;
    }

    // 1. 1、 1) (1) 1.1 一、 (一) 其中: #; a digit must not follow the dot of 1.5, nor a unit the number.
    [GeneratedRegex(@"^(?:\(?[0-9]{1,2}\)|[0-9]{1,2}(?:\.[0-9]{1,2})+(?=[\u4e00-\u9fff-[万亿千百个度倍年月日元吨人]])|[0-9]{1,2}(?:\.[0-9]{1,2})*[.、．](?![0-9])|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、.]|其中[:,、]?|[#*·•●○◆■▪-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbering();

    [GeneratedRegex(@"[(\[【〔]([^()\[\]【】〔〕]{1,12})[)\]】〕]$", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    [GeneratedRegex("^(?:计量)?单位[:为]?", RegexOptions.CultureInvariant)]
    private static partial Regex UnitWord();
}
