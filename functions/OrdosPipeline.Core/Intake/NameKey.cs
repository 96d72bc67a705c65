using System.Text.RegularExpressions;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

/// <summary>A name reduced to what distinguishes it, so that two spellings of one name are equal.</summary>
/// <param name="Exact">NFKC, without blanks, line breaks, numbering (1. 一、 （一）), 其中： and a unit in brackets at the end.</param>
/// <param name="Loose">Also without punctuation and without 全市 in front.</param>
/// <param name="UnitText">What stood in the brackets at the end, if it is a unit or is said to be one.</param>
/// <param name="IsCumulative">What stood in brackets at the end says that the values count from January.</param>
public readonly partial record struct NameKey(string Exact, string Loose, string? UnitText, bool IsCumulative = false)
{
    /// <summary>What people put in front of names that matter to them.</summary>
    private const string Marks = "*＊▲△★☆※◆◇●○■□►▶→·•#";

    private static readonly string[] Harmless = ["累计", "本年累计", "年累计", "年初累计", "累计数", "累计值", "快报", "快报数", "初步数", "初步核算数", "年报数", "全市", "绝对额", "绝对值", "绝对量", "总量"];

    /// <summary>Of an amount the usual prices; of a rate they tell nominal growth from real.</summary>
    private static readonly string[] Prices = ["现价", "当年价", "当年价格", "现行价格", "按现价", "按当年价格"];

    /// <param name="text">As written.</param>
    /// <param name="units">Tells a unit in brackets, 产量（万吨）, from a part of the name, 医师（助理）; null when no brackets are to be taken off.</param>
    public static NameKey Of(string text, UnitTable? units)
    {
        var trimmed = text.AsSpan().Trim();
        while (trimmed.Length > 1 && (trimmed[0] is >= '①' and <= '⑳' || Marks.Contains(trimmed[0], StringComparison.Ordinal)))
            trimmed = trimmed[1..].TrimStart();
        var key = CompactText.Of(trimmed.ToString());
        string? unitText = null;
        var isCumulative = false;
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

        // At most two pairs: （亿元）（累计）.
        for (var pair = 0; units is not null && pair < 2 && Brackets().Match(key) is { Success: true, Index: > 0 } brackets && IsBesideTheName(brackets.Groups[1].Value, key[..brackets.Index], units, ref unitText); pair++)
        {
            isCumulative |= HeaderLexicon.IsCumulative(brackets.Groups[1].Value);
            key = key[..brackets.Index];
        }

        return new NameKey(key, LooseOf(key), unitText, isCumulative);
    }

    // What is in brackets behind a name is its unit, words that do not change what it is of, or both: 亿元，累计.
    private static bool IsBesideTheName(string inside, string name, UnitTable units, ref string? unitText)
    {
        var whole = UnitWord().Replace(inside, "");
        if (unitText is null && whole.Length > 0 && (whole.Length < inside.Length || LooksLikeUnit(whole) || units.TryFind(whole, out _)))
        {
            unitText = whole;
            return true;
        }

        string? unit = null;
        foreach (var part in inside.Split([',', ';', '、', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            var stated = UnitWord().Replace(part, "");
            if (Harmless.Contains(stated) || (Prices.Contains(stated) && !Growth().IsMatch(name)))
                continue;
            if (unit is not null || unitText is not null || !units.TryFind(stated, out _))
                return false;
            unit = stated;
        }

        unitText ??= unit;
        return true;
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

    [GeneratedRegex(@"[(\[【〔]([^()\[\]【】〔〕]{1,20})[)\]】〕]$", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    [GeneratedRegex("(?:增长|增速|增长率|涨幅|降幅|降低|指数|率)$", RegexOptions.CultureInvariant)]
    private static partial Regex Growth();

    [GeneratedRegex("^(?:计量)?单位[:为]?", RegexOptions.CultureInvariant)]
    private static partial Regex UnitWord();
}
